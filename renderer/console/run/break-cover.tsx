import { after, instantOf, type Instant } from '../../../shared/basics/time'
import { progressOf } from '../../../shared/session/apply'
import { remaining } from '../../../shared/session/clock'
import { currentStep } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'
import { useKeyShown } from '../keys/use-keymap'

interface BreakCoverProps {
  readonly conductor: Conductor
  readonly now: Instant
  readonly hours: 12 | 24
}

/** The console in a break: covered, so that whoever passes by reads nothing of the session. */
export function BreakCover({ conductor, now, hours }: BreakCoverProps) {
  const keyShown = useKeyShown()
  const words = useWords().console
  const { session, run, can } = conductor
  const step = currentStep(session)
  if (step === null) return null
  const left = remaining(progressOf(session, step).clock, now)
  const back = instantOf(Math.ceil(after(now, left) / 60_000) * 60_000)
  return (
    <section className="break-cover" aria-label={words.breakCover.title}>
      <h1 className="human">
        {now < back ? words.breakCover.backAt(timeOfDay(back, hours)) : words.breakCover.whenAllHere}
      </h1>
      <p className="soft">{words.breakCover.covered}</p>
      <div className="row">
        <Button kind="filled" keyName={keyShown('forward')} onPress={() => run('forward')}>
          {words.forward.weAreBack}
        </Button>
        {can('take-minute') && (
          <Button keyName={keyShown('take-minute')} onPress={() => run('take-minute')}>
            {words.commands['take-minute']}
          </Button>
        )}
        {can('add-minute') && (
          <Button keyName={keyShown('add-minute')} onPress={() => run('add-minute')}>
            {words.commands['add-minute']}
          </Button>
        )}
      </div>
    </section>
  )
}
