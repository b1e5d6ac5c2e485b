// Faces with the circle at one side and words at the other.
import { millisOf, wholeMinutes } from '../../../shared/basics/time'
import { phaseOf, remaining } from '../../../shared/session/clock'
import type { MoreView, RuleView, StageView } from '../../../shared/stage/stage-view'
import { At, Line, Own, Stack, useFrame } from '../../ui/at'
import { ClockFace } from '../../ui/clock-face'
import { ruleSizes, sentenceSize, type Frame } from '../../ui/frame'
import { cutToFit, fitsLines, sizeForLines, sizeToFit } from '../../ui/measure'
import { PhaseRing, QuietRing, RoundRing } from '../../ui/ring'
import { layoutSeats, type SeatLayout } from '../../ui/seat-layout'
import { Seats } from '../../ui/seats'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import { AskedBy, Warmths } from './board-faces'
import type { FaceProps } from './face-props'

const useLayout = (view: StageView): SeatLayout => {
  const frame = useFrame()
  return layoutSeats(frame, view.seats)
}

/** The rule: who speaks, then how. The largest words on the wall. */
export function RuleLines({ rule, part = 1 }: { readonly rule: RuleView; readonly part?: number }) {
  const [first, second] = useWords().stage.rule[rule.rule](rule.name, rule.then, rule.part)
  return <TwoLines first={first} second={second} part={part} />
}

interface TwoLinesProps {
  readonly first: string
  readonly second: string | null
  readonly part?: number
}

function TwoLines({ first, second, part = 1 }: TwoLinesProps) {
  const frame = useFrame()
  const sizes = ruleSizes(frame)
  const fitted = sizeToFit(first, 700, frame.words.width, sizes.first, 4) ?? 4
  return (
    <div data-part="rule">
      <Line size={fitted * part} weight={700} lines={1.08}>
        {first}
      </Line>
      {second !== null && (
        <Line size={Math.min(sizes.second, fitted) * part} above={0.8} weight={460} lines={1.14} clamp={2}>
          {second}
        </Line>
      )}
    </div>
  )
}

function Words({ children }: { readonly children: React.ReactNode }) {
  const { words } = useFrame()
  return (
    <Stack x={words.x} y={words.y} width={words.width}>
      {children}
    </Stack>
  )
}

