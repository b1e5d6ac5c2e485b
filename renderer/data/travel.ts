// The circle on its way: taken along as one sealed file, brought to another computer, joined where it has been before.
import type { CircleState } from '../../shared/travel/state'
import { compareStates, whatItAdds, type Comparison, type Receipt } from '../../shared/travel/compare'
import { joinStates } from '../../shared/travel/join'
import type { Brought, ErrandAnswer } from '../../shared/vault/errands'
import type { OpenWish, VaultFacts } from '../../shared/vault/vault'
import { desktop } from '../desktop'
import { writtenAnew } from './becoming'
import { circleFrom, type OpenCircle } from './circles'
import { newDatabaseName, openDatabase, setAside } from './database'
import { vaultKeyring, visitingKeyring } from './keyring'
import { writeWithCopies } from './packs'
import { createRepository, openRows } from './repository'
import { readRows, writeRows } from './rows'
import type { Envelope } from './seal'

/** Writes the circle, sealed, into a file that somebody chooses: what it keeps and nothing of a session that has not closed. */
export async function takeAlong({ vault, repository }: OpenCircle): Promise<ErrandAnswer> {
  const rows = (await repository.rows()).filter(({ kid }) => /^(circle|kept):/.test(kid))
  return desktop().carry({ is: 'take-along', id: vault.id }, writeRows(rows))
}

/** Lets somebody choose a file, and gives what can be known of it without its words. */
export const chooseBrought = (): Promise<ErrandAnswer> => desktop().carry({ is: 'bring' }, null)

/** A circle that was brought and opened, beside the one that is here. */
export interface Arrived {
  readonly facts: Brought
  readonly rows: readonly Envelope[]
  readonly there: CircleState
  /** How the two stand to each other; null where it was never here. */
  readonly comparison: Comparison | null
  readonly receipt: Receipt | null
}

/** What came of opening a file that was brought. */
export type Arrival =
  | { readonly is: 'arrived'; readonly arrived: Arrived }
  | { readonly is: 'wrong'; readonly wait: number }
  | { readonly is: 'damaged' }

/** Opens the file that was brought and holds it beside what is here; changes nothing. */
export async function openBrought(
  facts: Brought,
  { way, secret }: Pick<OpenWish, 'way' | 'secret'>,
  here: OpenCircle | undefined,
): Promise<Arrival> {
  const answer = await desktop().carry({ is: 'open-brought', way, secret }, null)
  if (answer.is === 'wrong') return answer
  if (answer.is !== 'opened') return { is: 'damaged' }
  try {
    const rows = readRows(answer.bytes)
    const keyring = await visitingKeyring(answer.keys)
    const there = circleFrom((await openRows(keyring, rows)).found)
    if (there === null || there.circle.id !== facts.circle) return { is: 'damaged' }
    const known = here === undefined ? null : here
    return {
      is: 'arrived',
      arrived: {
        facts,
        rows,
        there,
        comparison: known === null ? null : compareStates(known, there),
        receipt: known === null ? null : whatItAdds(known, there),
      },
    }
  } catch (reason) {
    // Rows that do not open, or are none: the file is left as it is.
    console.warn(`A circle was not brought: ${(reason as Error).name}`)
    return { is: 'damaged' }
  }
}

/** Writes what was brought in place of rows that cannot be read any more, under the keys that are here; those rows are set aside. */
async function bringBack({ id, database }: VaultFacts, there: CircleState): Promise<void> {
  const opening = await desktop().openVault({ id, way: 'open', secret: '' })
  if (opening.is !== 'open') throw new Error('not added')
  const name = newDatabaseName()
  if (database !== null) setAside(database)
  const fresh = await openDatabase(name)
  const repository = createRepository(fresh, await vaultKeyring(id, opening.keys))
  await repository.commit(await writtenAnew(there, repository))
  repository.close()
  await desktop().changeKeys({ id, add: [], destroy: [], database: name })
}

/**
 * Adds what was brought: a circle that was never here is taken in as it is, one that is here is joined with it, and one whose rows
 * are `lost` here comes back from it.
 */
export async function addBrought(
  { facts, rows, there }: Arrived,
  here: OpenCircle | undefined,
  lost: VaultFacts | undefined,
): Promise<void> {
  const adopted = await desktop().carry({ is: 'adopt-brought' }, null)
  if (adopted.is !== 'done') throw new Error('not added')
  if (here !== undefined) {
    await writeWithCopies(here, joinStates(here, there))
    return
  }
  if (lost !== undefined) return bringBack(lost, there)
  const { vaults } = await desktop().vaults()
  const database = vaults.find(({ id }) => id === facts.circle)?.database ?? null
  if (database === null) throw new Error('not added')
  const open = await openDatabase(database)
  await open.records.bulkPut([...rows])
  open.close()
}
