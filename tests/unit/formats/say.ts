// What the tests of the formats have in common: the words of a format, its sums, and how it runs, as lines.
import { expect } from 'vitest'
import type { PhaseId } from '../../../shared/basics/ids'
import type { Format } from '../../../shared/formats/format'

export const notToBeFound =
  /\b(?:behind|overdue|late|absent|invalid|error|warning|failed|abort|submit|user|session key|vault|sync|stage manager|cue|live|score|he|she|him|her|his|hers|please note|successfully|tonight|this evening|projector|client|coachee|coach|troika|wise crowds|wial|liberating structures|heilsbronn\w*|tietze)\b|!/i

/** The last part of a phase's id. */
export const short = (phase: PhaseId): string => phase.slice(phase.indexOf('/') + 1)

export const capMinutes = (format: Format): number =>
  format.phases.reduce((sum, { minutes }) => sum + minutes.cap, 0)

/** Every word that a format says: on the wall, for the facilitator, in a list. Who is credited is a name. */
export const wordsOf = (format: Format): readonly string[] => [
  format.title,
  ...format.phases.flatMap(({ title, cue, rescue, stageLine }) => [title, cue, rescue, stageLine]),
]

export const forbiddenIn = (format: Format): readonly string[] =>
  wordsOf(format).filter((text) => notToBeFound.test(text))

/** A sentence in lines of so many letters, broken between words. */
export function linesOf(sentence: string, letters = 26): readonly string[] {
  const lines: string[] = []
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** How a format runs, a line for each phase: rule, who, how the presenter takes part, captures, sound, end. */
export const runs = (format: Format): readonly string[] =>
  format.phases.map(
    ({ id, rule, who, presenter, captures, sound, ends }) =>
      `${short(id)}: ${[rule, who, presenter, captures.join('+') || '-', sound, ends].join(' ')}`,
  )

/** Every phase says what it says in one breath, and what stands on the wall fits three of its lines. */
export function expectShortWords(format: Format): void {
  for (const { id: where, title, cue, rescue, stageLine } of format.phases) {
    for (const text of [title, cue, rescue, stageLine]) expect(text, where).toBe(text.trim())
    expect(title, where).toMatch(/^\p{Lu}\S*(?: \S+){0,2}$/u)
    expect(cue.length, `${where}: ${cue}`).toBeLessThanOrEqual(140)
    expect(rescue.length, `${where}: ${rescue}`).toBeLessThanOrEqual(140)
    expect(stageLine.length, `${where}: ${stageLine}`).toBeLessThanOrEqual(60)
    expect(linesOf(stageLine).length, `${where}: ${stageLine}`).toBeLessThanOrEqual(3)
    for (const line of linesOf(stageLine)) expect(line.length, where).toBeLessThanOrEqual(26)
    expect(cue, where).not.toMatch(/[“”"]/)
    expect(rescue, where).not.toMatch(/^I\b/)
  }
}
