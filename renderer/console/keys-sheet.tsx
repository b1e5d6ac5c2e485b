import type { CommandId } from '../../shared/commands/commands'
import { showKey } from '../../shared/commands/key'
import { keysOf } from '../../shared/commands/keymap'
import { Button } from '../ui/button'
import { useWords } from '../words/words'
import { commandsOf, keyColumns, type KeyGroup } from './keys/groups'
import { useKeymap } from './keys/use-keymap'

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

function Keys({ group }: { readonly group: KeyGroup }) {
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
        {keyColumns.map((groups) => (
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
