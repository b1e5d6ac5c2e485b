import { useState, type FormEvent } from 'react'
import type { Opening, OpenWish, VaultFacts, Way } from '../../../shared/vault/vault'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useWait } from '../use-wait'
import { useStepFocus } from './use-steps'

interface UnlockCardProps {
  readonly label: string
  readonly ways: readonly Way[]
  /** What stands between the name and the field, where there is something to say. */
  readonly note?: string
  readonly onOpen: (
    wish: Pick<OpenWish, 'way' | 'secret'>,
  ) => Promise<Opening['is'] | { readonly wait: number }>
}

/** What came of the last try. */
type Came = 'nothing-yet' | 'opening' | 'wrong' | 'not-by-computer' | 'not-now'

function useOpening(onOpen: UnlockCardProps['onOpen']) {
  const [came, setCame] = useState<Came>('nothing-yet')
  const [wait, setWait] = useWait()
  const open = (way: Way, secret: string) => {
    if (came === 'opening' || wait > 0) return
    setCame('opening')
    void onOpen({ way, secret }).then(
      (answer) => {
        if (answer === 'open') return
        const isWrong = answer === 'wrong' || typeof answer === 'object'
        setCame(way === 'computer' ? 'not-by-computer' : isWrong ? 'wrong' : 'not-now')
        if (typeof answer === 'object') setWait(answer.wait)
      },
      () => setCame('not-now'),
    )
  }
  return { came, wait, open, forget: () => setCame('nothing-yet') }
}

/** One card, one field: the circle's label, its four words or its recovery code. */
export function UnlockCard({ label, ways, note, onOpen }: UnlockCardProps) {
  const { unlock } = useWords().console.vault
  const [way, setWay] = useState<Way>(ways.includes('words') ? 'words' : (ways[0] ?? 'words'))
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const [lost, setLost] = useState(false)
  const { came, wait, open, forget } = useOpening(onOpen)
  const box = useStepFocus<HTMLFormElement>(way)
  const isCode = way === 'recovery'
  const isTyped = way === 'words' || isCode
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isTyped) open(way, '')
    else if (secret.trim() !== '') open(way, secret)
  }
  const change = () => {
    setWay(isCode ? 'words' : 'recovery')
    setSecret('')
    forget()
  }
  const said: Record<Came, string | false> = {
    'nothing-yet': false,
    opening: unlock.opening,
    wrong: isCode ? unlock.wrongCode : unlock.wrongWords,
    'not-by-computer': unlock.notByComputer,
    'not-now': unlock.notNow,
  }
  return (
    <form className="card unlock" aria-label={label} onSubmit={send} ref={box} tabIndex={-1}>
      <h2 className="human">
        <bdi>{label}</bdi>
      </h2>
      {note !== undefined && <p>{note}</p>}
      {isTyped && (
        <div className="field">
          <label htmlFor="unlock-secret">{isCode ? unlock.codeHint : unlock.hint}</label>
          <div className="row">
            <input
              id="unlock-secret"
              type={shown || isCode ? 'text' : 'password'}
              dir={isCode ? 'ltr' : 'auto'}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              aria-label={isCode ? unlock.codeField : unlock.field}
              value={secret}
              maxLength={200}
              onChange={({ target }) => {
                setSecret(target.value)
                if (came !== 'opening') forget()
              }}
            />
            {!isCode && (
              <Button kind="quiet" pressed={shown} onPress={() => setShown(!shown)}>
                {unlock.show}
              </Button>
            )}
          </div>
        </div>
      )}
      <p className="unlock-said">
        <span role="status">{said[came]}</span> {wait > 0 && <span role="timer">{unlock.wait(wait)}</span>}
      </p>
      <div className="row">
        <Button
          kind="filled"
          disabled={wait > 0 || came === 'opening' || (isTyped && secret.trim() === '')}
          onPress={() => send()}
        >
          {isTyped ? unlock.open : unlock.byComputer}
        </Button>
        {isTyped && ways.includes('computer') && (
          <Button disabled={came === 'opening'} onPress={() => open('computer', '')}>
            {unlock.byComputer}
          </Button>
        )}
        {isTyped && ways.includes('recovery') && ways.includes('words') && (
          <Button kind="quiet" onPress={change}>
            {isCode ? unlock.useWords : unlock.useCode}
          </Button>
        )}
        {isTyped && (
          <Button kind="quiet" pressed={lost} onPress={() => setLost(!lost)}>
            {unlock.lostBoth}
          </Button>
        )}
      </div>
      {lost && <p>{unlock.lost}</p>}
    </form>
  )
}

/** How a card says what came of trying. */
export const cameOf = (opening: Opening): Opening['is'] | { readonly wait: number } =>
  opening.is === 'wrong' ? { wait: opening.wait } : opening.is

/** The name under which a circle stands while it is locked. */
export const labelOf = ({ label, id }: VaultFacts): string => (label === '' ? id.slice(0, 6) : label)
