import { useCallback, useState } from 'react'
import type { CommandId, KeyMeaning, KeyPress } from '../../../shared/commands/commands'
import { keyOf, showKey, type Key } from '../../../shared/commands/key'
import { changesOf, keysOf, meaningOf, withKey, type Keymap } from '../../../shared/commands/keymap'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import './keys.css'
import { useKeymap } from './use-keymap'
import { usePresses } from './use-presses'

/** A button that was pressed, by the key that it sends. */
interface Heard {
  readonly key: Key
  readonly press: KeyPress
}

/** What a button without a meaning can be given: what a hand that holds a clicker wants. */
const forClickers: readonly CommandId[] = ['forward', 'back', 'pause', 'hold', 'blank', 'remind']

/** How many different buttons are shown; the oldest goes. */
const mostButtons = 10

const isEnd = ({ key, control }: KeyPress) => control && key === 'Enter'

/** With what was pressed first of all, once. */
const withHeard = (heard: readonly Heard[], press: KeyPress): readonly Heard[] => {
  const key = keyOf(press)
  if (key === null) return heard
  return [{ key, press }, ...heard.filter((other) => other.key !== key)].slice(0, mostButtons)
}

/** Shows what each button of a clicker would do, and does none of it. Ctrl and Enter end it, which no clicker sends. */
export function ClickerTest({ onDone }: { readonly onDone?: () => void }) {
  const words = useWords().console.keyPage.clicker
  const [heard, setHeard] = useState<readonly Heard[]>([])
  const [listens, setListens] = useState(true)
  const end = useCallback(() => {
    setListens(false)
    onDone?.()
  }, [onDone])
  const onPress = useCallback(
    (press: KeyPress) => (isEnd(press) ? end() : setHeard((now) => withHeard(now, press))),
    [end],
  )
  usePresses(listens ? onPress : null)
  useAloud(listens ? words.listening : null)
  return (
    <div className="clicker-test" role="group" aria-label={words.title} data-listens={listens}>
      {listens && <p className="lead">{words.listening}</p>}
      {heard.length === 0 ? (
        listens && <p className="soft">{words.nothingYet}</p>
      ) : (
        <ul aria-label={words.heard}>
          {heard.map((one, index) => (
            <HeardRow key={one.key} heard={one} isLast={listens && index === 0} offers={!listens} />
          ))}
        </ul>
      )}
      {listens ? (
        <Button kind="filled" keyName={words.doneKey} onPress={end}>
          {words.done}
        </Button>
      ) : (
        <Button
          onPress={() => {
            setHeard([])
            setListens(true)
          }}
        >
          {words.again}
        </Button>
      )}
    </div>
  )
}

interface HeardRowProps {
  readonly heard: Heard
  readonly isLast: boolean
  /** Whether a button without a meaning can be given one: not while it is listened for keys. */
  readonly offers: boolean
}

function HeardRow({ heard: { key, press }, isLast, offers }: HeardRowProps) {
  const words = useWords().console
  const keymap = useKeymap()
  const meaning = meaningOf(press, 'surface', keymap)
  const does = sayMeaning(meaning, words.commands, words.keyPage.clicker)
  useAloud(isLast ? `${showKey(key)}. ${does}` : null)
  return (
    <li className="heard" aria-current={isLast}>
      <kbd>{showKey(key)}</kbd>
      <span>{does}</span>
      {offers && meaning === null && <UseFor press={press} name={showKey(key)} keymap={keymap} />}
    </li>
  )
}

function sayMeaning(
  meaning: KeyMeaning | null,
  commands: Readonly<Record<CommandId, string>>,
  words: { readonly nothing: string; readonly chair: (number: number) => string },
): string {
  if (meaning === null) return words.nothing
  return meaning.kind === 'chair' ? words.chair(meaning.number) : commands[meaning.id]
}

interface UseForProps {
  readonly press: KeyPress
  readonly name: string
  readonly keymap: Keymap
}

/** Gives a button that means nothing a command; only those that can have it are offered. */
function UseFor({ press, name, keymap }: UseForProps) {
  const { commands, keyPage } = useWords().console
  const words = keyPage.clicker
  const after = forClickers.flatMap((id) => {
    const given = withKey(keymap, id, keysOf(id, keymap).length, press)
    return given.ok ? [{ id, changes: changesOf(given.value) }] : []
  })
  if (after.length === 0) return null
  return (
    <select
      aria-label={words.useFor(name)}
      value=""
      onChange={({ target }) => {
        const chosen = after.find(({ id }) => id === target.value)
        if (chosen) void desktop().writeSettings({ keys: chosen.changes })
      }}
    >
      <option value="">{words.useFor(name)}</option>
      {after.map(({ id }) => (
        <option key={id} value={id}>
          {commands[id]}
        </option>
      ))}
    </select>
  )
}
