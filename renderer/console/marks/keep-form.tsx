import { useState, type FormEvent } from 'react'
import type { Keeping } from '../../data/own-marks'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useStepFocus } from '../vault/use-steps'

interface KeepFormProps {
  /** Seals and writes; `kept` leaves this form. */
  readonly onKeep: (words: string) => Promise<Keeping>
  readonly onBack: () => void
}

type Came = 'nothing-yet' | 'sealing' | 'differ' | Exclude<Keeping, 'kept'>

const tidy = (typed: string) => typed.normalize('NFKC').trim().replace(/\s+/gu, ' ')

/** Words of somebody's own, twice: four may be proposed. */
export function KeepForm({ onKeep, onBack }: KeepFormProps) {
  const { keep, back } = useWords().console.rubric
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [proposed, setProposed] = useState<string | null>(null)
  const [shown, setShown] = useState(false)
  const [came, setCame] = useState<Came>('nothing-yet')
  const box = useStepFocus<HTMLFormElement>('keep')
  const ready = came !== 'sealing' && first.trim() !== '' && second.trim() !== ''
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (!ready) return
    if (tidy(first) !== tidy(second)) return setCame('differ')
    setCame('sealing')
    onKeep(first).then(
      (keeping) => keeping !== 'kept' && setCame(keeping),
      () => setCame('failed'),
    )
  }
  const propose = () =>
    void desktop()
      .proposeWays()
      .then(({ words }) => setProposed(words))
  const said: Record<Came, string | false> = {
    'nothing-yet': false,
    sealing: keep.sealing,
    differ: keep.differ,
    weak: keep.weak,
    'the-circles': keep.circles,
    failed: keep.failed,
  }
  const field = (label: string, value: string, change: (typed: string) => void) => (
    <label className="field">
      <span>{label}</span>
      <input
        type={shown ? 'text' : 'password'}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={value}
        maxLength={200}
        onChange={({ target }) => {
          change(target.value)
          if (came !== 'sealing') setCame('nothing-yet')
        }}
      />
    </label>
  )
  return (
    <form className="card marks-keep" onSubmit={send} ref={box} tabIndex={-1} aria-label={keep.title}>
      <h2 className="human">{keep.title}</h2>
      <p>{keep.more}</p>
      <div className="row">
        {proposed !== null && (
          <span className="marks-proposed human" translate="no" dir="ltr" lang="en">
            {proposed}
          </span>
        )}
        <Button kind="quiet" onPress={propose}>
          {proposed === null ? keep.propose : keep.others}
        </Button>
      </div>
      <div className="marks-fields">
        {field(keep.field, first, setFirst)}
        {field(keep.again, second, setSecond)}
      </div>
      <div className="row">
        <Button kind="filled" disabled={!ready} onPress={() => send()}>
          {keep.keep}
        </Button>
        <Button kind="quiet" pressed={shown} onPress={() => setShown(!shown)}>
          {keep.show}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {back}
        </Button>
        <span role="status">{said[came]}</span>
      </div>
      <p className="soft small">{keep.tells}</p>
      <button type="submit" hidden />
    </form>
  )
}
