import { namesNow, type Line } from '../../../shared/practice/script'
import { isHalted, type Session } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { KeyName, Words } from '../../words/en'
import { useAloud } from '../announcer'
import type { Banner } from '../frame'
import { useKeyName } from '../keys/use-keymap'
import type { Script } from './use-script'

/** A line in words. */
export const sayLine = (line: Line, session: Session, words: Words, keyName: KeyName): string =>
  words.console.practice.lines[line.id](namesNow(session), keyName)

interface RibbonProps {
  readonly session: Session
  readonly script: Script
  readonly onStop: () => void
}

/** Under the top line, always: that this is practice, what the others do, and the quiet way out. */
export function Ribbon({ session, script: { line, standing, pass }, onStop }: RibbonProps) {
  const words = useWords()
  const keyName = useKeyName()
  const { practice } = words.console
  useAloud(line === null ? null : sayLine(line, session, words, keyName))
  return (
    <section className="practice-ribbon" aria-label={practice.ribbonLabel}>
      <b>{practice.ribbon}</b>
      <p data-line={line?.id} data-clock={standing}>
        {line !== null && sayLine(line, session, words, keyName)}{' '}
        {standing === 'stands' && !isHalted(session) && <span className="soft">{practice.waits}</span>}
      </p>
      {line?.passes && (
        <Button kind="quiet" onPress={() => pass(line)}>
          {practice.andThen}
        </Button>
      )}
      <Button kind="quiet" onPress={onStop}>
        {practice.stop}
      </Button>
    </section>
  )
}

/** The same in the one line that there is under a wall on the only screen. */
export function ribbonNote(
  session: Session,
  { line, pass }: Script,
  words: Words,
  keyName: KeyName,
  onStop: () => void,
): Banner {
  const { practice } = words.console
  const text =
    line === null ? practice.ribbon : `${practice.ribbon}. ${sayLine(line, session, words, keyName)}`
  const action = line?.passes
    ? { words: practice.andThen, do: () => pass(line) }
    : { words: practice.stop, do: onStop }
  return { id: 'practice', text, action }
}
