import type { StageOptions, StageView, StripView } from '../../shared/stage/stage-view'
import { useFrame } from '../ui/at'
import { cutToFit, widthOf } from '../ui/measure'
import { titleInRing } from '../ui/ring-title'
import { layoutSeats } from '../ui/seat-layout'
import type { Frame } from '../ui/frame'
import { timeOfDay } from '../words/time'
import { useWords } from '../words/words'

interface StripProps {
  readonly strip: StripView
  readonly options: StageOptions
  /** In a break the room only needs to know when we close. */
  readonly says: 'all' | 'the-close'
  /** The phase's name, where the ring is too small for it. */
  readonly phase: string | null
}

/** The name of a phase that has no room in the ring. */
export const phaseForStrip = (frame: Frame, { face, seats, options }: StageView): string | null =>
  face.kind === 'turn' &&
  options.time !== 'shape' &&
  titleInRing(face.title, layoutSeats(frame, seats).radius, frame.scale) === null
    ? face.title
    : null

/** The sizes of the line under the bar, the first that fits. */
const sizes = [3, 2.8, 2.6]
/** The dot before the one who facilitates, in sizes of the text. */
const dot = 0.9

interface Lined {
  readonly size: number
  readonly left: string
  readonly middle: string
}

interface Line {
  readonly then: string
  readonly thenShort: (cut: string) => string
  readonly thenName: string
  readonly phase: string | null
  readonly facilitates: (name: string) => string
  readonly facilitator: string
  readonly close: string
  readonly room: number
  readonly gaps: number
}

/** What stands at the left and in the middle, and how large: whole if it can, else names end with "…". */
function lineUp({
  then,
  thenShort,
  thenName,
  phase,
  facilitates,
  facilitator,
  close,
  room,
  gaps,
}: Line): Lined {
  const whole = phase === null ? then : `${phase} · ${then}`
  const wide = (text: string, size: number) => widthOf(text, 400) * size * 1.02
  const middleOf = (text: string, size: number) => wide(text, size) + dot * size
  const leftRoom = (middle: string, size: number) =>
    Math.min(
      (room - middleOf(middle, size) - gaps) / 2,
      room - middleOf(middle, size) - gaps - wide(close, size),
    )
  const middleRoom = (size: number) => room - gaps - 2 * wide(close, size)
  const lefts = phase === null ? [whole] : [whole, phase]
  for (const left of lefts) {
    for (const size of sizes) {
      const middle = facilitates(facilitator)
      if (middleOf(middle, size) <= middleRoom(size) && wide(left, size) <= leftRoom(middle, size))
        return { size, left, middle }
    }
  }
  const size = sizes.at(-1) ?? 2.6
  const third = Math.max((room - gaps) / 3, room - gaps - 2 * Math.max(wide(close, size), (room - gaps) / 3))
  const middle = facilitates(
    cutToFit(facilitator, (cut) => middleOf(facilitates(cut), size) <= Math.min(third, middleRoom(size)), [
      'grapheme',
    ]),
  )
  const say = phase === null ? thenShort : (cut: string) => cut
  const fits = (text: string) => wide(text, size) <= leftRoom(middle, size)
  const left = say(cutToFit(phase ?? thenName, (cut) => fits(say(cut)), ['grapheme']))
  // What is in nobody's name is left out rather than cut.
  return { size, left: fits(left) ? left : '', middle }
}

/** One bar for the session, and under it what comes then, who facilitates, and when we close. */
export function Strip({ strip, options, says, phase }: StripProps) {
  const { width, unit, strip: place, portrait } = useFrame()
  const words = useWords().stage
  const total = strip.pieces.reduce((sum, piece) => sum + piece.minutes, 0)
  const gap = 0.4
  const usable = width - 10 - gap * (strip.pieces.length - 1)
  const at = (instant: StripView['closesAt']) => timeOfDay(instant, options.hours, options.language)
  const { then } = strip
  const thenAt = then === null || then.at === null ? null : at(then.at)
  const practice = strip.practice ? widthOf(words.practice, 400) * 3 + 4 : 0
  const between = strip.practice ? 4 : 2.4
  const { size, left, middle } = lineUp({
    then: then === null ? '' : thenWords(words, then, thenAt, null),
    thenShort: (cut) => (then === null ? '' : thenWords(words, then, thenAt, cut)),
    thenName: then?.title ?? then?.name ?? '',
    phase,
    facilitates: words.facilitates,
    facilitator: strip.facilitator,
    close: `${words.weCloseAt} ${at(strip.closesAt)}0`,
    room: width - 10 - practice,
    gaps: 2 * between,
  })
  return (
    <div data-part="strip">
      <div
        className="at"
        style={{
          left: 5 * unit,
          width: (width - 10) * unit,
          top: place.y * unit,
          height: 0.9 * unit,
          display: 'flex',
          gap: gap * unit,
        }}
        aria-hidden="true"
      >
        {strip.pieces.map((piece, index) => (
          <div
            key={index}
            style={{
              width: ((usable * piece.minutes) / Math.max(1, total)) * unit,
              borderRadius: unit,
              background: { past: 'var(--shape)', present: 'var(--ink)', future: 'var(--hair)' }[piece.state],
            }}
          />
        ))}
      </div>
      <div
        className="at strip-line"
        style={{
          left: 5 * unit,
          width: (width - 10) * unit,
          top: (place.y + 1.8) * unit,
          columnGap: between * unit,
          fontSize: size * unit,
        }}
      >
        {!(portrait && strip.practice) && <div>{says === 'all' && left}</div>}
        <div>
          {says === 'all' && (
            <>
              <span className="leaf-dot" />
              {middle}
            </>
          )}
        </div>
        {strip.practice && <div>{words.practice}</div>}
        <div>
          {words.weCloseAt} <b style={{ color: 'var(--ink)' }}>{at(strip.closesAt)}</b>
        </div>
      </div>
    </div>
  )
}

function thenWords(
  words: ReturnType<typeof useWords>['stage'],
  then: NonNullable<StripView['then']>,
  at: string | null,
  named: string | null,
): string {
  if (then.title !== null) return words.then.group(named ?? then.title)
  if (then.kind === 'turn') return words.then.turn(then.name === null ? null : (named ?? then.name))
  if (then.kind === 'break') return words.then.break(at)
  return words.then.other(then.kind)
}
