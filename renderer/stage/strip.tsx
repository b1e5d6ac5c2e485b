import type { StageOptions, StripView } from '../../shared/stage/stage-view'
import { useFrame } from '../ui/at'
import { timeOfDay } from '../words/time'
import { useWords } from '../words/words'

interface StripProps {
  readonly strip: StripView
  readonly options: StageOptions
  /** In a break the room only needs to know when we close. */
  readonly says: 'all' | 'the-close'
}

/** One bar for the session, and under it what comes then, who facilitates, and when we close. */
export function Strip({ strip, options, says }: StripProps) {
  const { width, unit, strip: place, portrait } = useFrame()
  const words = useWords().stage
  const total = strip.pieces.reduce((sum, piece) => sum + piece.minutes, 0)
  const gap = 0.4
  const usable = width - 10 - gap * (strip.pieces.length - 1)
  const size = portrait ? 2.6 : 3
  const at = (instant: StripView['closesAt']) => timeOfDay(instant, options.hours, options.language)
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
          columnGap: (strip.practice ? 4 : 2.4) * unit,
          fontSize: size * unit,
        }}
      >
        {!(portrait && strip.practice) && (
          <div className="cut">
            {says === 'all' &&
              strip.then &&
              thenWords(words, strip.then, strip.then.at === null ? null : at(strip.then.at))}
          </div>
        )}
        <div className="cut">
          {says === 'all' && (
            <>
              <span className="leaf-dot" />
              {words.facilitates(strip.facilitator)}
            </>
          )}
        </div>
        {strip.practice && <div>{words.practice}</div>}
        <div className="cut">
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
): string {
  if (then.title !== null) return words.then.group(then.title)
  if (then.kind === 'turn') return words.then.turn(then.name)
  if (then.kind === 'break') return words.then.break(at)
  return words.then.other(then.kind)
}
