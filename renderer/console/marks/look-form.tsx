import { useState, type FormEvent } from 'react'
import type { OwnMarks } from '../../../shared/circle/own-marks'
import type { Looking } from '../../data/own-marks'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useWait } from '../use-wait'

interface LookFormProps {
  readonly onLook: (words: string) => Promise<Looking>
  readonly onFound: (marks: OwnMarks) => void
}

/** One field for a member's own words. Whether anything lies behind it nobody learns but who knows them. */
export function LookForm({ onLook, onFound }: LookFormProps) {
  const { ways } = useWords().console.rubric
  const unlock = useWords().console.vault.unlock
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const [came, setCame] = useState<'nothing-yet' | 'opening' | 'wrong' | 'notNow'>('nothing-yet')
  const [wait, setWait] = useWait()
  const busy = came === 'opening' || wait > 0
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (busy || secret.trim() === '') return
    setCame('opening')
    onLook(secret).then(
      (looking) => {
        if (looking.is === 'open') return onFound(looking.marks)
        setCame('wrong')
        setWait(looking.wait)
      },
      () => setCame('notNow'),
    )
  }
  return (
    <form className="marks-look" onSubmit={send}>
      <h2>{ways.before}</h2>
      <p className="soft small">{ways.beforeMore}</p>
      <div className="row">
        <input
          type={shown ? 'text' : 'password'}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          data-beside
          aria-label={ways.field}
          value={secret}
          maxLength={200}
          onChange={({ target }) => {
            setSecret(target.value)
            if (came !== 'opening') setCame('nothing-yet')
          }}
        />
        <Button kind="quiet" pressed={shown} onPress={() => setShown(!shown)}>
          {ways.show}
        </Button>
        <Button disabled={busy || secret.trim() === ''} onPress={() => send()}>
          {ways.open}
        </Button>
      </div>
      <p className="unlock-said">
        <span role="status">
          {came === 'opening' && ways.opening}
          {came === 'wrong' && ways.wrong}
          {came === 'notNow' && ways.notNow}
        </span>{' '}
        {wait > 0 && <span role="timer">{unlock.wait(wait)}</span>}
      </p>
    </form>
  )
}
