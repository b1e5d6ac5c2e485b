import type { PackFacts } from '../../shared/vault/errands'
import { desktop } from '../desktop'
import type { OpenCircle } from './circles'
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
