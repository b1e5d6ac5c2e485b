// The sixteen drills. They are formats, held like what the whole group does, and stand in no list of methods: one is proposed a session.
import type { FormatId } from '../../basics/ids'
import type { Format } from '../../formats/format'
import type { Drill } from './drill'
import { askFirst, cameraTest, feedforward, seen } from './feedback'
import { mirror, silenceLadder, threeChannels, wordsKept } from './listening'
import { hotCold, onlyQuestions, turnIt, whatElse } from './questions'
import { assumptionDig, letter, twoMinutesAfter, whatSoWhat } from './reflection'

/** All drills, by skill, in the order in which a circle meets them. */
export const drills: readonly Drill[] = [
  mirror,
  silenceLadder,
  threeChannels,
  wordsKept,
  turnIt,
  onlyQuestions,
  whatElse,
  hotCold,
  seen,
  feedforward,
  askFirst,
  cameraTest,
  whatSoWhat,
  assumptionDig,
  twoMinutesAfter,
  letter,
]

export const drillById = (id: FormatId): Drill | null => drills.find(({ format }) => format.id === id) ?? null

/** Whether a format is a drill: everybody practises, and nobody has the turn. */
export const isDrill = (id: FormatId): boolean => drillById(id) !== null

/** The drills' formats alone. */
export const drillFormats: readonly Format[] = drills.map(({ format }) => format)
