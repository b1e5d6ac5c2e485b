import type { FormatId } from '../../../shared/basics/ids'
import { skills } from '../../../shared/craft/drills/drill'
import { drillById, drills } from '../../../shared/craft/drills/drills'
import { proposeDrill, type DrillWish } from '../../../shared/craft/propose-drill'
import { suits } from '../../../shared/formats/library/library'
import { isDrillItem } from '../../../shared/session/edit-agenda'
import { usualMinutes } from '../../../shared/session/plan'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { Editing } from './use-agenda'

interface DrillLineProps {
  readonly editing: Editing
  readonly wish: DrillWish
}

/** One quiet line: the drill that would be next, and the others by skill. Nothing once a drill is there, or where no check-in is held. */
export function DrillLine({ editing, wish }: DrillLineProps) {
  const { drills: words, minutesShort } = useWords().console
  const proposal = proposeDrill(wish)
  const { agenda } = editing
  const opens = agenda.some(({ kind }) => kind === 'check-in')
  if (proposal === null || !opens || agenda.some(isDrillItem)) return null
  const { drill, reason } = proposal
  const { format } = drill
  const add = (id: FormatId) => {
    const found = drillById(id)
    if (found !== null) editing.insertDrill(found.format)
  }
  return (
    <div className="plan-drill">
      <p className="small">
        {words.proposed(format.title, minutesShort(usualMinutes(format)), drill.skill, reason)}
      </p>
      <Button kind="quiet" label={words.addLabel(format.title)} onPress={() => add(format.id)}>
        {words.add}
      </Button>
      <select aria-label={words.another} value="" onChange={({ target }) => add(target.value as FormatId)}>
        <option value="" disabled>
          {words.another}
        </option>
        {skills.map((skill) => (
          <optgroup key={skill} label={words.skills[skill]}>
            {drills
              .filter((one) => one.skill === skill && suits(one.format, { people: wish.people }))
              .map(({ format: other }) => (
                <option key={other.id} value={other.id}>
                  {words.option(other.title, minutesShort(usualMinutes(other)))}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
