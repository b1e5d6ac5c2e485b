import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import type { AgendaItem } from '../../../shared/session/plan'
import { useWords } from '../../words/words'

interface AgendaPreviewProps {
  readonly agenda: readonly AgendaItem[]
  readonly minutes: number | null
}

/** The session as it would be: items, minutes, and how many can present. */
export function AgendaPreview({ agenda, minutes }: AgendaPreviewProps) {
  const words = useWords().console
  const timed = agenda.filter((item) => item.minutes > 0)
  const turns = agenda.filter((item) => item.kind === 'turn').length
  const used = timed.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <aside className="preview" aria-label={words.newCircle.theSession}>
      <h2>{words.newCircle.theSession}</h2>
      {timed.length > 0 && minutes !== null && (
        <>
          <ol>
            {timed.map((item) => (
              <li key={item.id} className={item.kind === 'turn' ? 'turn-item' : ''}>
                <span>{item.kind === 'turn' ? shortQuestionRound.title : words.items[item.kind]}</span>
                <em className="tabular">{words.minutesShort(item.minutes)}</em>
              </li>
            ))}
          </ol>
          <p>{words.newCircle.canPresent(turns)}</p>
          {minutes > used && <p className="soft">{words.newCircle.spare(minutes - used)}</p>}
        </>
      )}
    </aside>
  )
}
