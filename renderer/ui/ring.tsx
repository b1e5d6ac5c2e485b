import type { ReactNode } from 'react'
import type { Instant } from '../../shared/basics/time'
import { allotted, phaseOf, remaining, remainingWithin, type Clock } from '../../shared/session/clock'
import type { SeatView } from '../../shared/stage/stage-view'
import { useFrame } from './at'
import { aroundCentre, seatAngle, type Frame } from './frame'

const fullCircle = 2 * Math.PI
/** A full circle of overtime is ten minutes; there the rose arc stops. */
const fullOvertime = 600_000
/** Half of the gap between two pieces of a round, in radians. */
const halfGap = 0.05

function arcPath(frame: Frame, radius: number, from: number, to: number): string {
  const a = aroundCentre(frame, radius, radius, from)
  const b = aroundCentre(frame, radius, radius, to)
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${b.x} ${b.y}`
}

interface ArcProps {
  readonly radius: number
  readonly from: number
  readonly to: number
  readonly color: string
  readonly thick: number
  readonly name?: string
}

function Arc({ radius, from, to, color, thick, name }: ArcProps) {
  const frame = useFrame()
  if (to - from < 0.002) return null
  if (to - from >= fullCircle - 0.002) {
    return (
      <circle
        cx={frame.centre.x}
        cy={frame.centre.y}
        r={radius}
        fill="none"
        stroke={color}
        strokeWidth={thick}
        data-arc={name}
      />
    )
  }
  return (
    <path
      d={arcPath(frame, radius, from, to)}
      fill="none"
      stroke={color}
      strokeWidth={thick}
      strokeLinecap="round"
      data-arc={name}
    />
  )
}

function RingCanvas({ children }: { readonly children: ReactNode }) {
  const { width, height, unit } = useFrame()
  return (
    <svg
      className="at"
      width={width * unit}
      height={height * unit}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

/** A hairline ring that tells nothing. */
export function QuietRing({ radius }: { readonly radius: number }) {
  return (
    <RingCanvas>
      <Arc radius={radius} from={0} to={fullCircle} color="var(--hair)" thick={0.7} />
    </RingCanvas>
  )
}

interface PhaseRingProps {
  readonly radius: number
  readonly clock: Clock
  readonly now: Instant
}

/** The ring as the phase: full at its start, emptying clockwise; after a minute over, a thin rose arc grows. */
export function PhaseRing({ radius, clock, now }: PhaseRingProps) {
  const { scale } = useFrame()
  const left = remaining(clock, now)
  const part = Math.max(0, Math.min(1, left / Math.max(1, allotted(clock))))
  const over = phaseOf(left) === 'over' ? Math.min(1, -left / fullOvertime) : 0
  return (
    <RingCanvas>
      <Arc radius={radius} from={0} to={fullCircle} color="var(--hair)" thick={0.7 * scale} />
      <Arc
        radius={radius}
        from={fullCircle * (1 - part)}
        to={fullCircle}
        color="var(--arc)"
        thick={2.6 * scale}
        name="now"
      />
      <Arc
        radius={radius}
        from={0}
        to={fullCircle * over}
        color="var(--rose)"
        thick={0.9 * scale}
        name="over"
      />
    </RingCanvas>
  )
}

interface RoundRingProps {
  readonly radius: number
  readonly seats: readonly SeatView[]
  readonly share: Clock | null
  readonly whole: Clock
  readonly now: Instant
}

/** The ring as the people: one piece a seat; the present one holds what is left of its share. */
export function RoundRing({ radius, seats, share, whole, now }: RoundRingProps) {
  const { scale } = useFrame()
  const half = Math.PI / Math.max(1, seats.length) - halfGap
  const part =
    share === null ? 0 : Math.min(1, remainingWithin(share, whole, now) / Math.max(1, allotted(share)))
  return (
    <RingCanvas>
      {seats.map((seat, index) => {
        const middle = seatAngle(index, seats.length)
        const from = middle - half
        const to = middle + half
        if (seat.arc === 'none') return null
        if (seat.arc !== 'now') {
          return (
            <Arc
              key={seat.number}
              radius={radius}
              from={from}
              to={to}
              color={seat.arc === 'done' ? 'var(--shape)' : 'var(--hair)'}
              thick={0.9}
            />
          )
        }
        return (
          <g key={seat.number}>
            <Arc radius={radius} from={from} to={to} color="var(--hair)" thick={2.6 * scale} />
            <Arc
              radius={radius}
              from={to - (to - from) * part}
              to={to}
              color="var(--arc)"
              thick={2.6 * scale}
              name="now"
            />
          </g>
        )
      })}
    </RingCanvas>
  )
}
