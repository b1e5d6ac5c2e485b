// A turn: the rule, and under it the sentence of the phase, or the board with the question on the wall and a few that wait.
import { remaining } from '../../../shared/session/clock'
import type { BoardView, MoreView, StageView } from '../../../shared/stage/stage-view'
import { Line, Own, useFrame } from '../../ui/at'
import { ClockFace } from '../../ui/clock-face'
import { withName, type RuleWords } from '../../ui/fit-words'
import { ruleSizes, sentenceSize, type Frame } from '../../ui/frame'
import { linesAt, sizeForLines, sizeToFit } from '../../ui/measure'
import { PhaseRing } from '../../ui/ring'
import { lineHeightOf } from '../../ui/script'
import { Seats } from '../../ui/seats'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import { AskedBy, askedByHeight, Warmths, warmthsHeight } from './board-faces'
import { pulseOf, useLayout, Words } from './circle-parts'
import type { FaceProps } from './face-props'
import { ruleHeight, RuleLines, useRule } from './rule-lines'

/** More minutes, as they are asked for: how many, and who would pay. */
function useMore(more: MoreView, view: StageView): RuleWords {
  const frame = useFrame()
  const words = useWords().stage
  const { from } = more
  const { width } = frame.words
  const closes = timeOfDay(more.closesAt, view.options.hours, view.options.language)
  const first = words.moreMinutes(more.minutes)
  const second =
    more.asks !== null
      ? withName(words.wouldItHelp, more.asks, (said) => linesAt(said, 3.4, { width, weight: 460 }) <= 2)
      : from === null
        ? words.weWouldClose(closes)
        : words.moreFrom(from.item, from.before, from.after)
  const sizes = ruleSizes(frame)
  const size = sizeToFit(first, 700, width, sizes.first, 3.6) ?? 3.6
  const room = { width, lines: 2, most: Math.min(sizes.second, size), least: 3.4, weight: 460 }
  return { first, second, size, small: sizeForLines(second, room) }
}

function MoreLines({ more, view }: { readonly more: MoreView; readonly view: StageView }) {
  return <RuleLines words={useMore(more, view)} />
}

/** How much smaller the rule is beside one question alone. */
const besideOne = 0.5
const gaps = { shown: 5, first: 4, next: 1.8, indent: 3 } as const
const lineSize = 3.4
const moreSize = 3
const lines = { shown: 1.18, waiting: 1.25 } as const

interface Laid {
  /** The question on the wall: its size and how many lines of it there is room for. */
  readonly size: number
  readonly clamp: number
  /** How many lines each has that waits, as far as there is room for them. */
  readonly waiting: readonly number[]
}

/** What of a board fits under the rule: first the question on the wall, then as many as wait, each on two lines or one. */
function layBoard(frame: Frame, board: BoardView, ruleHigh: number): Laid {
  const { width, y } = frame.words
  const room = (frame.portrait ? frame.strip.y - 4 : 87) - y - ruleHigh
  const text = board.shown ?? ''
  const human = { width: width - 3.4, human: true } as const
  const most = board.alone
    ? sizeForLines(text, { ...human, lines: 7, most: Math.min(7.6, width / 9), least: 3.8 })
    : sentenceSize(frame, text)
  const below =
    (board.by === null ? 0 : askedByHeight) +
    (board.sorting === null ? 0 : warmthsHeight) +
    (board.waiting.length + board.more > 0 ? gaps.first + lineSize * lines.waiting : 0)
  const highest = board.shown === null ? 0 : room - gaps.shown - below
  const fits = (size: number) => Math.floor(highest / (size * lineHeightOf(text, lines.shown)))
  let size = most
  while (size > 3.8 && linesAt(text, size, human) > fits(size)) size = Math.max(3.8, size - 0.2)
  const clamp = Math.max(1, Math.min(board.alone ? 7 : 6, fits(size)))
  const used =
    board.shown === null
      ? 0
      : gaps.shown +
        Math.min(clamp, linesAt(text, size, human)) * size * lineHeightOf(text, lines.shown) +
        (board.by === null ? 0 : askedByHeight)
  return { size, clamp, waiting: layWaiting(frame, board, room - used) }
}

