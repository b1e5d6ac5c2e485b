// Formats of a circle's own as they come about: copied from the library and changed, step by step, by the edits themselves.
import fc from 'fast-check'
import type { FormatId } from '../../../shared/basics/ids'
import { speakingRules, type CaptureKind, type Format } from '../../../shared/formats/format'
import { library } from '../../../shared/formats/library/library'
import {
  addPhase,
  changePhase,
  copyOf,
  movePhase,
  movePhaseTo,
  removePhase,
  rename,
  type Edited,
  type PhaseChange,
} from '../../../shared/formats/own'

/** Words as people write them: long and short, in several scripts, with quotes, backslashes and signs that JSON escapes. */
const words = fc.oneof(
  fc.constantFrom(
    'Ask once more.',
    '“And then?”',
    'C:\\temp \\n "x"',
    'Frage, dann Stille.',
    'ما الذي تريد؟',
    '👩‍👧 zu zweit',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
)

const kinds: readonly CaptureKind[] = ['questions', 'insight', 'takeaway', 'words', 'outcome', 'commitment']

const changes: fc.Arbitrary<PhaseChange> = fc.oneof(
  words.map((title) => ({ title })),
  words.map((cue) => ({ cue })),
  words.map((rescue) => ({ rescue })),
  words.map((stageLine) => ({ stageLine })),
  fc.integer({ min: 0, max: 120 }).map((halves) => ({ minutes: halves / 2 })),
  fc.constantFrom(...speakingRules).map((rule) => ({ rule })),
  fc
    .constantFrom(
      'speaks' as const,
      'answers' as const,
      'listens' as const,
      'turned-away' as const,
      'out' as const,
    )
    .map((presenter) => ({ presenter })),
  fc.subarray([...kinds], { maxLength: 2 }).map((captures) => ({ captures })),
  fc.constantFrom('soft' as const, 'none' as const).map((sound) => ({ sound })),
)

/** One edit: what it is called, on which phase, and what it does. */
export interface Edit {
  readonly name: string
  readonly on: number
  readonly do: (format: Format, id: Format['phases'][number]['id']) => Edited
}

const newWords = { title: 'Pause', cue: 'We wait.', rescue: 'Wait.', stageLine: 'A minute for yourself.' }

export const edits: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.nat({ max: 20 }),
    fc.oneof(
      {
        weight: 6,
        arbitrary: changes.map((change) => ({
          name: `change ${Object.keys(change)[0]}`,
          do: (format: Format, id: never) => changePhase(format, id, change),
        })),
      },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom(1 as const, -1 as const)
          .map((by) => ({ name: 'move', do: (format: Format, id: never) => movePhase(format, id, by) })),
      },
      {
        weight: 1,
        arbitrary: fc.nat({ max: 17 }).map((place) => ({
          name: 'move to',
          do: (format: Format, id: never) => movePhaseTo(format, id, place),
        })),
      },
      {
        weight: 2,
        arbitrary: fc.constant({
          name: 'leave out',
          do: (format: Format, id: never) => removePhase(format, id),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.constant({
          name: 'add',
          do: (format: Format, id: never) => addPhase(format, id, newWords),
        }),
      },
      {
        weight: 1,
        arbitrary: words.map((title) => ({
          name: 'rename',
          do: (format: Format) => rename(format, title, []),
        })),
      },
    ),
  )
  .map(([on, edit]) => ({ ...edit, on }) as Edit)

/** What an edit makes of a format, or why not. */
export const applied = (format: Format, edit: Edit): Edited => {
  const phase = format.phases[edit.on % format.phases.length] ?? format.phases[0]!
  return edit.do(format, phase.id)
}

const idOf = fc
  .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'), {
    minLength: 22,
    maxLength: 22,
  })
  .map((signs) => signs.join('') as FormatId)

/** A copy of a format of the library, before anything in it is changed. */
export const copies: fc.Arbitrary<Format> = fc
  .tuple(fc.constantFrom(...library), idOf)
  .map(([format, id]) => {
    const copy = copyOf(format, { id, title: `Our ${format.title}`, own: [] })
    if (!copy.ok) throw new Error(copy.refusal.kind)
    return copy.value
  })

/** A format of a circle's own after up to a dozen edits, of which those that are refused change nothing. */
export const ownFormats: fc.Arbitrary<Format> = fc
  .tuple(copies, fc.array(edits, { maxLength: 12 }))
  .map(([copy, all]) =>
    all.reduce((format, edit) => {
      const edited = applied(format, edit)
      return edited.ok ? edited.value : format
    }, copy),
  )
