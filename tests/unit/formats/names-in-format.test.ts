import { describe, expect, it } from 'vitest'
import type { FormatId, MemberId } from '../../../shared/basics/ids'
import type { Member } from '../../../shared/circle/circle'
import { library } from '../../../shared/formats/library/library'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { nameInFormat } from '../../../shared/formats/names-in-format'
import { copyOf } from '../../../shared/formats/own'

const member = (name: string): Member => ({ id: name as MemberId, name, shortName: name })
const members = [member('Will'), member('Noor')]
const copied = copyOf(shortQuestionRound, { id: 'own' as FormatId, title: 'Our round', own: [] })
const ours = copied.ok ? copied.value : shortQuestionRound

describe('a name in a method', () => {
  it('is found in what the circle wrote, with its phase', () => {
    const [first, second, ...rest] = ours.phases
    const phases = [first!, { ...second!, cue: 'Then Noor asks: what would you wish?' }, ...rest]
    expect(nameInFormat({ ...ours, phases }, members)).toEqual({ name: 'Noor', phase: 'Facts' })
    expect(nameInFormat({ ...ours, title: 'Noor’s round' }, members)).toEqual({ name: 'Noor', phase: null })
  })

  it('is not found in the sentences of the library', () => {
    for (const format of library) expect(nameInFormat(format, members)).toBeNull()
    expect(library.some(({ phases }) => phases.some(({ stageLine }) => /\bwill\b/.test(stageLine)))).toBe(
      true,
    )
    expect(nameInFormat(ours, members)).toBeNull()
  })
})
