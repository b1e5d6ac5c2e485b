// Joins that must not pass: each is wrong in a way that somebody might write.
import { shelfOf, withQuestions } from '../../../shared/craft/of-circle'
import { withOwn } from '../../../shared/circle/own-places'
import { formatParts, withFormatParts } from '../../../shared/formats/of-circle'
import { joinStates } from '../../../shared/travel/join'
import type { CircleState } from '../../../shared/travel/state'

export type Join = (here: CircleState, there: CircleState) => CircleState

const newer = (here: CircleState, there: CircleState) =>
  there.circle.version > here.circle.version ? there : here

/** The newer file replaces the older one's sessions. */
const lastWriterOfTraces: Join = (here, there) => ({
  ...joinStates(here, there),
  traces: newer(here, there).traces,
})

/** What was forgotten is noted and not acted upon. */
const noTombstones: Join = (here, there) => {
  const forgotten = { sessions: [], commitments: [], members: [] }
  return {
    ...joinStates({ ...here, forgotten }, { ...there, forgotten }),
    forgotten: joinStates(here, there).forgotten,
  }
}

/** The ids of what was forgotten are taken from the newer only. */
const newerTombstones: Join = (here, there) => {
  const { forgotten } = newer(here, there)
  return joinStates({ ...here, forgotten }, { ...there, forgotten })
}

/** Members are those of the newer record. */
const lastWriterOfMembers: Join = (here, there) => {
  const joined = joinStates(here, there)
  const { members } = newer(here, there).circle
  const left = members.filter(({ id }) => !joined.forgotten.members.includes(id))
  return { ...joined, circle: { ...joined.circle, members: left } }
}

/** Sessions are put one after the other, as two lists. */
const tracesTwice: Join = (here, there) => ({
  ...joinStates(here, there),
  traces: [...here.traces, ...there.traces],
})

/** Of the same version each keeps its own record. */
const mineOnTies: Join = (here, there) => {
  const joined = joinStates(here, there)
  return here.circle.version === there.circle.version ? { ...joined, circle: here.circle } : joined
}

/** A joined record counts as a change of its own. */
const joinCountsAsChange: Join = (here, there) => {
  const joined = joinStates(here, there)
  const version = Math.max(here.circle.version, there.circle.version) + 1
  return { ...joined, circle: { ...joined.circle, version } }
}

/** The formats are those of the newer record. */
const lastWriterOfFormats: Join = (here, there) => {
  const joined = joinStates(here, there)
  const { formats = [], removedFormats = [] } = newer(here, there).circle
  return { ...joined, circle: withFormatParts(joined.circle, formatParts(formats, removedFormats)) }
}

/** The questions are those of the newer record. */
const lastWriterOfQuestions: Join = (here, there) => {
  const joined = joinStates(here, there)
  return { ...joined, circle: withQuestions(joined.circle, shelfOf(newer(here, there).circle)) }
}

/** A question that either has is there, also where the other took it out. */
const takenOutComesBack: Join = (here, there) => {
  const joined = joinStates(here, there)
  const all = [...shelfOf(here.circle).own, ...shelfOf(there.circle).own]
  const own = all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place)
  return { ...joined, circle: withQuestions(joined.circle, { ...shelfOf(joined.circle), own }) }
}

/** Members' own places are those of the newer record. */
const lastWriterOfPlaces: Join = (here, there) => {
  const joined = joinStates(here, there)
  const { places, gone } = newer(here, there).circle.own ?? { places: [], gone: [] }
  return { ...joined, circle: withOwn(joined.circle, { places, gone }) }
}

/** Only the members go; what they promised and kept stays. */
const namesOnly: Join = (here, there) => {
  const members = { members: [] as const }
  const strip = (state: CircleState) => ({ ...state, forgotten: { ...state.forgotten, ...members } })
  return { ...joinStates(strip(here), strip(there)), ...pick(joinStates(here, there)) }
}
const pick = ({ circle, forgotten }: CircleState) => ({ circle, forgotten })

export const wrongJoins: readonly (readonly [string, Join])[] = [
  ['the last writer has the sessions', lastWriterOfTraces],
  ['nothing forgotten is taken out', noTombstones],
  ['only the newer knows what is forgotten', newerTombstones],
  ['the last writer has the members', lastWriterOfMembers],
  ['sessions are counted twice', tracesTwice],
  ['each keeps its own on a tie', mineOnTies],
  ['a join counts as a change', joinCountsAsChange],
  ['only the name of who left goes', namesOnly],
  ['the last writer has the formats', lastWriterOfFormats],
  ['the last writer has the questions', lastWriterOfQuestions],
  ['a question that was taken out comes back', takenOutComesBack],
  ['the last writer has the own places', lastWriterOfPlaces],
]