export function WaitingFace({ face, view, now }: FaceProps<'waiting'>) {
  const frame = useFrame()
  const { centre, scale: s } = frame
  const words = useWords().stage
  const layout = useLayout(view)
  const soon = face.beginsAt === null || now >= face.beginsAt
  return (
    <>
      <QuietRing radius={layout.radius} />
      {soon ? (
        <At
          x={centre.x - 19 * s}
          y={centre.y - 5 * s}
          width={38 * s}
          size={5.4 * s}
          weight={600}
          align="center"
        >
          {words.weBeginSoon}
        </At>
      ) : (
        <>
          <At
            x={centre.x - 21 * s}
            y={centre.y - 9 * s}
            width={42 * s}
            size={13 * s}
            weight={650}
            lines={1}
            align="center"
            style={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {timeOfDay(face.beginsAt, view.options.hours, view.options.language)}
          </At>
          <At
            x={centre.x - 21 * s}
            y={centre.y + 6 * s}
            width={42 * s}
            size={4 * s}
            color="var(--soft)"
            align="center"
          >
            {words.weBegin}
          </At>
        </>
      )}
      <Seats seats={view.seats} layout={layout} />
      <Stack x={frame.words.x} y={frame.words.y + 14} width={frame.words.width}>
        <Line size={ruleSizes(frame).first * 1.1} human lines={1.1} clamp={3}>
          {face.circle}
        </Line>
      </Stack>
      <Stack x={frame.words.x} y={frame.words.y + 38} width={frame.words.width}>
        {words.takeAnyChair.map((line) => (
          <Line key={line} size={4.6} color="var(--soft)" lines={1.35}>
            {line}
          </Line>
        ))}
      </Stack>
    </>
  )
}

export function NamedFace({ face, view }: FaceProps<'named'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const words = useWords().stage
  const { first, second } = ruleSizes(frame)
  return (
    <>
      <QuietRing radius={layout.radius} />
      <Seats seats={view.seats} layout={layout} />
      <Stack x={frame.words.x} y={frame.words.y + 20} width={frame.words.width}>
        <Line size={first} weight={700} lines={1.12}>
          {face.thanks === null
            ? words.facilitatesToday(face.facilitator)
            : words.facilitatesNow(face.facilitator)}
        </Line>
        <Line size={second} above={2.4} weight={460}>
          {face.thanks === null ? words.allRight : words.thankYouName(face.thanks)}
        </Line>
      </Stack>
    </>
  )
}

export function AgreementsFace({ face, view }: FaceProps<'agreements'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const words = useWords().stage
  const { centre, scale: s } = frame
  const text =
    face.page.kind === 'sentence'
      ? face.page.text
      : face.page.kind === 'change'
        ? words.whatWouldYouChange
        : words.thenTheseHold
  const size = Math.min(6.6, frame.words.width / 9.6) * (text.length > 110 ? 0.8 : 1)
  return (
    <>
      <QuietRing radius={layout.radius} />
      <At
        x={centre.x - 20 * s}
        y={centre.y - 7 * s}
        width={40 * s}
        size={5 * s}
        weight={600}
        lines={1.15}
        align="center"
      >
        {words.ourAgreements.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </At>
      <Seats seats={view.seats} layout={layout} />
      <Words>
        {face.page.kind === 'sentence' && (
          <Line size={4.2} color="var(--soft)">
            {words.reads(face.page.reader)}
          </Line>
        )}
        <Line size={size} above={face.page.kind === 'sentence' ? 2.6 : 12} human lines={1.2}>
          {text}
        </Line>
      </Words>
    </>
  )
}

/** The word alone in a full ring: nothing moves, whatever the length. */
export function SilenceFace() {
  const { centre, scale: s } = useFrame()
  const [silence] = useWords().stage.rule.QUIET(null, null, null)
  return (
    <>
      <QuietRing radius={25 * s} />
      <At
        x={centre.x - 24 * s}
        y={centre.y - 4.6 * s}
        width={48 * s}
        size={Math.max(4, 8 * s)}
        lines={1.15}
        color="var(--soft)"
        align="center"
      >
        {silence}
      </At>
    </>
  )
}

/** As still as silence, with what to write about; a number only in the last minute, and after it. */
export function WriteFace({ face, view, now }: FaceProps<'write'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const left = remaining(face.clock, now)
  const quiet = phaseOf(left) === 'plenty'
  return (
    <>
      <div className={pulseOf(left)}>
        <PhaseRing radius={layout.radius} clock={face.clock} now={now} />
      </div>
      <ClockFace
        clock={face.clock}
        now={now}
        time={quiet ? 'shape' : view.options.time}
        title={quiet || layout.radius >= 18 ? face.title : null}
      />
      <Seats seats={view.seats} layout={layout} />
      <Words>
        <RuleLines rule={face.rule} />
        <Line size={sentenceSize(frame, face.sentence)} above={8} human>
          {face.sentence}
        </Line>
      </Words>
    </>
  )
}

/** What somebody promised, asked about in the check-in: cut inside the quotation, so that the question stays whole. */
function Promised({ text }: { readonly text: string | null }) {
  const frame = useFrame()
  const words = useWords().stage
  const most = Math.min(5.4, frame.words.width / 12)
  const room = { width: frame.words.width, lines: 4, human: true } as const
  const whole = text === null ? words.promisedPrivately : words.promised(text)
  const size = sizeForLines(whole, { ...room, most, least: 3.8 })
  const sentence =
    text === null
      ? whole
      : words.promised(cutToFit(text, (cut) => fitsLines(words.promised(cut), size, room)))
  return (
    <Line size={size} above={8} human>
      <Own clamp={4}>{sentence}</Own>
    </Line>
  )
}

export function RoundFace({ face, view, now }: FaceProps<'round'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const words = useWords().stage
  const { centre, scale: s } = frame
  const left = remaining(face.whole, now)
  const title = face.round === 'phase' ? (face.title ?? '') : words.rounds[face.round]
  // A long name is a little smaller; one of three words takes two lines, and stands higher.
  const oneLine = sizeToFit(title, 600, 40 * s, 5 * s, 4 * s)
  const sentence = face.sentence ?? (face.round === 'phase' ? '' : words.roundSentences[face.round])
  return (
    <>
      <RoundRing radius={layout.radius} seats={view.seats} share={face.share} whole={face.whole} now={now} />
      <At
        x={centre.x - 20 * s}
        y={centre.y - (oneLine === null ? 11 : 8) * s}
        width={40 * s}
        size={oneLine ?? 4.4 * s}
        weight={600}
        lines={1.15}
        align="center"
        clamp={2}
      >
        {title}
      </At>
      {left > 30_000 && view.options.time !== 'shape' && (
        <At
          x={centre.x - 20 * s}
          y={centre.y + 1 * s}
          width={40 * s}
          size={Math.max(2.8, 3.4 * s)}
          color="var(--soft)"
          align="center"
        >
          {words.aboutLeft(wholeMinutes(millisOf(left)))}
        </At>
      )}
      <Seats seats={view.seats} layout={layout} />
      <Words>
        <RuleLines rule={face.rule} />
        {!face.asking && face.promise !== null && <Promised text={face.promise.text} />}
        {!face.asking && face.promise === null && sentence !== '' && (
          <Line size={sentenceSize(frame, sentence)} above={8} human>
            {sentence}
          </Line>
        )}
      </Words>
    </>
  )
}

export function ChoosingFace({ face, view }: FaceProps<'choosing'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const words = useWords().stage
  const { centre, scale: s } = frame
  const { first, second } = ruleSizes(frame)
  const [line, more] = face.first.length === 0 ? words.whoBrings : words.brings(face.first)
  const { width } = frame.words
  return (
    <>
      <QuietRing radius={layout.radius} />
      <At
        x={centre.x - 20 * s}
        y={centre.y - 12 * s}
        width={40 * s}
        size={20 * s}
        weight={660}
        lines={1}
        align="center"
      >
        {face.turns}
      </At>
      <At
        x={centre.x - 20 * s}
        y={centre.y + 8 * s}
        width={40 * s}
        size={Math.max(3.4, 4 * s)}
        color="var(--soft)"
        align="center"
      >
        {words.turnsToday(face.turns)}
      </At>
      <Seats seats={view.seats} layout={layout} />
      <Words>
        <Line
          size={
            sizeToFit(line, 700, width, first, first * 0.8) ??
            sizeForLines(line, { width, lines: 3, weight: 700, most: first * 0.8, least: 3.8 })
          }
          weight={700}
          lines={1.08}
          clamp={4}
        >
          {line}
        </Line>
        <Line size={second} above={0.8} weight={460}>
          {more}
        </Line>
        {face.nextInLine.length > 0 && (
          <Line size={3.6} above={8} lines={1.25} clamp={6}>
            <span style={{ color: 'var(--leaf)', fontWeight: 600 }}>{words.nextInLine}</span>{' '}
            {words.names(face.nextInLine)}
          </Line>
        )}
      </Words>
    </>
  )
}

/** More minutes, as they are asked for: how many, and who would pay. */
function MoreLines({ more, view }: { readonly more: MoreView; readonly view: StageView }) {
  const words = useWords().stage
  const { from } = more
  const closes = timeOfDay(more.closesAt, view.options.hours, view.options.language)
  return (
    <TwoLines
      first={words.moreMinutes(more.minutes)}
      second={
        more.asks !== null
          ? words.wouldItHelp(more.asks)
          : from === null
            ? words.weWouldClose(closes)
            : words.moreFrom(from.item, from.before, from.after)
      }
    />
  )
}

/** One question alone grows as far as it fits in seven lines. */
const aloneSize = (frame: Frame, text: string): number =>
  sizeForLines(text, {
    width: frame.words.width - 4,
    lines: 7,
    most: Math.min(7.6, frame.words.width / 9),
    least: 3.8,
    human: true,
  })

/** The pulse at zero comes once, slowly: only while the first minute of "time" runs. */
const pulseOf = (left: number): string => (left <= 0 && left > -60_000 ? 'pulse' : '')

export function TurnFace({ face, view, now }: FaceProps<'turn'>) {
  const frame = useFrame()
  const layout = useLayout(view)
  const words = useWords().stage
  const pulse = pulseOf(remaining(face.clock, now))
  const { board } = face
  return (
    <>
      <div className={pulse}>
        <PhaseRing radius={layout.radius} clock={face.clock} now={now} />
      </div>
      <ClockFace
        clock={face.clock}
        now={now}
        time={view.options.time}
        title={layout.radius < 18 ? null : face.title}
      />
      <Seats seats={view.seats} layout={layout} />
      <Words>
        {face.more === null ? (
          <RuleLines rule={face.rule} part={board?.alone ? 0.5 : 1} />
        ) : (
          <MoreLines more={face.more} view={view} />
        )}
        {board?.shown == null && (
          <Line size={sentenceSize(frame, face.sentence)} above={8} human>
            {face.sentence}
          </Line>
        )}
        {board?.shown != null && (
          <Line
            size={board.alone ? aloneSize(frame, board.shown) : sentenceSize(frame, board.shown)}
            above={5}
            human
            bar
            clamp={board.alone ? 7 : 6}
          >
            <bdi>{board.shown}</bdi>
            {board.by !== null && <AskedBy name={board.by} />}
          </Line>
        )}
        {board?.sorting != null && <Warmths said={board.sorting.said} />}
        {board !== null && (
          <div role="list">
            {board.waiting.map((question, index) => (
              <Line
                key={question}
                size={3.4}
                above={index === 0 ? 4 : 1.8}
                color="var(--soft)"
                lines={1.25}
                clamp={2}
                role="listitem"
              >
                <span
                  style={{ paddingInlineStart: board.shown === null ? 0 : 3 * frame.unit, display: 'block' }}
                >
                  {question}
                </span>
              </Line>
            ))}
            {board.more > 0 && (
              <Line size={3} above={1.8} color="var(--soft)">
                <span
                  style={{ paddingInlineStart: board.shown === null ? 0 : 3 * frame.unit, display: 'block' }}
                >
                  {words.andMore(board.more)}
                </span>
              </Line>
            )}
          </div>
        )}
      </Words>
    </>
  )
}
