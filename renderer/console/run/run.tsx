import { useCallback, useRef, useState, type RefObject } from 'react'
import type { MemberId, TextId } from '../../../shared/basics/ids'
import { sentenceOf, takesSentence, takesWords } from '../../../shared/commands/perform'
import { questionsOf } from '../../../shared/board/board'
import { markedOn, openBoard, performOnBoard, type OpenBoard } from '../../../shared/commands/board-commands'
import type { KeyMeaning, KeyPlace } from '../../../shared/commands/commands'
import { deckOf } from '../../../shared/craft/cards'
import type { Instant, Millis } from '../../../shared/basics/time'
import { wholeMinutes, millisOf } from '../../../shared/basics/time'
import { isHeld } from '../../../shared/session/pace'
import { currentStep } from '../../../shared/session/session'
import { swapDisplays } from '../displays/swap-displays'
import { lockNow } from '../lock-now'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import { KeysSheet } from '../keys-sheet'
import type { Conductor } from '../use-conductor'
import { useKeys } from '../use-keys'
import { Agenda } from './agenda'
import { BoardPanel } from './board/board-panel'
import { BreakCover } from './break-cover'
import { CommitmentField } from './commitment-field'
import { DotsSheet, linesToChoose } from './dots-sheet'
import { hearsIn } from './hears'
import { HandOverCard } from './hand-over-card'
import { NowPanel } from './now-panel'
import { SentenceField } from './sentence-field'
import { AllNames, ComeAndGo, comesOrGoes, TimeCard } from './sheets'
import { TellRoom } from './tell-room'
import { TurnItPanel } from './turn-it-panel'
import { WordField } from './word-field'
import { useKeyShown } from '../keys/use-keymap'

type SheetName = 'tell-room' | 'dots' | 'all-keys' | 'come-and-go' | 'time-card' | 'all-names'

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
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [changed, setChanged] = useState<MemberId | null>(null)
  const [chosen, setChosen] = useState<TextId | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { session, run, chair, record } = conductor
  const step = currentStep(session)
  const [rewording, setRewording] = useState<TextId | null>(null)
  const open = openBoard(session)
  const marked = open && markedOn(open, chosen)
  // A question that was taken away meanwhile is put in no other words.
  const stillThere =
    rewording !== null && open && questionsOf(open.board).includes(rewording) ? rewording : null
  const canChoose = takesWords(session) && linesToChoose(session).length > 1
  const hasCards = step?.kind === 'phase' && deckOf(step.phase) !== null

  const toggle = useCallback((name: SheetName) => setSheet((open) => (open === name ? null : name)), [])
  const comeOrGo = useCallback(
    (member: MemberId) => {
      record(comesOrGoes(session, member))
      setChanged(member)
    },
    [record, session],
  )
  const onKey = useCallback(
    (meaning: KeyMeaning, place: KeyPlace) => {
      if (meaning.kind === 'chair') {
        const member = session.chairs[meaning.number - 1]
        if (sheet !== 'come-and-go') return chair(meaning.number)
        return member === undefined ? undefined : comeOrGo(member)
      }
      const waiting = open?.board.waiting ?? []
      if (sheet === 'dots') return
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
        case 'come-and-go':
        case 'time-card':
        case 'all-names':
        case 'tell-room':
          setChanged(null)
          return toggle(meaning.id)
        case 'decline':
          return sheet === null ? run('decline') : setSheet(null)
        case 'choose-down':
          return hasCards ? run('next-card') : move(1)
        case 'choose-up':
          return move(-1)
        case 'show-question':
        case 'move-down':
        case 'move-up':
        case 'group':
        case 'alone':
        case 'park':
        case 'take-away': {
          if (hasCards) return meaning.id === 'show-question' ? run('next-card') : undefined
          const facts = performOnBoard(meaning.id, session, marked)
          // Moved or put together: the keys stay with the question.
          if (facts !== null && marked !== null) setChosen(marked)
          return facts === null ? undefined : record(facts)
        }
        case 'dots':
          return canChoose ? toggle('dots') : undefined
        case 'full-screen':
          return void desktop().thisScreen('full-screen')
        case 'swap-displays':
          return void swapDisplays()
        case 'lock':
          return void lockNow()
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
    [canChoose, chair, comeOrGo, hasCards, marked, open, record, run, session, sheet, toggle],
  )
  useKeys(onKey)
  const runHere = (command: Parameters<typeof run>[0]) => {
    if (command === 'what-can-i-say') return setHelpOpen((open) => !open)
    return command === 'time-card' || command === 'come-and-go' ? toggle(command) : run(command)
  }
  const close = () => setSheet(null)

  if (session.handing !== null && session.gap === null)
    return <HandOverCard conductor={conductor} handing={session.handing} now={now} />
  if (step?.kind === 'break' && session.gap === null && !isHeld(session, now))
    return <BreakCover conductor={conductor} now={now} hours={hours} />

  return (
    <div className="run">
      <Agenda session={session} now={now} hours={hours} />
      {session.gap === null ? (
        <NowPanel conductor={{ ...conductor, run: runHere }} now={now} hours={hours} helpOpen={helpOpen} />
      ) : (
        <GapCard length={millisOf(session.gap.to - session.gap.from)} record={record} />
      )}
      <aside className="wall-column">
        {picture === null ? (
          <div className="picture empty" />
        ) : (
          <img className="picture" src={picture} alt={words.run.wall} />
        )}
        <Fields
          conductor={conductor}
          open={open}
          now={now}
          field={field}
          chosen={marked}
          onChoose={setChosen}
          rewording={stillThere}
          onReword={setRewording}
          onDots={canChoose ? () => toggle('dots') : null}
        />
      </aside>
      {sheet === 'dots' && canChoose && <DotsSheet conductor={conductor} onClose={close} />}
      {sheet === 'all-keys' && <KeysSheet onClose={close} />}
      {sheet === 'come-and-go' && (
        <ComeAndGo
          conductor={conductor}
          changed={changed}
          now={now}
          hours={hours}
          onToggle={comeOrGo}
          onClose={close}
        />
      )}
      {sheet === 'time-card' && <TimeCard conductor={conductor} now={now} hours={hours} onClose={close} />}
      {sheet === 'tell-room' && <TellRoom conductor={conductor} now={now} onClose={close} />}
      {sheet === 'all-names' && <AllNames conductor={conductor} onClose={close} />}
    </div>
  )
}

