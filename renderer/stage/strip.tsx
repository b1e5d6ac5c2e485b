import type { StageOptions, StripView } from '../../shared/stage/stage-view'
import { At, useFrame } from '../ui/at'
import { timeOfDay } from '../words/time'
import { useWords } from '../words/words'

/** One bar for the session, and under it what comes then, who facilitates, and when we close. */
export function Strip({ strip, options }: { readonly strip: StripView; readonly options: StageOptions }) {
  const { width, unit, strip: place, portrait } = useFrame()
  const words = useWords().stage
  const total = strip.pieces.reduce((sum, piece) => sum + piece.minutes, 0)
  const gap = 0.4
  const usable = width - 10 - gap * (strip.pieces.length - 1)
  const third = (width - 10) / 3
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
      <At x={5} y={place.y + 1.8} width={third} size={size} color="var(--soft)" clamp={1}>
        {strip.then && thenWords(words, strip.then, strip.then.at === null ? null : at(strip.then.at))}
      </At>
      <At
        x={5 + third}
        y={place.y + 1.8}
        width={third}
        size={size}
        color="var(--soft)"
        align="center"
        clamp={1}
      >
        <span className="leaf-dot" />
        {words.facilitates(strip.facilitator)}
      </At>
      <At
        x={5 + 2 * third}
        y={place.y + 1.8}
        width={third}
        size={size}
        color="var(--soft)"
        align="end"
        clamp={1}
      >
        {words.weCloseAt} <b style={{ color: 'var(--ink)' }}>{at(strip.closesAt)}</b>
      </At>
    </div>
  )
}

function thenWords(
  words: ReturnType<typeof useWords>['stage'],
  then: NonNullable<StripView['then']>,
  at: string | null,
): string {
  if (then.kind === 'turn') return words.then.turn(then.name)
  if (then.kind === 'break') return words.then.break(at)
  return words.then.other(then.kind)
}
