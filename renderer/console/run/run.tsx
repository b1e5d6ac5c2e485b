import { useCallback, useRef, useState } from 'react'
import type { TextId } from '../../../shared/basics/ids'
import { takesSentence } from '../../../shared/commands/perform'
import type { KeyMeaning, KeyPlace } from '../../../shared/commands/commands'
import type { Instant, Millis } from '../../../shared/basics/time'
import { wholeMinutes, millisOf } from '../../../shared/basics/time'
import { isHeld } from '../../../shared/session/pace'
import { boardOf, currentStep } from '../../../shared/session/session'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { KeysSheet } from '../keys-sheet'
import type { Conductor } from '../use-conductor'
import { useKeys } from '../use-keys'
import { Agenda } from './agenda'
import { BoardPanel } from './board-panel'
import { NowPanel } from './now-panel'
import { SentenceField } from './sentence-field'

interface RunProps {
  readonly conductor: Conductor
  readonly now: Instant
  readonly hours: 12 | 24
  readonly picture: string | null
}

/** The console while the session runs: the session, this moment, and the wall with its board. */
export function Run({ conductor, now, hours, picture }: RunProps) {
  const words = useWords().console
  const [helpOpen, setHelpOpen] = useState(false)
  const [keysOpen, setKeysOpen] = useState(false)
  const [chosen, setChosen] = useState<TextId | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { session, run, chair, record } = conductor
  const step = currentStep(session)
  const inTurn = step?.kind === 'phase'
  const board = step === null ? null : boardOf(session, step.item)
  const marked = chosen !== null && board?.waiting.includes(chosen) ? chosen : (board?.waiting[0] ?? null)

  const onKey = useCallback(
    (meaning: KeyMeaning, place: KeyPlace) => {
      if (meaning.kind === 'chair') return chair(meaning.number)
      const waiting = board?.waiting ?? []
      const move = (by: number) =>
        setChosen(
          waiting[Math.min(waiting.length - 1, Math.max(0, waiting.indexOf(marked as TextId) + by))] ?? null,
        )
      switch (meaning.id) {
        case 'write':
          return field.current?.focus()
        case 'what-can-i-say':
          return setHelpOpen((open) => !open)
        case 'all-keys':
          return setKeysOpen((open) => !open)
        case 'choose-down':
          return move(1)
        case 'choose-up':
          return move(-1)
        case 'show-question':
          return marked !== null && step !== null
            ? record([{ type: 'question-shown', item: step.item, question: marked }])
            : undefined
        case 'full-screen':
          return void desktop().toggleFullScreen()
        default:
          if (
            place === 'surface' ||
            meaning.id === 'hold' ||
            meaning.id === 'forward' ||
            meaning.id === 'back'
          )
            run(meaning.id)
      }
    },
    [board, chair, marked, record, run, step],
  )
  useKeys(onKey)
  const runHere = (command: Parameters<typeof run>[0]) =>
    command === 'what-can-i-say' ? setHelpOpen((open) => !open) : run(command)

  return (
    <div className="run">
      <Agenda session={session} now={now} hours={hours} />
      {session.gap === null ? (
        <NowPanel conductor={{ ...conductor, run: runHere }} now={now} helpOpen={helpOpen} />
      ) : (
        <GapCard length={millisOf(session.gap.to - session.gap.from)} record={record} />
      )}
      <aside className="wall-column">
        {picture === null ? (
          <div className="picture empty" />
        ) : (
          <img className="picture" src={picture} alt={words.run.wall} />
        )}
        {takesSentence(session) && !isHeld(session, now) && <SentenceField conductor={conductor} />}
        {inTurn && step.phase.captures.includes('questions') && (
          <BoardPanel
            session={session}
            item={step.item}
            field={field}
            chosen={marked}
            put={isHeld(session, now) ? 'away' : 'here'}
            onWrite={conductor.writeQuestion}
            record={record}
          />
        )}
      </aside>
      {keysOpen && <KeysSheet onClose={() => setKeysOpen(false)} />}
    </div>
  )
}

function GapCard({ length, record }: { readonly length: Millis; readonly record: Conductor['record'] }) {
  const words = useWords().console.run
  return (
    <section className="now gap-card" role="alertdialog" aria-label={words.gap(wholeMinutes(length))}>
      <p className="human">{words.gap(wholeMinutes(length))}</p>
      <div className="row">
        <Button onPress={() => record([{ type: 'gap-settled', choice: 'count' }])}>{words.countThem}</Button>
        <Button onPress={() => record([{ type: 'gap-settled', choice: 'leave-out' }])}>
          {words.leaveOut}
        </Button>
      </div>
    </section>
  )
}
