import { useCallback, useState } from 'react'
import { fixed } from '../../../shared/commands/bindings'
import type { CommandId, KeyPress } from '../../../shared/commands/commands'
import { showKey } from '../../../shared/commands/key'
import {
  asUsual,
  changesOf,
  isChanged,
  keysOf,
  mostKeys,
  withKey,
  withoutKey,
  type Keymap,
  type KeyRefusal,
} from '../../../shared/commands/keymap'
import type { Result } from '../../../shared/basics/result'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import { useBackKey } from '../use-back-key'
import { ClickerTest } from './clicker-test'
import { commandsOf, keyColumns, type KeyGroup } from './groups'
import './keys.css'
import { useKeymap } from './use-keymap'
import { usePresses } from './use-presses'

/** Which key of which command is being changed; past its last it is one more. */
interface Changing {
  readonly id: CommandId
  readonly position: number
  readonly refusal: KeyRefusal | null
}

interface RowProps {
  readonly id: CommandId
  readonly keymap: Keymap
  readonly changing: Changing | null
  readonly onChange: (changing: Changing | null) => void
  readonly onCarried: (id: CommandId, result: Result<Keymap, KeyRefusal>) => void
}

function sayRefusal(refusal: KeyRefusal, words: ReturnType<typeof useWords>['console']['keyPage']): string {
  const { refusals } = words
  if (refusal.kind === 'taken') return refusals.taken(refusal.by)
  if (refusal.kind === 'kept') return refusals.kept(refusal.for)
  return refusals[refusal.kind]
}

function KeyButtons({ id, keymap, changing, onChange, onCarried }: RowProps) {
  const words = useWords().console.keyPage
  const keys = keysOf(id, keymap)
  const start = (position: number) => onChange({ id, position, refusal: null })
  if (fixed.includes(id))
    return (
      <>
        {keys.map((key) => (
          <kbd key={key}>{showKey(key)}</kbd>
        ))}
        <span className="soft small">{words.stays}</span>
      </>
    )
  return (
    <>
      {keys.map((key, position) => (
        <Button
          key={key}
          label={words.change(id, showKey(key))}
          pressed={changing?.position === position}
          onPress={() => start(position)}
        >
          {showKey(key)}
        </Button>
      ))}
      {keys.length < mostKeys && (
        <Button
          kind="quiet"
          label={words.anotherFor(id)}
          pressed={changing?.position === keys.length}
          onPress={() => start(keys.length)}
        >
          {words.another}
        </Button>
      )}
      {isChanged(id, keymap) && (
        <Button kind="quiet" label={words.asUsualFor(id)} onPress={() => onCarried(id, asUsual(keymap, id))}>
          {words.asUsual}
        </Button>
      )}
    </>
  )
}

/** A command, its keys as buttons, and while one of them is changed what to do or why not. */
function CommandRow(props: RowProps) {
  const { id, keymap, changing, onCarried } = props
  const { commands, keyPage: words } = useWords().console
  const keys = keysOf(id, keymap)
  return (
    <li className="command-row" data-command={id}>
      <span className="command-name">{commands[id]}</span>
      <span className="row">
        <KeyButtons {...props} />
      </span>
      {changing !== null && (
        <p className="changing">
          <ChangingWords changing={changing} />{' '}
          {keys.length > 1 && changing.position < keys.length && (
            <Button kind="quiet" onPress={() => onCarried(id, withoutKey(keymap, id, changing.position))}>
              {words.takeAway}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

function ChangingWords({ changing: { refusal } }: { readonly changing: Changing }) {
  const words = useWords().console.keyPage
  const text = refusal === null ? words.press : `${sayRefusal(refusal, words)} ${words.press}`
  useAloud(text)
  return <b>{text}</b>
}

/** The keys of this computer: each can be another, none means two things; and a page to try a clicker. */
export function KeysScreen({ onBack }: { readonly onBack: () => void }) {
  const { keys: sheet, keyPage: words } = useWords().console
  const keymap = useKeymap()
  const [changing, setChanging] = useState<Changing | null>(null)
  const [trying, setTrying] = useState(false)
  const carry = useCallback((id: CommandId, result: Result<Keymap, KeyRefusal>) => {
    if (!result.ok)
      return setChanging((now) => ({ id, position: now?.position ?? 0, refusal: result.refusal }))
    setChanging(null)
    void desktop().writeSettings({ keys: changesOf(result.value) })
  }, [])
  const onPress = useCallback(
    (press: KeyPress) => {
      if (changing === null) return
      if (press.key === 'Escape') return setChanging(null)
      carry(changing.id, withKey(keymap, changing.id, changing.position, press))
    },
    [changing, keymap, carry],
  )
  usePresses(changing === null ? null : onPress)
  useBackKey(onBack)
  const rowsOf = (group: KeyGroup) =>
    commandsOf(group).map((id) => (
      <CommandRow
        key={id}
        id={id}
        keymap={keymap}
        changing={changing?.id === id ? changing : null}
        onChange={setChanging}
        onCarried={carry}
      />
    ))
  return (
    <main className="page keys-page">
      <header className="row">
        <h1 className="human">{words.title}</h1>
        <span className="spring" />
        {Object.keys(changesOf(keymap)).length > 0 && (
          <Button kind="quiet" onPress={() => void desktop().writeSettings({ keys: {} })}>
            {words.allAsUsual}
          </Button>
        )}
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      <p>{words.lead}</p>
      <section className="card" aria-labelledby="clicker-title">
        <h2 id="clicker-title">{words.clicker.title}</h2>
        {trying ? (
          <ClickerTest />
        ) : (
          <div className="row">
            <p>{words.clicker.lead}</p>
            <span className="spring" />
            <Button onPress={() => setTrying(true)}>{words.clicker.start}</Button>
          </div>
        )}
      </section>
      <div className="command-columns">
        {keyColumns.flat().map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h2 id={`keys-${group}`}>{sheet.groups[group]}</h2>
            <ul>{rowsOf(group)}</ul>
          </section>
        ))}
      </div>
    </main>
  )
}
