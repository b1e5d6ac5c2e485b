import type { SeatView } from '../../shared/stage/stage-view'
import { useWords } from '../words/words'
import { useFrame } from './at'
import type { LabelSeat, PillSeat, SeatLayout } from './seat-layout'

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

function Pill({ seat, place }: { readonly seat: SeatView; readonly place: PillSeat }) {
  const { unit, centre } = useFrame()
  const back = seat.listens
    ? { x: 1 + 2.5 / Math.max(1, Math.abs(place.x - centre.x) + Math.abs(place.y - centre.y)), y: 1 }
    : { x: 1, y: 1 }
  const x = centre.x + (place.x - centre.x) * back.x
  const grow = seat.floor ? 1.12 : 1
  return (
    <div
      className={classesOf(seat, 'pill')}
      style={{
        left: x * unit,
        top: place.y * unit,
        width: place.width * grow * unit,
        minHeight: 6.8 * grow * unit,
        fontSize: place.size * grow * unit,
        whiteSpace: place.lines === 1 ? 'nowrap' : 'normal',
        borderWidth: 0.5 * unit,
      }}
    >
      <bdi>{place.text}</bdi>
      <Turn seat={seat} />
    </div>
  )
}

/** First, or then: under the name of who presents today. */
function Turn({ seat }: { readonly seat: SeatView }) {
  const { unit } = useFrame()
  const words = useWords().stage
  if (seat.turn === null) return null
  return <span style={{ fontSize: 3 * unit, fontWeight: 520 }}>{words.inTurn(seat.turn)}</span>
}

function Label({ seat, place }: { readonly seat: SeatView; readonly place: LabelSeat }) {
  const { unit } = useFrame()
  const shift = { start: '0', middle: '-50%', end: '-100%' }[place.anchor]
  const out = seat.listens ? (place.anchor === 'start' ? 2.5 : place.anchor === 'end' ? -2.5 : 0) : 0
  return (
    <div
      className={classesOf(seat, 'label')}
      style={{
        left: (place.x + out) * unit,
        top: place.y * unit,
        maxWidth: place.most * unit,
        fontSize: place.size * unit,
        transform: `translate(${shift}, -50%)`,
        borderWidth: 0.5 * unit,
      }}
    >
      <bdi>{place.text}</bdi>
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
