import type { Circle } from '../../../shared/circle/circle'
import { allowances } from '../../../shared/circle/levels'
import type { Format } from '../../../shared/formats/format'
import {
  largestFormatFile,
  readFormat,
  writeFormat,
  type FileRefusal,
} from '../../../shared/formats/format-file'
import { nameInFormat, type NameInFormat } from '../../../shared/formats/names-in-format'
import { desktop } from '../../desktop'
import { saveText, type WriteOutcome } from '../vault/own-text'

/** Writes a method into a file that somebody chooses; where names don't leave, one that has a name in it stays, and it is said which. */
export async function saveFormat(
  format: Format,
  { level, members }: Pick<Circle, 'level' | 'members'>,
): Promise<WriteOutcome | NameInFormat> {
  const mayName = allowances[level].date.export === 'with-names'
  const found = mayName ? null : nameInFormat(format, members)
  return found ?? saveText('circlet-method.json', writeFormat(format))
}

/** What came of bringing a file: a method, or why not. */
export type Brought =
  | { readonly is: 'format'; readonly format: Format }
  | { readonly is: 'refused'; readonly refusal: FileRefusal }
  | { readonly is: 'left' | 'unreadable' }

/** Lets somebody choose a file and reads it; changes nothing. */
export async function bringFormat(): Promise<Brought> {
  const answer = await desktop().carry({ is: 'import' }, null)
  if (answer.is === 'left') return { is: 'left' }
  if (answer.is === 'cannot' && answer.because === 'too-large')
    return { is: 'refused', refusal: { kind: 'too-big', line: 1, most: largestFormatFile } }
  if (answer.is !== 'done' || answer.bytes === undefined) return { is: 'unreadable' }
  const read = readFormat(new TextDecoder('utf-8').decode(answer.bytes))
  return read.ok ? { is: 'format', format: read.value } : { is: 'refused', refusal: read.refusal }
}
