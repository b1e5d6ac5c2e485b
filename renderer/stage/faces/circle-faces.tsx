// Faces with the circle at one side and words at the other.
import { millisOf, wholeMinutes } from '../../../shared/basics/time'
import { phaseOf, remaining } from '../../../shared/session/clock'
import { At, Line, Own, Stack, useFrame } from '../../ui/at'
import { ClockFace } from '../../ui/clock-face'
import { withName, withNames } from '../../ui/fit-words'
import { ruleSizes, sentenceSize } from '../../ui/frame'
import { cutToFit, fitsLines, linesAt, sizeForLines, sizeToFit } from '../../ui/measure'
import { PhaseRing, QuietRing, RoundRing } from '../../ui/ring'
import { lineHeightOf } from '../../ui/script'
import { Seats } from '../../ui/seats'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import { pulseOf, useLayout, Words } from './circle-parts'
import type { FaceProps } from './face-props'
import { RuleLines, useRule } from './rule-lines'

export function WaitingFace({ face, view, now }: FaceProps<'waiting'>) {
  const frame = useFrame()
  const { centre, scale: s } = frame
  const words = useWords().stage
  const layout = useLayout(view)
  const soon = face.beginsAt === null || now >= face.beginsAt
  const begins = soon ? '' : timeOfDay(face.beginsAt, view.options.hours, view.options.language)
  const most = Math.min(ruleSizes(frame).first * 1.1, 11 / lineHeightOf(face.circle, 1.18))
  const circle = { width: frame.words.width, lines: 2, most, least: 4.6, human: true } as const
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
            size={sizeToFit(begins, 650, 1.6 * layout.radius, 13 * s, 5) ?? 5}
            weight={650}
            lines={1}
            align="center"
            style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
          >
            {begins}
          </At>
          <At
            x={centre.x - 21 * s}
            y={centre.y + 6 * s}
            width={42 * s}
            size={Math.max(3.4, 4 * s)}
            color="var(--soft)"
            align="center"
          >
            {words.weBegin}
          </At>
        </>
      )}
      <Seats seats={view.seats} layout={layout} />
      <Stack x={frame.words.x} y={frame.words.y + 14} width={frame.words.width}>
        <Line size={sizeForLines(face.circle, circle)} human lines={1.18}>
          <Own clamp={2}>{face.circle}</Own>
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
  const { width } = frame.words
  const fits = (size: number, weight: number) => (text: string) => linesAt(text, size, { width, weight }) <= 2
  return (
    <>
      <QuietRing radius={layout.radius} />
      <Seats seats={view.seats} layout={layout} />
      <Stack x={frame.words.x} y={frame.words.y + 20} width={width}>
        <Line size={first} weight={700} lines={1.12}>
          {withName(
            face.thanks === null ? words.facilitatesToday : words.facilitatesNow,
            face.facilitator,
            fits(first, 700),
          )}
        </Line>
        <Line size={second} above={2.4} weight={460}>
          {face.thanks === null
            ? words.allRight
            : withName(words.thankYouName, face.thanks, fits(second, 460))}
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
  const { width, y } = frame.words
  const room = (frame.portrait ? frame.strip.y - 4 : 87) - y - (face.page.kind === 'sentence' ? 9.6 : 12)
  const fits = (size: number) =>
    linesAt(text, size, { width, human: true }) * size * lineHeightOf(text, 1.2) <= room
  let size = Math.min(6.6, width / 9.6) * (text.length > 110 ? 0.8 : 1)
  while (size > 3.4 && !fits(size)) size = Math.max(3.4, size - 0.2)
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
            {withName(
              words.reads,
              face.page.reader,
              (said) => sizeToFit(said, 400, width, 4.2, 4.2) !== null,
            )}
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
  const rule = useRule(face.rule)
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
        title={face.title}
        radius={layout.radius}
      />
      <Seats seats={view.seats} layout={layout} />
      <Words>
        <RuleLines words={rule} />
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
  const rule = useRule(face.rule)
  const layout = useLayout(view)
  const words = useWords().stage
  const { centre, scale: s } = frame
  const left = remaining(face.whole, now)
  const about = words.aboutLeft(wholeMinutes(millisOf(Math.max(1, left))))
  const title = face.round === 'phase' ? (face.title ?? '') : words.rounds[face.round]
  // A long name is a little smaller; one of three words takes two lines, and stands higher.
  const inside = 2 * (layout.radius - 1.3 * s) - 5
  const oneLine = sizeToFit(title, 600, inside, Math.max(3.4, 5 * s), Math.max(3.4, 4 * s))
  const two = { width: inside - 4, lines: 2, most: Math.max(3.4, 4.4 * s), least: 3.4, weight: 600 }
  const titleSize = oneLine ?? sizeForLines(title, two)
  const sentence = face.sentence ?? (face.round === 'phase' ? '' : words.roundSentences[face.round])
  return (
    <>
      <RoundRing radius={layout.radius} seats={view.seats} share={face.share} whole={face.whole} now={now} />
      <At
        x={centre.x - inside / 2}
        y={centre.y - 0.6 - (oneLine === null ? 2 : 1.4) * titleSize * lineHeightOf(title, 1.15)}
        width={inside}
        size={titleSize}
        weight={600}
        lines={1.15}
        align="center"
      >
        <Own clamp={2}>{title}</Own>
      </At>
      {left > 30_000 && view.options.time !== 'shape' && (
        <At
          x={centre.x - 20 * s}
          y={centre.y + 1 * s}
          width={40 * s}
          size={sizeToFit(about, 400, inside, 3.4, 2.8) ?? 2.8}
          color="var(--soft)"
          align="center"
        >
          <span data-part="count">{about}</span>
        </At>
      )}
      <Seats seats={view.seats} layout={layout} />
      <Words>
        <RuleLines words={rule} />
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
  const { width } = frame.words
  const several = { width, lines: face.first.length < 3 ? 2 : 4, weight: 700, most: first * 0.8, least: 3.8 }
  const [, more] = face.first.length === 0 ? words.whoBrings : words.brings(face.first)
  const line =
    face.first.length === 0
      ? words.whoBrings[0]
      : withNames(
          (names) => words.brings(names)[0],
          face.first,
          (said) => fitsLines(said, 3.8, several),
        )
  const waiting = withNames(
    (names) => words.names(names),
    face.nextInLine,
    (said) => fitsLines(`${words.nextInLine} ${said}`, 3.6, { width, lines: 6, weight: 500 }),
  )
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
          size={sizeToFit(line, 700, width, first, first * 0.8) ?? sizeForLines(line, several)}
          weight={700}
          lines={1.08}
        >
          {line}
        </Line>
        <Line size={second} above={0.8} weight={460}>
          {more}
        </Line>
        {face.nextInLine.length > 0 && (
          <Line size={3.6} above={face.first.length < 3 ? 8 : 5} lines={1.25}>
            <span style={{ color: 'var(--leaf)', fontWeight: 600 }}>{words.nextInLine}</span> {waiting}
          </Line>
        )}
      </Words>
    </>
  )
}
