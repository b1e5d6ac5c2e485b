// A circle with something of every kind, each text, name and day recognisable wherever it turns up; and the words of its files.
import type { FormatId, MemberId, OwnPlaceId, SessionId, TextId } from '../../../shared/basics/ids'
import { instantOf } from '../../../shared/basics/time'
import type { Commitment, Level, Member } from '../../../shared/circle/circle'
import { newStanding, usualRetention } from '../../../shared/circle/circle'
import type { KeptOfSession } from '../../../shared/circle/kept'
import type { ExportLabels } from '../../../shared/export/labels'
import type { Exportable } from '../../../shared/export/what'
import type { SessionTrace } from '../../../shared/session/trace'

export const levels: readonly Level[] = ['C0', 'C1', 'C2', 'C3', 'C4']

const person = (id: string, name: string, shortName: string): Member => ({
  id: id as MemberId,
  name,
  shortName,
})

/** Names that stand nowhere else. */
export const members: readonly Member[] = [
  person('m1', 'Quokkanoor Velt', 'Quokkanoor'),
  person('m2', 'Zebrajun', 'Zebrajun'),
  person('m3', 'Ibexamara', 'Ibexamara'),
]

/** Everything that may not leave where names may not. */
export const nameCanaries = ['Quokkanoor', 'Zebrajun', 'Ibexamara', 'Wombatcircle'] as const

const day = (n: number) => instantOf(Date.UTC(2026, 2, n, 18))

/** The two sessions: the first is kept under a level of its own. */
export const firstDay = '2026-03-03'
export const secondDay = '2026-03-17'

const trace = (id: string, n: number): SessionTrace => ({
  session: id as SessionId,
  closedAt: day(n),
  here: members.map((member) => member.id),
  facilitated: ['m1' as MemberId],
  presented: ['m3' as MemberId],
  formats: ['questions' as FormatId],
  items: [
    { item: 'i1' as never, kind: 'turn', planned: 60, actual: 61.4 },
    { item: 'i2' as never, kind: 'break', planned: 30, actual: 30.2 },
  ],
})

const promise = (id: string, change: Partial<Commitment>): Commitment => ({
  id: id as TextId,
  member: 'm2' as MemberId,
  text: 'promisedroom to call zebrajun',
  kind: 'do',
  until: '2026-03-29',
  seenBy: 'room',
  session: 's2' as SessionId,
  ...change,
})

/** What is kept of the first session, under a level. */
export const keptAt = (level: Level): KeptOfSession => ({
  session: 's1' as SessionId,
  level,
  lines: [
    { kind: 'takeaway', text: 'takenaway from QUOKKANOOR VELT', owner: 'm3' as MemberId },
    { kind: 'takeaway', text: 'takennameless …', owner: null },
    { kind: 'word', text: 'harvested Ibexamara’s calm', owner: null },
    { kind: 'question', text: 'whatasked by Zebra\u200bjun?', owner: null },
    { kind: 'commitment', text: 'promisednameless', owner: null },
  ],
})

/** A circle at one level, with a session that was kept at another. */
export const circleAt = (level: Level, keptLevel: Level): Exportable => ({
  circle: {
    id: 'c' as never,
    name: 'Wombatcircle',
    members,
    agreements: [{ id: 'a1' as TextId, text: 'agreed: what Quokkanoor wrote' }],
    level,
    standing: {
      ...newStanding,
      next: { at: day(31), facilitator: 'm2' as MemberId, answer: 'willing' },
    },
    retention: usualRetention,
    questions: { favourites: ['favouritebyid'], own: [{ id: 'q1', text: 'askedbyus' }] },
    own: {
      places: members.map(({ id }, place) => ({
        id: `ownplace${place}` as OwnPlaceId,
        member: id,
        sealed: 'ownsealed',
      })),
      gone: ['owngone' as OwnPlaceId],
    },
    version: 1,
  },
  traces: [trace('s1', 3), trace('s2', 17)],
  commitments: [
    promise('p1', {}),
    promise('p2', { seenBy: 'console', text: 'promisedprivate' }),
    promise('p3', { kind: 'rest', member: 'm1' as MemberId, text: 'restingpromise', until: null }),
  ],
  kept: [keptAt(keptLevel)],
})

const iso = (at: number) => new Date(at).toISOString()

/** The words of the tests: plain, and none of them a name. */
export const labels: ExportLabels = {
  title: (what, circle) => [what, circle].filter((one) => one !== null).join(' · '),
  somebody: '…',
  somebodyGone: 'somebody gone',
  kinds: { commitment: 'Commitment', takeaway: 'Takeaway', word: 'Harvest', question: 'Question' },
  sections: { lines: 'Lines', commitments: 'Open', agreements: 'Agreements', next: 'Next' },
  columns: {
    kind: 'What',
    date: 'Date',
    time: 'Time',
    minutes: 'Minutes',
    formats: 'Formats',
    facilitated: 'Facilitated',
    presented: 'Presented',
    name: 'Who',
    text: 'Words',
    until: 'Until',
  },
  rows: { session: 'Session', commitment: 'Open', agreement: 'Agreement', next: 'Next' },
  facilitated: 'Facilitated',
  presented: 'Presented',
  facilitates: 'Facilitates',
  asked: 'Asked',
  rests: 'rests',
  restsUntil: (until) => `rests until ${until}`,
  by: (until) => `by ${until}`,
  minutes: (count) => `${count} minutes`,
  format: (id) => (id === 'questions' ? 'Question round' : null),
  list: (names) => names.join(' and '),
  day: (at) => iso(at).slice(0, 10),
  dayAndTime: (at) => iso(at).slice(0, 16),
  date: (at) => iso(at).slice(0, 10),
  clock: (at) => iso(at).slice(11, 16),
  meeting: (circle) => (circle === null ? 'Meeting' : `Meeting of ${circle}`),
}
