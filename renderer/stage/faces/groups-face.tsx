// Pairs and trios: who sits with whom, who tells now, and until when.
import type { Letter } from '../../../shared/formats/format'
import type { PartView } from '../../../shared/stage/stage-view'
import { At, FrameProvider, Line, Own, Stack, useFrame } from '../../ui/at'
import { ClockFace, TitleAlone } from '../../ui/clock-face'
import type { Frame } from '../../ui/frame'
import { cutToFit, linesAt, sizeForLines, sizeToFit, widthOf } from '../../ui/measure'
import { PhaseRing, QuietRing } from '../../ui/ring'
import { lineHeightOf } from '../../ui/script'
import { inTwo, widest } from '../../ui/two-lines'
import { useWords } from '../../words/words'
import type { FaceProps } from './face-props'

const letters: readonly Letter[] = ['A', 'B', 'C', 'D']
const radius = 17
const top = 32

interface Places {
  readonly rows: { readonly x: number; readonly width: number }
  readonly ring: { readonly x: number; readonly y: number }
  /** Half of what may be written under the ring. */
  readonly half: number
}

function placesOf({ width, portrait, direction }: Frame): Places {
  if (portrait) return { rows: { x: 5, width: width - 10 }, ring: { x: width / 2, y: 117 }, half: 45 }
  const wide = width * 0.6
  return direction === 'rtl'
    ? { rows: { x: width - 5 - wide, width: wide }, ring: { x: 24, y: 44 }, half: 19 }
    : { rows: { x: 5, width: wide }, ring: { x: width - 24, y: 44 }, half: 19 }
}

export function GroupsFace({ face, view, now }: FaceProps<'groups'>) {
  const frame = useFrame()
  const words = useWords().stage
  const { rows, ring, half } = placesOf(frame)
  // Back in one circle that is all there is to say, until the next view comes.
  const together = face.part === null && face.clock !== null
  if (together || (face.changeUntil !== null && now < face.changeUntil))
    return <Change>{face.part === null ? words.allTogether : words.changeTo(face.part)}</Change>
  const small = { ...frame, centre: ring, scale: 0.7 }
  return (
    <>
      <Stack x={rows.x} y={7} width={rows.width}>
        <Heading face={face} width={rows.width} />
      </Stack>
      <Rows face={face} place={rows} />
      <FrameProvider value={{ ...small, scale: 0.9 }}>
        {face.clock === null ? (
          <QuietRing radius={radius} />
        ) : (
          <PhaseRing radius={radius} clock={face.clock} now={now} />
        )}
      </FrameProvider>
      <FrameProvider value={small}>
        {face.clock === null ? (
          <TitleAlone title={face.title} radius={radius} />
        ) : (
          <ClockFace clock={face.clock} now={now} time={view.options.time} title={null} radius={radius} />
        )}
      </FrameProvider>
      <Stack x={ring.x - half} y={ring.y + radius + 4.6} width={2 * half}>
        <div style={{ textAlign: 'center' }}>
          {face.part !== null && (
            <Line size={3.4} color="var(--soft)">
              {words.thenPart(face.then, face.part)}
            </Line>
          )}
          {face.keeper !== null && (
            <Line size={3.4} above={face.part === null ? 0 : 2.4} color="var(--soft)">
              {words.keepsTheTime(face.keeper)}
            </Line>
          )}
        </div>
      </Stack>
    </>
  )
}

/** Who speaks and how, and the sentence that belongs to it; before the begin, where to. */
function Heading({ face, width }: Pick<FaceProps<'groups'>, 'face'> & { readonly width: number }) {
  const words = useWords().stage
  const [first, second] = face.part === null ? [words.findACorner, null] : words.part(face.part)
  const sentence = face.part === null ? null : face.sentence
  const sizes = headingSizes({ first, second, sentence }, width)
  return (
    <>
      <div data-part="rule">
        <Line size={sizes.first} weight={700} lines={1.08}>
          {first}
        </Line>
        {second !== null && (
          <Line size={sizes.second} above={0.8} weight={460} lines={1.14}>
            {second}
          </Line>
        )}
      </div>
      {sentence !== null && (
        <Line size={sizes.sentence} above={sizes.above} human lines={1.14}>
          <Own clamp={sizes.lines}>{sentence}</Own>
        </Line>
      )}
    </>
  )
}

interface HeadingWords {
  readonly first: string
  readonly second: string | null
  readonly sentence: string | null
}

