import { useEffect, useState, type FormEvent } from 'react'
import type { Opening, OpenWish, VaultFacts, Way } from '../../../shared/vault/vault'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'

interface UnlockCardProps {
  readonly label: string
  readonly ways: readonly Way[]
  readonly onOpen: (
    wish: Pick<OpenWish, 'way' | 'secret'>,
  ) => Promise<Opening['is'] | { readonly wait: number }>
}

/** Counts whole seconds down to nothing. */
function useWait(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}

/** One card, one field: the circle's label, its four words or its recovery code. */
export function UnlockCard({ label, ways, onOpen }: UnlockCardProps) {
  const { unlock } = useWords().console.vault
  const [way, setWay] = useState<Way>(ways.includes('words') ? 'words' : (ways[0] ?? 'words'))
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const [lost, setLost] = useState(false)
  const [state, setState] = useState<'ready' | 'opening' | 'wrong'>('ready')
  const [wait, setWait] = useWait()
  const isCode = way === 'recovery'
  const open = (chosen: Way) => {
    if (state === 'opening' || wait > 0) return
    setState('opening')
    void onOpen({ way: chosen, secret: chosen === 'computer' ? '' : secret }).then((came) => {
      if (came === 'open') return
      setState('wrong')
      setShown(true)
      if (typeof came === 'object') setWait(came.wait)
    })
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (secret.trim() !== '') open(way)
  }
  const change = () => {
    setWay(isCode ? 'words' : 'recovery')
    setSecret('')
    setState('ready')
  }
  return (
    <form className="card unlock" aria-label={label} onSubmit={send}>
      <h2 className="human">
        <bdi>{label}</bdi>
      </h2>
      <label className="field">
        <span>{isCode ? unlock.codeHint : unlock.hint}</span>
        <span className="row">
          <input
            type={shown || isCode ? 'text' : 'password'}
            dir="auto"
            autoFocus
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-label={isCode ? unlock.codeField : unlock.field}
            value={secret}
            maxLength={200}
            onChange={({ target }) => {
              setSecret(target.value)
              if (state === 'wrong') setState('ready')
            }}
          />
          {!isCode && (
            <Button kind="quiet" pressed={shown} onPress={() => setShown(!shown)}>
              {unlock.show}
            </Button>
          )}
        </span>
      </label>
      <p role="status" className="unlock-said">
        {state === 'opening' && unlock.opening}
        {state === 'wrong' && (isCode ? unlock.wrongCode : unlock.wrongWords)}
        {wait > 0 && ` ${unlock.wait(wait)}`}
      </p>
      <div className="row">
        <Button
          kind="filled"
          disabled={wait > 0 || state === 'opening' || secret.trim() === ''}
          onPress={() => open(way)}
        >
          {unlock.open}
        </Button>
        {ways.includes('computer') && (
          <Button disabled={state === 'opening'} onPress={() => open('computer')}>
            {unlock.byComputer}
          </Button>
        )}
        {ways.includes('recovery') && (
          <Button kind="quiet" onPress={change}>
            {isCode ? unlock.useWords : unlock.useCode}
          </Button>
        )}
        <Button kind="quiet" pressed={lost} onPress={() => setLost(!lost)}>
          {unlock.lostBoth}
        </Button>
      </div>
      {lost && <p className="soft small">{unlock.lost}</p>}
    </form>
  )
}

/** How a card says what came of trying. */
export const cameOf = (opening: Opening): Opening['is'] | { readonly wait: number } =>
  opening.is === 'wrong' ? { wait: opening.wait } : opening.is

/** The name under which a circle stands while it is locked. */
export const labelOf = ({ label, id }: VaultFacts): string => (label === '' ? id.slice(0, 6) : label)
