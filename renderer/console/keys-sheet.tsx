import { bindings } from '../../shared/commands/bindings'
import type { CommandId } from '../../shared/commands/commands'
import { showKey } from '../../shared/commands/key'
import { keysOf } from '../../shared/commands/keymap'
import { Button } from '../ui/button'
import { useWords } from '../words/words'
import type { Words } from '../words/en'
import { useKeymap } from './keys/use-keymap'

type Group = keyof Words['console']['keys']['groups']

const places: Readonly<Record<Exclude<Group, 'other'>, readonly CommandId[]>> = {
  room: ['pause', 'hold', 'blank', 'remind', 'what-can-i-say'],
  time: ['time-card', 'add-minute', 'take-minute'],
  turns: ['forward', 'back', 'all-names'],
  board: [
    'write',
    'choose-down',
    'choose-up',
    'show-question',
    'move-down',
    'move-up',
    'group',
    'alone',
    'park',
    'take-away',
    'dots',
  ],
  people: ['come-and-go', 'hand-over', 'decline'],
  wall: ['tell-room', 'freeze', 'full-screen', 'swap-displays'],
}

const columns: readonly (readonly Group[])[] = [
  ['turns', 'room', 'time'],
  ['board', 'wall'],
  ['people', 'other'],
]

/** A command that nobody has put anywhere stands among the others: none is left out. */
function commandsOf(group: Group): readonly CommandId[] {
  if (group !== 'other') return places[group]
  const placed = Object.values(places).flat()
  return bindings.map(({ id }) => id).filter((id) => !placed.includes(id))
}

function Row({ keys, children }: { readonly keys: readonly string[]; readonly children: string }) {
  return (
    <div className="key-row">
      <dt>
        {keys.map((shown) => (
          <kbd key={shown}>{shown}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Two that go opposite ways share a row. */
const pairs: Readonly<Partial<Record<CommandId, CommandId>>> = {
  'choose-down': 'choose-up',
  'move-down': 'move-up',
}

function Keys({ group }: { readonly group: Group }) {
  const { keys, commands } = useWords().console
  const keymap = useKeymap()
  const shownFor = (id: CommandId) => keysOf(id, keymap).map(showKey)
  return (
    <section aria-label={keys.groups[group]}>
      <h3>{keys.groups[group]}</h3>
      <dl>
        {group === 'turns' && <Row keys={[keys.digitsShown]}>{keys.digits}</Row>}
        {commandsOf(group)
          .filter((id) => !Object.values(pairs).includes(id))
          .map((id) => {
            const other = pairs[id]
            return (
              <Row key={id} keys={[...shownFor(id), ...(other === undefined ? [] : shownFor(other))]}>
                {other === undefined ? commands[id] : keys.pair(commands[id], commands[other])}
              </Row>
            )
          })}
      </dl>
    </section>
  )
}

/** Every key on one page. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { keys } = useWords().console
  return (
    <section className="keys-sheet" role="dialog" aria-label={keys.title}>
      <div className="keys-top row">
        <h2>{keys.title}</h2>
        <span className="spring" />
        <Button onPress={onClose} keyName="Esc">
          {keys.close}
        </Button>
      </div>
      <div className="key-columns">
        {columns.map((groups) => (
          <div key={groups.join(' ')}>
            {groups.map((group) => (
              <Keys key={group} group={group} />
            ))}
            {groups.includes('other') && (
              <>
                <p className="soft small">{keys.clicker}</p>
                <p className="soft small">{keys.byPlace}</p>
              </>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
