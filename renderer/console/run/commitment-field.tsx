import type { RefObject } from 'react'
import { progressOf } from '../../../shared/session/apply'
import { roundOf } from '../../../shared/session/rounds'
import { currentStep, type NewCommitment, type Session } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { nameIn } from '../say-forward'
import type { Conductor } from '../use-conductor'
import { LineField } from './line-field'
import { useKeyShown } from '../keys/use-keymap'

interface CommitmentFieldProps {
  readonly conductor: Conductor
  readonly field: RefObject<HTMLInputElement | null>
}

/** Where a commitment is written as it is said: to do or to rest, until when, for the room or private. Enter writes it. */
export function CommitmentField({ conductor, field }: CommitmentFieldProps) {
  const keyShown = useKeyShown()
  const words = useWords().console
  const { session, draft, setDraft, promise, setPromise, keepDraft, record } = conductor
  const step = currentStep(session)
  const voice = step === null ? null : roundOf(session, step, progressOf(session, step)).voice
  const mine = session.commitments.filter(({ member }) => member === voice)
  const write = (leave: () => void) => {
    leave()
    keepDraft()
  }
  const resting = promise.kind === 'rest'
  return (
    <section className="commitment" aria-label={words.items.commitments}>
      <LineField
        label={
          <>
            {words.commitment.write(nameIn(session, voice))} <kbd aria-hidden="true">{keyShown('write')}</kbd>
          </>
        }
        field={field}
        maxLength={300}
        value={draft}
        onChange={setDraft}
        onEnter={write}
      />
      <div className="row">
        <Button kind="quiet" onPress={() => setDraft(words.commitment.ifThenText)}>
          {words.commitment.ifThen}
        </Button>
        <Button
          kind="quiet"
          pressed={resting}
          onPress={() => setPromise({ ...promise, kind: resting ? 'do' : 'rest' })}
        >
          {words.commitment.rests}
        </Button>
        <Button
          kind="quiet"
          pressed={promise.seenBy === 'console'}
          onPress={() =>
            setPromise({ ...promise, seenBy: promise.seenBy === 'console' ? 'room' : 'console' })
          }
        >
          {words.commitment.isPrivate}
        </Button>
      </div>
      <label className="inline">
        <span>{resting ? words.commitment.restsUntil : words.commitment.until}</span>
        <input
          type="date"
          value={promise.until ?? ''}
          onChange={(event) =>
            setPromise({ ...promise, until: event.target.value === '' ? null : event.target.value })
          }
        />
      </label>
      {mine.map((commitment) => (
        <Said
          key={commitment.text}
          session={session}
          commitment={commitment}
          onTakeAway={() => record([{ type: 'commitment-withdrawn', text: commitment.text }])}
        />
      ))}
      {session.commitments.length > 0 && (
        <p className="soft small">{words.commitment.said(session.commitments.length)}</p>
      )}
    </section>
  )
}

interface SaidProps {
  readonly session: Session
  readonly commitment: NewCommitment
  readonly onTakeAway: () => void
}

function Said({ session, commitment, onTakeAway }: SaidProps) {
  const words = useWords()
  const text = session.texts.get(commitment.text)
  return (
    <div className="question">
      <bdi>{text?.seenBy === 'room' ? text.text : words.stage.private}</bdi>
      {commitment.kind === 'rest' && (
        <span className="soft small">{words.stage.rests(commitment.until)}</span>
      )}
      {commitment.kind === 'do' && commitment.until !== null && (
        <span className="soft small">{words.stage.byDay(commitment.until)}</span>
      )}
      <Button kind="quiet" onPress={onTakeAway}>
        {words.console.commitment.takeAway}
      </Button>
    </div>
  )
}
