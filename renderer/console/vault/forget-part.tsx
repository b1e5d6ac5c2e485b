import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Part, type PartProps } from './part'

interface ForgetPartProps extends PartProps {
  readonly onForget: () => Promise<void>
  /** It is gone. */
  readonly onGone: () => void
}

const clean = (text: string) => text.trim().normalize('NFC')

/** Forgets the whole circle, once its name is typed. */
export function ForgetPart({ open, asking, onAsk, onForget, onGone }: ForgetPartProps) {
  const words = useWords().console.circle
  const [typed, setTyped] = useState('')
  const [failed, setFailed] = useState(false)
  const isAsking = asking === 'forget'
  const { name } = open.circle
  const matches = clean(typed) === clean(name)
  const ask = (on: boolean) => {
    setTyped('')
    setFailed(false)
    onAsk(on ? 'forget' : null)
  }
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (matches) void onForget().then(onGone, () => setFailed(true))
  }
  return (
    <Part
      title={words.forget}
      step={isAsking ? 'asking' : 'said'}
      onBack={isAsking ? () => ask(false) : null}
    >
      <p className={isAsking ? '' : 'soft small'}>{words.forgetMore}</p>
      {isAsking ? (
        <form className="field" onSubmit={send}>
          <label htmlFor="forget-name">
            {words.forgetType} <bdi className="human">{name}</bdi>
          </label>
          <input
            id="forget-name"
            type="text"
            dir="auto"
            spellCheck={false}
            autoComplete="off"
            value={typed}
            maxLength={200}
            onChange={({ target }) => setTyped(target.value)}
          />
          {failed && <p role="alert">{words.notForgotten}</p>}
          <div className="row">
            <Button kind="filled" disabled={!matches} onPress={() => send()}>
              {words.forget}
            </Button>
            <Button kind="quiet" keyName="Esc" onPress={() => ask(false)}>
              {words.back}
            </Button>
          </div>
        </form>
      ) : (
        <div className="row">
          <Button onPress={() => ask(true)}>{words.forgetAsk}</Button>
        </div>
      )}
    </Part>
  )
}
