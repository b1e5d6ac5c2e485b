import { useState, type FormEvent } from 'react'
import type { Protection, Way } from '../../../shared/vault/vault'
import type { OpenCircle } from '../../data/circles'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import type { CircleWords } from '../../words/en-circle'
import { useWords } from '../../words/words'
import { Part, type PartProps } from './part'
import { WhoOpens } from './who-opens'

interface WhoPartProps extends PartProps {
  readonly keyStore: boolean
  readonly onProtect: (how: Omit<Protection, 'id'>) => Promise<void>
  /** Who can open it, or its name on the home screen, is another from now on. */
  readonly onVault: (open: OpenCircle) => void
}

function sayWays(ways: readonly Way[], words: CircleWords): string {
  const byComputer = ways.includes('computer')
  if (ways.includes('words')) return byComputer ? words.ways.both : words.ways.words
  return byComputer ? words.ways.computer : words.ways.open
}

/** Who can open the circle, and under which name it stands while it is locked. */
export function WhoPart({ open, asking, onAsk, keyStore, onProtect, onVault }: WhoPartProps) {
  const words = useWords().console.circle
  const { notDone } = useWords().console.vault.who
  const [failed, setFailed] = useState(false)
  const { ways } = open.vault
  const hasWords = ways.includes('words')
  const byComputer = ways.includes('computer')
  const isAsking = asking === 'who'
  const reread = async () => {
    const { vaults } = await desktop().vaults()
    const vault = vaults.find(({ id }) => id === open.vault.id)
    if (vault) onVault({ ...open, vault })
  }
  const settle = (done: Promise<unknown>) =>
    void done.then(reread).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  const ask = (on: boolean) => {
    setFailed(false)
    onAsk(on ? 'who' : null)
  }
  return (
    <Part title={words.who} step={isAsking ? 'asking' : 'said'}>
      {isAsking ? (
        <WhoOpens
          keyStore={keyStore}
          asks={hasWords ? 'words' : 'circle'}
          computerToo={byComputer}
          onProtect={onProtect}
          onForget={() => Promise.reject(new Error('not asked here'))}
          onSettled={() => {
            ask(false)
            settle(Promise.resolve())
          }}
          onBack={() => ask(false)}
        />
      ) : (
        <>
          <p role="status">{sayWays(ways, words)}</p>
          {failed && <p role="alert">{notDone}</p>}
          <div className="row">
            <Button
              kind={ways.includes('open') && asking === null ? 'filled' : 'outlined'}
              onPress={() => ask(true)}
            >
              {hasWords ? words.newWords : words.choose}
            </Button>
            {hasWords && keyStore && (
              <Button kind="quiet" onPress={() => settle(onProtect({ computer: !byComputer }))}>
                {byComputer ? words.notComputer : words.alsoComputer}
              </Button>
            )}
          </div>
          {hasWords && <p className="soft small">{words.newWordsMore}</p>}
          <Label
            key={open.vault.label}
            label={open.vault.label}
            onSave={(label) =>
              settle(desktop().changeKeys({ id: open.vault.id, add: [], destroy: [], label }))
            }
          />
        </>
      )}
    </Part>
  )
}

interface LabelProps {
  readonly label: string
  readonly onSave: (label: string) => void
}

function Label({ label: before, onSave }: LabelProps) {
  const words = useWords().console.circle
  const [label, setLabel] = useState(before)
  const clean = label.trim().normalize('NFC')
  const isNew = clean !== '' && clean !== before
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (isNew) onSave(clean)
  }
  return (
    <form className="field" onSubmit={save}>
      <label htmlFor="circle-label">{words.label}</label>
      <div className="row">
        <input
          id="circle-label"
          data-beside
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={label}
          maxLength={80}
          onChange={({ target }) => setLabel(target.value)}
        />
        {isNew && <Button onPress={() => save()}>{words.saveLabel}</Button>}
      </div>
      <p className="soft small">{words.labelMore}</p>
    </form>
  )
}
