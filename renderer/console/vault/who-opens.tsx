import { useCallback, useEffect, useState, type FormEvent } from 'react'
import type { ProposedWays, Protection } from '../../../shared/vault/vault'
import { Button } from '../../ui/button'
import { desktop } from '../../desktop'
import { useWords } from '../../words/words'
import { codeBegins } from './code'
import { useStepBack, useStepFocus } from './use-steps'

/** What was settled about who can open the circle. */
export type Settled = 'words' | 'computer' | 'nothing'

interface WhoOpensProps {
  /** Whether this computer has a key store that can open it. */
  readonly keyStore: boolean
  /** `close`: asked at a close, where "Keep nothing" is offered too. `circle`: asked later. `words`: new words, and nothing else. */
  readonly asks: 'close' | 'circle' | 'words'
  /** Rejects when it could not be written. */
  readonly onProtect: (how: Omit<Protection, 'id'>) => Promise<void>
  /** Whether the computer goes on to open it beside new words. */
  readonly computerToo?: boolean
  readonly onForget: () => Promise<void>
  readonly onSettled: (how: Settled) => void
  /** Leaves the question as it was; absent where it stays. */
  readonly onBack?: () => void
}

type Step =
  | { readonly is: 'asked' | 'forget' | 'sealing' | 'looking' }
  | { readonly is: 'words' | 'card'; readonly ways: ProposedWays }
  | { readonly is: 'settled'; readonly how: Settled }

/** What Esc does at a step: one step back, or out of the question. */
function backFrom(step: Step, first: Step, onBack?: () => void): Step | (() => void) | null {
  if (step.is === 'sealing') return () => undefined
  if (step.is === 'card') return { is: 'words', ways: step.ways }
  if (step.is === 'forget') return { is: 'asked' }
  if (step.is === 'words' && first.is === 'asked') return first
  return step.is === 'asked' || step.is === 'words' ? (onBack ?? null) : null
}

/** Who should be able to open what the circle keeps: asked when there is something to keep. */
export function WhoOpens(props: WhoOpensProps) {
  const { asks, onProtect, onForget, onSettled, onBack, computerToo = false } = props
  const { who } = useWords().console.vault
  const first: Step = { is: asks === 'words' ? 'looking' : 'asked' }
  const [step, setStep] = useState<Step>(first)
  const [failed, setFailed] = useState(false)
  const propose = useCallback(
    () =>
      void desktop()
        .proposeWays()
        .then((ways) => setStep({ is: 'words', ways })),
    [],
  )
  useEffect(() => {
    if (asks === 'words') propose()
  }, [asks, propose])
  const box = useStepFocus<HTMLElement>(step.is === 'words' ? step.ways.words : step.is)
  const back = backFrom(step, first, onBack)
  const goBack = () => (typeof back === 'function' ? back() : back && setStep(back))
  useStepBack(back === null ? null : goBack)
  const settle = (how: Settled, again: Step, make: () => Promise<void>) => {
    setFailed(false)
    setStep({ is: 'sealing' })
    make().then(
      () => {
        setStep({ is: 'settled', how })
        onSettled(how)
      },
      () => {
        setFailed(true)
        setStep(again)
      },
    )
  }
  const protect = (ways: ProposedWays) =>
    settle('words', { is: 'words', ways }, () => onProtect({ ...ways, computer: computerToo }))
  return (
    <section className="who-opens" aria-label={who.step} ref={box} tabIndex={-1}>
      {failed && <p role="alert">{who.notDone}</p>}
      {step.is === 'asked' && (
        <Asked
          {...props}
          onWords={propose}
          onComputer={() => settle('computer', first, () => onProtect({ computer: true }))}
          onNothing={() => setStep({ is: 'forget' })}
          onBack={back === null ? null : goBack}
        />
      )}
      {step.is === 'forget' && (
        <>
          <h2 className="human">{who.nothing}</h2>
          <p className="lead">{who.nothingMore}</p>
          <div className="row">
            <Button kind="filled" onPress={() => settle('nothing', first, onForget)}>
              {who.nothingSure}
            </Button>
            <Button kind="quiet" keyName="Esc" onPress={goBack}>
              {who.back}
            </Button>
          </div>
        </>
      )}
      {step.is === 'words' && (
        <FourWords
          words={step.ways.words}
          onSaid={() => setStep({ is: 'card', ways: step.ways })}
          onOthers={propose}
          onBack={goBack}
        />
      )}
      {step.is === 'card' && (
        <Card code={step.ways.code} onWritten={() => protect(step.ways)} onBack={goBack} />
      )}
      <p role="status" className="lead">
        {step.is === 'sealing' && who.sealing}
        {step.is === 'settled' &&
          { words: who.byWords, computer: who.byComputer, nothing: who.nothingKept }[step.how]}
      </p>
    </section>
  )
}

interface AskedProps extends Pick<WhoOpensProps, 'keyStore' | 'asks'> {
  readonly onWords: () => void
  readonly onComputer: () => void
  readonly onNothing: () => void
  readonly onBack: (() => void) | null
}

function Asked({ keyStore, asks, onWords, onComputer, onNothing, onBack }: AskedProps) {
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
        {asks === 'close' && <Button onPress={onNothing}>{who.nothing}</Button>}
        {onBack !== null && (
          <Button kind="quiet" keyName="Esc" onPress={onBack}>
            {who.back}
          </Button>
        )}
      </div>
      {!keyStore && <p className="soft small">{who.noKeyStore}</p>}
    </>
  )
}

interface FourWordsProps {
  readonly words: string
  readonly onSaid: () => void
  readonly onOthers: () => void
  readonly onBack: () => void
}

function FourWords({ words, onSaid, onOthers, onBack }: FourWordsProps) {
  const { who } = useWords().console.vault
  return (
    <>
      <h2 className="human">{who.title}</h2>
      <p className="four-words human" translate="no" dir="ltr" lang="en">
        {words}
      </p>
      <p>{who.say}</p>
      <div className="row">
        <Button kind="filled" onPress={onSaid}>
          {who.said}
        </Button>
        <Button kind="quiet" onPress={onOthers}>
          {who.others}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {who.back}
        </Button>
      </div>
    </>
  )
}

interface CardProps {
  readonly code: string
  readonly onWritten: () => void
  readonly onBack: () => void
}

function Card({ code, onWritten, onBack }: CardProps) {
  const { who } = useWords().console.vault
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const groups = code.split('-')
  const last = groups.length - 1
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (codeBegins(code, typed)) onWritten()
    else setWrong(true)
  }
  return (
    <form className="recovery" onSubmit={send}>
      <h2 className="human">{who.card}</h2>
      <p className="recovery-code" translate="no" dir="ltr">
        {groups.map((group, place) => (
          <span key={place}>{place < last ? `${group}-` : group}</span>
        ))}
      </p>
      <p>{who.cardMore}</p>
      <label className="field">
        <span>{who.confirm}</span>
        <input
          type="text"
          dir="ltr"
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
      <div className="row">
        <Button kind="filled" onPress={() => send()}>
          {who.confirmed}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {who.back}
        </Button>
        <span role="alert">{wrong && who.notYet}</span>
      </div>
    </form>
  )
}