interface FieldsProps {
  readonly conductor: Conductor
  readonly open: OpenBoard | null
  readonly now: Instant
  readonly field: RefObject<HTMLInputElement | null>
  readonly chosen: TextId | null
  readonly onChoose: (question: TextId) => void
  readonly rewording: TextId | null
  readonly onReword: (question: TextId | null) => void
  /** Opens the choice by dots; null where there is nothing to choose among. */
  readonly onDots: (() => void) | null
}

/** What is written down in this phase: a sentence, a commitment, lines, another wording, or questions for the board. */
function Fields(props: FieldsProps) {
  const keyShown = useKeyShown()
  const { conductor, open, now, field, chosen, onChoose, rewording, onReword, onDots } = props
  const words = useWords().console
  const { session } = conductor
  const step = currentStep(session)
  const held = isHeld(session, now)
  const hasCards = step?.kind === 'phase' && deckOf(step.phase) !== null
  return (
    <>
      {takesSentence(session) && !held && <SentenceField conductor={conductor} />}
      {sentenceOf(session) === 'commitment' && !held && (
        <CommitmentField conductor={conductor} field={field} />
      )}
      {takesWords(session) && !held && <WordField conductor={conductor} field={field} />}
      {onDots !== null && !held && (
        <div className="row">
          <Button kind="quiet" keyName={keyShown('dots')} onPress={onDots}>
            {words.dots.open}
          </Button>
        </div>
      )}
      {hasCards && !held && (
        <TurnItPanel
          conductor={conductor}
          now={now}
          field={field}
          check={step.phase.id === 'drill-turn-it/compare' ? (text) => hearsIn(text, words) : null}
        />
      )}
      {open !== null && (
        <BoardPanel
          conductor={conductor}
          open={open}
          put={held ? 'away' : 'here'}
          field={field}
          chosen={chosen}
          onChoose={onChoose}
          rewording={rewording}
          onReword={onReword}
        />
      )}
    </>
  )
}

function GapCard({ length, record }: { readonly length: Millis; readonly record: Conductor['record'] }) {
  const words = useWords().console.run
  useAloud(words.gap(wholeMinutes(length)))
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
