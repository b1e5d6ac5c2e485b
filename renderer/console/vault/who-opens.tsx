import { useState, type FormEvent } from 'react'
import type { ProposedWays, Protection } from '../../../shared/vault/vault'
import { Button } from '../../ui/button'
import { desktop } from '../../desktop'
import { useWords } from '../../words/words'

/** What was settled about who can open the circle. */
export type Settled = 'words' | 'computer' | 'nothing'

interface WhoOpensProps {
  /** Whether this computer has a key store that can open it. */
  readonly keyStore: boolean
  /** Whether "Keep nothing" is offered: at the first close, when there is nothing else yet. */
  readonly mayForget: boolean
  /** Rejects when it could not be written. */
  readonly onProtect: (how: Omit<Protection, 'id'>) => Promise<void>
  readonly onForget: () => Promise<void>
  readonly onSettled: (how: Settled) => void
}

type Step =
  | { readonly is: 'asked' | 'forget' | 'sealing' }
  | { readonly is: 'words' | 'card'; readonly ways: ProposedWays }
  | { readonly is: 'settled'; readonly how: Settled }

/** Who should be able to open what the circle keeps: asked when there is something to keep. */
export function WhoOpens(props: WhoOpensProps) {
  const { who } = useWords().console.vault
  const [step, setStep] = useState<Step>({ is: 'asked' })
  const [failed, setFailed] = useState(false)
  const propose = () =>
    void desktop()
      .proposeWays()
      .then((ways) => setStep({ is: 'words', ways }))
  const settle = (how: Settled, done: Promise<void>) => {
    setFailed(false)
    setStep({ is: 'sealing' })
    done.then(
      () => {
        setStep({ is: 'settled', how })
        props.onSettled(how)
      },
      () => {
        setFailed(true)
        setStep({ is: 'asked' })
      },
    )
  }
  const protect = ({ words, code }: ProposedWays) =>
    settle('words', props.onProtect({ words, code, computer: false }))
  return (
    <section className="card who-opens" aria-label={who.question}>
      {failed && <p role="alert">{who.notDone}</p>}
      {step.is === 'asked' && (
        <Asked
          {...props}
          onWords={propose}
          onComputer={() => settle('computer', props.onProtect({ computer: true }))}
          onNothing={() => setStep({ is: 'forget' })}
        />
      )}
      {step.is === 'forget' && (
        <>
          <p className="lead">{who.nothingMore}</p>
          <div className="row">
            <Button kind="filled" onPress={() => settle('nothing', props.onForget())}>
              {who.nothingSure}
            </Button>
            <Button kind="quiet" onPress={() => setStep({ is: 'asked' })}>
              {who.back}
            </Button>
          </div>
        </>
      )}
      {step.is === 'words' && (
        <>
          <h2 className="human">{who.title}</h2>
          <p className="four-words human" translate="no" dir="ltr">
            {step.ways.words}
          </p>
          <p>{who.say}</p>
          <div className="row">
            <Button kind="filled" onPress={() => setStep({ is: 'card', ways: step.ways })}>
              {who.said}
            </Button>
            <Button kind="quiet" onPress={propose}>
              {who.others}
            </Button>
            <Button kind="quiet" onPress={() => setStep({ is: 'asked' })}>
              {who.back}
            </Button>
          </div>
        </>
      )}
      {step.is === 'card' && (
        <Card
          ways={step.ways}
          onWritten={() => protect(step.ways)}
          onBack={() => setStep({ is: 'words', ways: step.ways })}
        />
      )}
      {step.is === 'sealing' && <p role="status">{who.sealing}</p>}
      {step.is === 'settled' && (
        <p role="status" className="lead">
          {{ words: who.byWords, computer: who.byComputer, nothing: who.nothingKept }[step.how]}
        </p>
      )}
    </section>
  )
}

interface AskedProps extends Pick<WhoOpensProps, 'keyStore' | 'mayForget'> {
  readonly onWords: () => void
  readonly onComputer: () => void
  readonly onNothing: () => void
}

function Asked({ keyStore, mayForget, onWords, onComputer, onNothing }: AskedProps) {
  const { who } = useWords().console.vault
  return (
    <>
      <h2 className="human">{who.question}</h2>
      <p className="soft">{who.outside}</p>
      <div className="row">
        <Button kind="filled" onPress={onWords}>
          {who.words}
        </Button>
        {keyStore && <Button onPress={onComputer}>{who.computer}</Button>}
        {mayForget && <Button onPress={onNothing}>{who.nothing}</Button>}
      </div>
      {!keyStore && <p className="soft small">{who.noKeyStore}</p>}
    </>
  )
}

interface CardProps {
  readonly ways: ProposedWays
  readonly onWritten: () => void
  readonly onBack: () => void
}

const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

function Card({ ways, onWritten, onBack }: CardProps) {
  const { who } = useWords().console.vault
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const confirm = () => {
    if (plain(typed).slice(0, 5) === plain(ways.code).slice(0, 5)) onWritten()
    else setWrong(true)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    confirm()
  }
  return (
    <form onSubmit={send}>
      <h2 className="human">{who.card}</h2>
      <p className="recovery-code" translate="no" dir="ltr">
        {ways.code}
      </p>
      <p>{who.cardMore}</p>
      <label className="field">
        <span>{who.confirm}</span>
        <input
          type="text"
          dir="ltr"
          autoFocus
          spellCheck={false}
          autoComplete="off"
          value={typed}
          maxLength={40}
          onChange={({ target }) => {
            setTyped(target.value)
            setWrong(false)
          }}
        />
      </label>
      {wrong && <p role="alert">{who.notYet}</p>}
      <div className="row">
        <Button kind="filled" disabled={plain(typed).length < 5} onPress={confirm}>
          {who.confirmed}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {who.back}
        </Button>
      </div>
    </form>
  )
}
