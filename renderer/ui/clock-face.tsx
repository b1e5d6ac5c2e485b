import { wholeMinutes, millisOf, type Instant } from '../../shared/basics/time'
import { phaseOf, remaining, type Clock } from '../../shared/session/clock'
import { exactClock } from '../words/time'
import { useWords } from '../words/words'
import { At, useFrame } from './at'

interface ClockFaceProps {
  readonly clock: Clock
  readonly now: Instant
  readonly time: 'minutes' | 'exact' | 'shape'
  readonly title: string | null
}

/** The time in the ring, as the wall tells it: "7 min", "last minute", "time", "1 min over"; digits are a choice. */
export function ClockFace({ clock, now, time, title }: ClockFaceProps) {
  const { centre, scale: s } = useFrame()
  const words = useWords().stage
  const left = remaining(clock, now)
  const phase = phaseOf(left)
  const wide = { x: centre.x - 21 * s, width: 42 * s, align: 'center' } as const
  const heading = title !== null && (
    <At {...wide} y={centre.y - 17 * s} size={Math.max(2.8, 3.4 * s)} color="var(--soft)" clamp={2}>
      {title}
    </At>
  )
  if (time === 'shape')
    return (
      <At {...wide} y={centre.y - 4 * s} size={5 * s} weight={600}>
        {title}
      </At>
    )
  if (phase === 'time') {
    return (
      <>
        {heading}
        <At
          {...wide}
          y={centre.y - 7 * s}
          size={12 * s}
          weight={660}
          lines={1}
          style={{ letterSpacing: '-.02em' }}
        >
          {words.time}
        </At>
      </>
    )
  }
  if (phase === 'over') {
    return (
      <>
        {heading}
        <Big text={String(Math.floor(-left / 60_000))} size={12} y={-9} />
        <At {...wide} y={centre.y + 5 * s} size={Math.max(2.8, 3.6 * s)} weight={500}>
          {words.minOver}
        </At>
      </>
    )
  }
  if (time === 'exact') {
    const text = exactClock(left)
    return (
      <>
        {heading}
        <Big text={text} size={text.length > 4 ? 12 : 15} y={-8} />
      </>
    )
  }
  if (phase === 'last-minute') {
    return (
      <>
        {heading}
        <At {...wide} y={centre.y - 3.6 * s} size={6 * s} weight={600}>
          {words.lastMinute}
        </At>
      </>
    )
  }
  const count = String(wholeMinutes(millisOf(left)))
  return (
    <>
      {heading}
      <Big text={count} size={count.length > 2 ? 15 : 20} y={-12} />
      <At {...wide} y={centre.y + 8 * s} size={5 * s} weight={500}>
        {words.min}
      </At>
    </>
  )
}

function Big({ text, size, y }: { readonly text: string; readonly size: number; readonly y: number }) {
  const { centre, scale: s } = useFrame()
  return (
    <At
      x={centre.x - 21 * s}
      y={centre.y + y * s}
      width={42 * s}
      size={size * s}
      weight={660}
      lines={1}
      align="center"
      style={{ letterSpacing: '-.03em', fontVariantNumeric: 'tabular-nums' }}
    >
      {text}
    </At>
  )
}
