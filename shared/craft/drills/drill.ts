// A drill is a short format of the whole group that practises one skill (circles.md 6.1). These are the parts that all are made of.
import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format, FormatPhase, GroupPart, Letter, PhaseMinutes } from '../../formats/format'

/** The four skills, in the order in which a circle meets them first. */
export const skills = ['listening', 'questions', 'feedback', 'reflection'] as const
export type Skill = (typeof skills)[number]

export interface Drill {
  readonly skill: Skill
  readonly format: Format
}

/** What a phase says: its title, once to all, when it slips, and on the wall. */
interface Said {
  readonly title: string
  readonly cue: string
  readonly rescue: string
  readonly stageLine: string
}

type MakePhase = (drill: string) => FormatPhase

/** Planned, least and most, in minutes. */
type Length = readonly [nominal: number, floor: number, cap: number]

const minutesOf = ([nominal, floor, cap]: Length): PhaseMinutes => ({ nominal, floor, cap })

const phaseId = (drill: string, id: string) => `${drill}/${id}` as PhaseId

/** In pairs or trios: it ends by itself, with a soft tone. Phases of several letters stay equally long. */
export const inGroups =
  (id: string, length: Length, part: GroupPart, said: Said): MakePhase =>
  (drill) => ({
    id: phaseId(drill, id),
    minutes: minutesOf(length),
    who: 'all',
    rule: 'PAIRS',
    part,
    presenter: 'speaks',
    ends: 'by-itself',
    captures: [],
    ...(part.letter === null ? {} : { equalGroup: id.slice(id.indexOf('-') + 1) }),
    sound: 'soft',
    ...said,
  })

/** Everybody in one circle, one at a time, whoever likes. */
export const openly =
  (id: string, length: Length, said: Said, captures: FormatPhase['captures'] = []): MakePhase =>
  (drill) => ({
    id: phaseId(drill, id),
    minutes: minutesOf(length),
    who: 'all',
    rule: 'OPEN',
    presenter: 'speaks',
    ends: 'by-hand',
    captures,
    sound: 'none',
    ...said,
  })

/** One voice after the other; passing is fine. */
export const inARound =
  (id: string, length: Length, said: Said): MakePhase =>
  (drill) => ({
    id: phaseId(drill, id),
    minutes: minutesOf(length),
    who: 'each',
    rule: 'ROUND',
    presenter: 'speaks',
    ends: 'by-hand',
    perVoice: true,
    captures: [],
    sound: 'none',
    ...said,
  })

/** Each on paper, for oneself. */
export const onPaper =
  (id: string, length: Length, said: Said): MakePhase =>
  (drill) => ({
    id: phaseId(drill, id),
    minutes: minutesOf(length),
    who: 'all',
    rule: 'WRITE',
    presenter: 'listens',
    ends: 'by-hand',
    captures: [],
    sound: 'soft',
    ...said,
  })

/** Nobody speaks; it ends by itself. */
export const inQuiet =
  (id: string, length: Length, said: Said): MakePhase =>
  (drill) => ({
    id: phaseId(drill, id),
    minutes: minutesOf(length),
    who: 'all',
    rule: 'QUIET',
    presenter: 'listens',
    ends: 'by-itself',
    captures: [],
    sound: 'soft',
    ...said,
  })

const after: Readonly<Record<Letter, Letter>> = { A: 'B', B: 'C', C: 'A', D: 'A' }

/** A phase for each letter; who comes after a letter has the second part in it. The phases of D are held in a group of four only. */
export const eachOf = (
  letters: readonly Letter[],
  phase: (letter: Letter, next: Letter, third: Letter) => MakePhase,
): readonly MakePhase[] =>
  letters.map((letter) => {
    const next = after[letter]
    return phase(letter, next, after[next])
  })

/** A drill for three to twelve. Its id begins with "drill-"; each of its phases' ids with that id. */
export const drill = (
  skill: Skill,
  format: Pick<Format, 'title' | 'after' | 'grouping'> & {
    readonly id: string
    readonly best: Format['size']['best']
  },
  phases: readonly MakePhase[],
): Drill => {
  const { id, best, ...rest } = format
  return {
    skill,
    format: {
      ...rest,
      id: id as FormatId,
      version: 1,
      scope: 'group',
      size: { min: 3, best, max: 12 },
      phases: phases.map((make) => make(id)),
    },
  }
}