/** How many lines each waiting question has, until there is no room for the next. */
function layWaiting(frame: Frame, board: BoardView, room: number): readonly number[] {
  const indent = board.shown === null ? 0 : gaps.indent
  const laid: number[] = []
  let used = 0
  for (const [index, question] of board.waiting.entries()) {
    const gap = index === 0 ? gaps.first : gaps.next
    const more = board.more > 0 || index < board.waiting.length - 1 ? gaps.next + moreSize * 1.18 : 0
    const high = lineSize * lineHeightOf(question, lines.waiting)
    const wanted = Math.min(2, linesAt(question, lineSize, { width: frame.words.width - indent }))
    const fits = Math.floor((room - used - gap - more) / high)
    if (fits < 1) break
    laid.push(Math.min(wanted, fits))
    used += gap + Math.min(wanted, fits) * high
  }
  return laid
}

function Board({ board, ruleHigh }: { readonly board: BoardView; readonly ruleHigh: number }) {
  const frame = useFrame()
  const words = useWords().stage
  const laid = layBoard(frame, board, ruleHigh)
  const indent = board.shown === null ? 0 : gaps.indent * frame.unit
  const more = board.more + board.waiting.length - laid.waiting.length
  return (
    <>
      {board.shown !== null && (
        <Line size={laid.size} above={gaps.shown} human bar lines={lines.shown}>
          <Own clamp={laid.clamp}>{board.shown}</Own>
          {board.by !== null && <AskedBy name={board.by} />}
        </Line>
      )}
      {board.sorting != null && <Warmths said={board.sorting.said} />}
      <div role="list">
        {laid.waiting.map((clamp, index) => (
          <Line
            key={board.waiting[index]}
            size={lineSize}
            above={index === 0 ? gaps.first : gaps.next}
            color="var(--soft)"
            lines={lines.waiting}
            role="listitem"
          >
            <div style={{ paddingInlineStart: indent }}>
              <Own clamp={clamp}>{board.waiting[index] ?? ''}</Own>
            </div>
          </Line>
        ))}
        {more > 0 && (
          <Line size={moreSize} above={gaps.next} color="var(--soft)">
            <span data-part="count" style={{ paddingInlineStart: indent, display: 'block' }}>
              {words.andMore(more)}
            </span>
          </Line>
        )}
      </div>
    </>
  )
}

export function TurnFace({ face, view, now }: FaceProps<'turn'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const rule = useRule(face.rule)
  const { board } = face
  const part = board?.alone ? besideOne : 1
  const { width } = frame.words
  const sentence = sentenceSize(frame, face.sentence)
  const above =
    board?.shown == null
      ? 8 +
        linesAt(face.sentence, sentence, { width, human: true }) *
          sentence *
          lineHeightOf(face.sentence, lines.shown)
      : 0
  const ruleHigh = ruleHeight(rule, part, (text, size) => linesAt(text, size, { width, weight: 460 })) + above
  return (
    <>
      <div className={pulseOf(remaining(face.clock, now))}>
        <PhaseRing radius={layout.radius} clock={face.clock} now={now} />
      </div>
      <ClockFace
        clock={face.clock}
        now={now}
        time={view.options.time}
        title={face.title}
        radius={layout.radius}
      />
      <Seats seats={view.seats} layout={layout} />
      <Words>
        {face.more === null ? (
          <RuleLines words={rule} part={part} />
        ) : (
          <MoreLines more={face.more} view={view} />
        )}
        {board?.shown == null && (
          <Line size={sentence} above={8} human>
            {face.sentence}
          </Line>
        )}
        {board !== null && <Board board={board} ruleHigh={ruleHigh} />}
      </Words>
    </>
  )
}
