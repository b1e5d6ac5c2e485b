import { bindings } from '../../shared/commands/commands'
import { Button } from '../ui/button'
import { useWords } from '../words/words'

/** Every key on one page. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { keys, commands } = useWords().console
  const ids = [...new Set(bindings.map(({ id }) => id))]
  return (
    <section className="keys-sheet" role="dialog" aria-label={keys.title}>
      <h2>{keys.title}</h2>
      <dl>
        {ids.map((id) => (
          <div key={id} className="key-row">
            <dt>
              {bindings
                .filter((binding) => binding.id === id)
                .map(({ shown }) => (
                  <kbd key={shown}>{shown}</kbd>
                ))}
            </dt>
            <dd>{commands[id]}</dd>
          </div>
        ))}
        <div className="key-row">
          <dt>
            <kbd>{'1–9'}</kbd>
          </dt>
          <dd>{keys.digits}</dd>
        </div>
      </dl>
      <Button onPress={onClose} keyName="?">
        {keys.close}
      </Button>
    </section>
  )
}
