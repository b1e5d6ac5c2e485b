import type { PackFacts } from '../../shared/vault/errands'
import type { CircleState } from '../../shared/travel/state'
import { desktop } from '../desktop'
import { takesOut } from './becoming'
import { writeState, type OpenCircle } from './circles'
import { writeRows } from './rows'

type Copied = Pick<OpenCircle, 'vault' | 'repository'>

/** The copies of a circle that lie beside its keys, newest first. */
export async function packsOf({ vault }: Pick<Copied, 'vault'>): Promise<readonly PackFacts[]> {
  const answer = await desktop().carry({ is: 'packs', id: vault.id }, null)
  return answer.is === 'done' ? (answer.packs ?? []) : []
}

/** Writes one more copy of a circle's sealed rows, and drops those that no longer open; gives whether it was written. */
export async function keepCopy(
  { vault, repository }: Copied,
  kind: PackFacts['kind'],
  drops: 'none' | 'snapshots' | 'all',
): Promise<boolean> {
  const rows = writeRows(await repository.rows())
  const answer = await desktop().carry({ is: 'keep', id: vault.id, kind, drops }, rows)
  return answer.is === 'done'
}

/** Writes a circle as it is to be from now on. Where something was taken out, a fresh copy replaces those that do not open any more. */
export async function writeWithCopies(open: OpenCircle, next: CircleState): Promise<OpenCircle> {
  const replaces = takesOut(open, next)
  const written = await writeState(open, next)
  if (replaces) await keepCopy(written, 'backup', 'all')
  return written
}
