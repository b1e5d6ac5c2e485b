import type { SeatView } from '../../shared/stage/stage-view'
import { useWords } from '../words/words'
import { useFrame } from './at'
import {
  around,
  seatLineOf,
  stepsBack,
  type LabelSeat,
  type PillSeat,
  type SeatLayout,
  type Written,
} from './seat-layout'

const classesOf = (seat: SeatView, form: string): string =>
  [
    'seat',
    form,
    seat.floor && 'floor',
    seat.turn !== null && 'turn',
    seat.next && 'next',
    seat.brings && seat.turn === null && 'brings',
    seat.facilitates && !seat.floor && !seat.next && !seat.brings && 'facilitates',
    seat.listens && 'listens',
  ]
    .filter(Boolean)
    .join(' ')

/** A name on its lines. */
function Name({ lines }: Written) {
  return (
    <bdi>
      {lines.map((line, index) => (
        <span key={index}>{index < lines.length - 1 ? `${line} ` : line}</span>
      ))}
    </bdi>
  )
}

/** Nothing of a seat comes nearer to the wall's edge. */
const margin = 4.2
/** How tall the words under a name are, in h. */
const inTurn = 3.3

function Pill({ seat, place }: { readonly seat: SeatView; readonly place: PillSeat }) {
  const { unit, centre, width } = useFrame()
  const half = place.width / 2
  const [far, high] = [place.x - centre.x, place.y - centre.y]
  const back = seat.listens ? stepsBack / Math.max(1, Math.hypot(far, high)) : 0
  const x = Math.min(width - margin - half, Math.max(margin + half, place.x + far * back))
  const y = Math.max(margin + 3.4, place.y + high * back)
  const grow = seat.floor ? 1.12 : 1
  return (
    <div
      className={classesOf(seat, 'pill')}
      style={{
        left: x * unit,
        top: y * unit,
        width: place.width * grow * unit,
        minHeight: 6.8 * grow * unit,
        fontSize: place.size * grow * unit,
        lineHeight: seatLineOf(place.lines),
        borderWidth: 0.5 * unit,
      }}
    >
      <Name {...place} />
      <Turn seat={seat} />
    </div>
  )
}

/** First, or then: under the name of who presents today. */
function Turn({ seat }: { readonly seat: SeatView }) {
  const { unit } = useFrame()
  const words = useWords().stage
  if (seat.turn === null) return null
  return (
    <span className="in-turn" style={{ fontSize: 3 * unit, fontWeight: 520 }}>
      {words.inTurn(seat.turn)}
    </span>
  )
}

/** The name stands where it stands; a ground or an edge grows around it on all sides. */
function Label({ seat, place }: { readonly seat: SeatView; readonly place: LabelSeat }) {
  const { unit, centre } = useFrame()
  const shift = { start: '0', middle: '-50%', end: '-100%' }[place.anchor]
  const marked = seat.floor || seat.next || seat.brings || seat.listens || seat.turn !== null
  const beside = marked ? around.beside : 0
  const sign = { start: 1, middle: 0, end: -1 }[place.anchor]
  const [far, high] = [place.x - centre.x, place.y - centre.y]
  // What stands under the name too makes it grow away from the ring.
  const away = seat.turn === null ? 0 : ((inTurn / 2) * high) / Math.max(1, Math.hypot(far, high))
  const back = seat.listens ? place.back : { x: 0, y: 0 }
  return (
    <div
      className={classesOf(seat, 'label')}
      style={{
        left: (place.x + back.x - sign * beside) * unit,
        top: (place.y + back.y + away) * unit,
        padding: marked
          ? `${(seat.turn === null ? around.above - 0.5 : 0) * unit}px ${(beside - 0.5) * unit}px`
          : 0,
        fontSize: place.size * unit,
        lineHeight: seatLineOf(place.lines),
        textAlign: marked ? 'center' : place.anchor === 'middle' ? 'center' : undefined,
        transform: `translate(${shift}, -50%)`,
        borderWidth: (seat.turn === null ? 0.5 : 0) * unit,
      }}
    >
      <Name {...place} />
      <Turn seat={seat} />
    </div>
  )
}

/** Everybody's seat. Seats never move; the light does. */
export function Seats({
  seats,
  layout,
}: {
  readonly seats: readonly SeatView[]
  readonly layout: SeatLayout
}) {
  return (
    <div role="list" aria-hidden={seats.length === 0}>
      {seats.map((seat, index) => {
        const pill = layout.form === 'pills' ? layout.seats[index] : undefined
        const label = layout.form === 'labels' ? layout.seats[index] : undefined
        return (
          <div role="listitem" key={seat.number} aria-current={seat.floor ? 'true' : undefined}>
            {pill && <Pill seat={seat} place={pill} />}
            {label && <Label seat={seat} place={label} />}
          </div>
        )
      })}
    </div>
  )
}
