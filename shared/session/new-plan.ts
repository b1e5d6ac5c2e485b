import { accepted, type Result } from '../basics/result'
import type { Instant } from '../basics/time'
import type { FormatId, MemberId } from '../basics/ids'
import type { Circle, Commitment, Day, Help, Member } from '../circle/circle'
import { rank } from '../circle/rota'
import { drillFormats } from '../craft/drills/drills'
import type { Format } from '../formats/format'
import { newAgenda, type AgendaItem, type AgendaRefusal, type SessionPlan } from './plan'
import type { SessionTrace } from './trace'

/** What is known of a circle when a session is planned. */
export interface KnownCircle {
  readonly circle: Circle
  /** All sessions that were held, in their order. */
  readonly traces: readonly SessionTrace[]
  readonly commitments: readonly Commitment[]
}

export interface PlanWish {
  /** Who is expected; the rota proposes only these. */
  readonly here: readonly MemberId[]
  /** How long the circle has, in minutes. */
  readonly minutes: number
  readonly help: Help
  readonly beginsAt: Instant | null
  readonly today: Day
  /** The whole library, with which the circle's own go: a turn may be given another format in the room. */
  readonly formats: readonly Format[]
  /** The format of every turn, unless the agenda says otherwise. */
  readonly format: FormatId
  /** Instead of whom the rota proposes. */
  readonly facilitator?: MemberId
  /** Who swapped with the facilitator, and is asked first next time. */
  readonly nextTime?: MemberId
  /** Instead of the agenda that fits. */
  readonly agenda?: readonly AgendaItem[]
  /** How they sit, clockwise; who is not in it keeps the usual order behind the others. */
  readonly order?: readonly MemberId[]
}

/** Members as they sit: those in the order first, each once, the others behind them. */
function inSeatOrder(members: readonly Member[], order: readonly MemberId[] = []): readonly Member[] {
  const place = (id: MemberId) => (order.includes(id) ? order.indexOf(id) : order.length)
  return members.toSorted((one, other) => place(one.id) - place(other.id))
}

/** Whether a commitment is asked about on a day: one that rests is left alone until its day. */
export const isDue = ({ kind, until }: Commitment, today: Day): boolean =>
  kind === 'do' || (until !== null && until <= today)

/** The formats that a circle can choose from: the library's, and its own behind them. */
export const withOwn = (
  formats: readonly Format[],
  { formats: own = [] }: Pick<Circle, 'formats'>,
): readonly Format[] => [...formats, ...own.filter(({ id }) => formats.every((one) => one.id !== id))]

/** These formats, and behind them the drills that the agenda names: they stand in no list to choose from. */
const withDrills = (formats: readonly Format[], agenda: readonly AgendaItem[] = []): readonly Format[] => [
  ...formats,
  ...drillFormats.filter(({ id }) => agenda.some((item) => item.kind === 'turn' && item.format === id)),
]

/** A circle's plan for its next session; refuses a length in which nobody could present. */
export function newPlan(
  { circle, traces, commitments }: KnownCircle,
  wish: PlanWish,
): Result<SessionPlan, AgendaRefusal> {
  const { here, minutes, help, beginsAt, today } = wish
  const formats = withDrills(withOwn(wish.formats, circle), wish.agenda)
  const due = commitments.filter((commitment) => isDue(commitment, today))
  const format = formats.find(({ id }) => id === wish.format) ?? formats[0]
  if (!format) throw new Error('A plan needs at least one format.')
  const toReview = new Set(due.map(({ member }) => member).filter((member) => here.includes(member))).size
  const agenda =
    wish.agenda === undefined
      ? newAgenda({ minutes, people: here.length, format, toReview })
      : accepted(wish.agenda)
  if (!agenda.ok) return agenda
  const rota = { members: circle.members, standing: circle.standing, traces }
  const everybody = circle.members.map(({ id }) => id)
  const inOrder = (role: 'facilitator' | 'presenter') => [
    ...new Set([...rank(rota, here, role).map(({ member }) => member), ...everybody]),
  ]
  const facilitate = inOrder('facilitator')
  const facilitator = wish.facilitator ?? facilitate[0]
  if (facilitator === undefined) throw new Error('A circle needs somebody in it.')
  return accepted({
    circleName: circle.name,
    members: inSeatOrder(circle.members, wish.order),
    agreements: circle.agreements,
    level: circle.level,
    ...(circle.retention === 0 ? { keepsLines: false as const } : {}),
    ...(circle.questions === undefined ? {} : { questions: circle.questions }),
    ...(circle.namesOnBoard ? { namesOnBoard: true as const } : {}),
    help,
    agenda: agenda.value,
    formats,
    minutes,
    beginsAt,
    facilitator,
    rota: { facilitate, present: inOrder('presenter') },
    queue: circle.standing.queue,
    commitments: due,
    ...(wish.nextTime === undefined ? {} : { nextTime: wish.nextTime }),
  })
}
