import { wholeMinutes, millisOf, type Instant } from '../../shared/basics/time'
import { phaseOf, remaining, type Clock } from '../../shared/session/clock'
import { exactClock } from '../words/time'
import { useWords } from '../words/words'
import { At, Own, useFrame } from './at'
import { linesAt, sizeForLines } from './measure'
import { acrossRing, chordOf, titleInRing, titleLine, titleSize } from './ring-title'
import { lineHeightOf } from './script'

interface ClockFaceProps {
  readonly clock: Clock
  readonly now: Instant
  readonly time: 'minutes' | 'exact' | 'shape'
  readonly title: string | null
  readonly radius: number
}

/** The time in the ring, as the wall tells it: "7 min", "last minute", "time", "1 min over"; digits are a choice. */
export function ClockFace({ clock, now, time, title, radius }: ClockFaceProps) {
  const { centre, scale: s } = useFrame()
  const words = useWords().stage
  const left = remaining(clock, now)
  const phase = phaseOf(left)
  const wide = { x: centre.x - 21 * s, width: 42 * s, align: 'center' } as const
  if (time === 'shape') return title === null ? null : <TitleAlone title={title} radius={radius} />
  const heading = title !== null && <Heading title={title} radius={radius} />
  if (phase === 'time') {
    return (
      <>
        {heading}
        <At
          {...wide}
          y={centre.y - 7 * s}
          size={acrossRing(words.time, 660, radius, s, 12 * s)}
          weight={660}
          lines={1}
          style={{ letterSpacing: '-.02em', whiteSpace: 'nowrap' }}
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
        <At
          {...wide}
          y={centre.y + 5 * s}
          size={acrossRing(words.minOver, 500, radius, s, Math.max(3.4, 3.6 * s))}
          weight={500}
        >
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
    const size = acrossRing(words.lastMinute, 600, radius, s, 6 * s)
    return (
      <>
        {heading}
        <At {...wide} y={centre.y - size * 0.6} size={size} weight={600}>
          {words.lastMinute}
        </At>
      </>
    )
  }
  const count = String(wholeMinutes(millisOf(left)))
  return (
    <>
      {heading}
      <Big text={count} size={count.length > 2 ? 15 : 20} y={count.length > 2 ? -9.5 : -12} />
      <At {...wide} y={centre.y + 8 * s} size={Math.max(3.4, 5 * s)} weight={500}>
        {words.min}
      </At>
    </>
  )
}

/** The phase's name above the number, where the ring has room for it. */
function Heading({ title, radius }: { readonly title: string; readonly radius: number }) {
  const { centre, scale: s } = useFrame()
  const placed = titleInRing(title, radius, s)
  if (placed === null) return null
  const high = titleSize * lineHeightOf(title, titleLine)
  return placed.lines.map((line, index) => (
    <At
      key={index}
      x={centre.x - radius}
      y={centre.y - placed.y + index * high}
      width={2 * radius}
      size={titleSize}
      lines={titleLine}
      color="var(--soft)"
      align="center"
      style={{ whiteSpace: 'nowrap' }}
    >
      {line}
    </At>
  ))
}

/** The phase's name alone in the ring, where no number stands there. */
export function TitleAlone({ title, radius }: { readonly title: string; readonly radius: number }) {
  const { centre, scale: s } = useFrame()
  const width = chordOf(radius, s, radius * 0.55)
  const room = { width, lines: 3, weight: 600 }
  const size = sizeForLines(title, { ...room, most: Math.max(3.4, 5 * s), least: 3.4 })
  const high = Math.min(3, linesAt(title, size, room)) * size * lineHeightOf(title, titleLine)
  return (
    <At
      x={centre.x - width / 2}
      y={centre.y - high / 2}
      width={width}
      size={size}
      weight={600}
      lines={titleLine}
      align="center"
    >
      <Own clamp={3}>{title}</Own>
    </At>
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