/** The sizes of what stands over the rows, so that it ends above them: the rule is as large as it then can be. */
function headingSizes({ first, second, sentence }: HeadingWords, width: number) {
  const room = top - 7 - 0.8
  const laid = (part: number) => {
    const one = sizeToFit(first, 700, width, Math.max(4, 7.6 * part), 3.6) ?? 3.6
    const most = Math.max(3.8, 5.2 * part)
    const two = sizeForLines(second ?? '', { width, lines: 1, most, least: 3.4, weight: 460 })
    const above = Math.max(1.2, 2.6 * part)
    const rule =
      one * lineHeightOf(first, 1.08) +
      (second === null
        ? 0
        : 0.8 + linesAt(second, two, { width, weight: 460 }) * two * lineHeightOf(second, 1.14))
    const high = lineHeightOf(sentence ?? '', 1.14)
    const linesFor = (size: number) => Math.max(1, Math.floor((room - rule - above) / (size * high)))
    const fits = (size: number) =>
      sentence === null || linesAt(sentence, size, { width, human: true }) <= linesFor(size)
    const size = [4.2, 4, 3.8, 3.6, 3.4].find(fits)
    const chosen = size ?? 3.4
    return {
      first: one,
      second: two,
      above,
      sentence: chosen,
      lines: linesFor(chosen),
      whole: size !== undefined,
    }
  }
  const ways = [1, 0.9, 0.8, 0.7, 0.6, 0.5].map(laid)
  return ways.find(({ whole }) => whole) ?? laid(0.5)
}

/** Whether a letter has the floor: its own part, or the others' while it sits turned round. */
const hasFloor = (part: PartView | null, letter: Letter | undefined): boolean =>
  part !== null &&
  letter !== undefined &&
  part.letter !== null &&
  (part.letter === letter) !== (part.does === 'turns-round')

interface RowsProps {
  readonly face: FaceProps<'groups'>['face']
  readonly place: Places['rows']
}

/** The letter before the name; above it, in every row, where a name would not fit beside it. */
function Rows({ face: { rows, part, lettered }, place }: RowsProps) {
  const { unit } = useFrame()
  const columns = Math.max(...rows.map((row) => row.length), 2)
  const high = Math.min(15, 58 / Math.max(1, rows.length))
  const column = place.width / columns
  const beside = lettered ? column - disc - 2.6 : column - 2
  const whole = (name: string) => placeName(name, beside, high).whole
  const above = lettered && high > 11 && !rows.flat().every(whole)
  const room = above ? column - 2 : beside
  return (
    <div
      className="at"
      role="list"
      style={{ left: place.x * unit, top: top * unit, width: place.width * unit }}
    >
      {rows.map((row, index) => (
        <div
          key={row.join(' ')}
          role="listitem"
          style={{
            height: high * unit,
            display: 'grid',
            gridTemplateColumns: `repeat(${columns}, ${column * unit}px)`,
            alignItems: 'center',
            borderTop: index === 0 ? undefined : `${0.25 * unit}px solid var(--hair)`,
          }}
        >
          {row.map((name, place) => (
            <Person
              key={name}
              letter={lettered ? (letters[place] ?? null) : null}
              tells={hasFloor(part, letters[place])}
              placed={placeName(name, room, above ? high - 5.4 : high)}
              above={above}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

const disc = 5.4

interface PersonProps {
  readonly placed: Placed
  readonly letter: Letter | null
  readonly tells: boolean
  readonly above: boolean
}

function Person({ placed: { lines, size }, letter, tells, above }: PersonProps) {
  const { unit } = useFrame()
  const wide = (above ? 4.8 : disc) * unit
  return (
    <div
      aria-current={tells ? 'true' : undefined}
      style={{
        display: 'flex',
        flexDirection: above ? 'column' : 'row',
        alignItems: above ? 'start' : 'center',
        gap: (above ? 0.6 : 1) * unit,
        color: tells || letter === null ? 'var(--ink)' : 'var(--soft)',
      }}
    >
      {letter !== null && (
        <span
          className={tells ? 'disc tells' : 'disc'}
          style={{ width: above && !tells ? undefined : wide, height: wide, fontSize: 3.6 * unit }}
        >
          {letter}
        </span>
      )}
      <bdi
        style={{
          fontSize: size * unit,
          fontWeight: tells ? 700 : 460,
          lineHeight: lineHeightOf(lines.join(''), nameLine),
          whiteSpace: 'nowrap',
        }}
      >
        {lines.map((line, index) => (
          <div key={index}>{index < lines.length - 1 ? `${line} ` : line}</div>
        ))}
      </bdi>
    </div>
  )
}

interface Placed {
  readonly lines: readonly string[]
  readonly size: number
  readonly whole: boolean
}

const nameLine = 1.2

/** A name on one line, else on two; else as much of it as fits before "…". */
function placeName(name: string, room: number, high: number): Placed {
  const one = sizeToFit(name, 700, room, 3.8, 3.4)
  if (one !== null) return { lines: [name], size: one, whole: true }
  const lines = inTwo(name, 700)
  const two = lines === null ? null : sizeToFit(widest(lines, 700), 700, room, 3.6, 3.4)
  if (lines !== null && two !== null && 2 * two * lineHeightOf(name, nameLine) <= high - 1)
    return { lines, size: two, whole: true }
  const cut = cutToFit(name, (text) => widthOf(text, 700) * 3.4 <= room)
  return { lines: [cut], size: 3.4, whole: false }
}

/** For two seconds nothing but the change. */
function Change({ children }: { readonly children: string }) {
  const { width, height } = useFrame()
  const size = sizeToFit(children, 700, width - 10, 13, 5) ?? 5
  return (
    <At
      x={5}
      y={height / 2 - size * 0.7}
      width={width - 10}
      size={size}
      weight={700}
      lines={1.1}
      align="center"
    >
      {children}
    </At>
  )
}
