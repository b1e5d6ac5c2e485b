import type { Member } from '../../../shared/circle/circle'
import type { OpenCircle } from '../../data/circles'
import { desktop } from '../../desktop'

export type WriteOutcome = 'written' | 'left' | 'failed'

/** Writes a text into a file that somebody chooses. */
export async function saveText(name: string, text: string): Promise<WriteOutcome> {
  const answer = await desktop().carry({ is: 'export', name }, new TextEncoder().encode(text))
  return answer.is === 'done' ? 'written' : answer.is === 'left' ? 'left' : 'failed'
}

/** What a member takes along: their own commitments and sentences, one a line, in their own words. */
export const ownText = ({ commitments, kept }: OpenCircle, { id }: Member): string =>
  [
    ...commitments.filter(({ member }) => member === id).map(({ text }) => text),
    ...kept.flatMap(({ lines }) => lines.filter(({ owner }) => owner === id).map(({ text }) => text)),
  ]
    .map((line) => `${line}\n`)
    .join('')
