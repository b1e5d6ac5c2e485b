import type { VaultFacts } from '../../shared/vault/vault'
import { desktop } from '../desktop'
import { circleFrom } from './circles'
import { newDatabaseName, openDatabase, setAside } from './database'
import { vaultKeyring } from './keyring'
import { openRows } from './repository'
import { readRows } from './rows'
import type { Envelope } from './seal'

/** Whether a circle stands in these rows and every one of them that has a key opens with it. */
async function opensWhole({ id }: VaultFacts, rows: readonly Envelope[]): Promise<boolean> {
  const opening = await desktop().openVault({ id, way: 'open', secret: '' })
  if (opening.is !== 'open') return false
  try {
    return circleFrom((await openRows(await vaultKeyring(id, opening.keys), rows)).found) !== null
  } catch (reason) {
    console.warn(`A copy does not open: ${(reason as Error).name}`)
    return false
  }
}

/**
 * Goes back to one of a circle's copies, by its place among them: its rows into a new database, then the keys name that one. What
 * was there is set aside, never overwritten. Gives whether it could be opened whole; where not, nothing is changed.
 */
export async function restoreFrom(vault: VaultFacts, place: number): Promise<boolean> {
  const answer = await desktop().carry({ is: 'restore', id: vault.id, place }, null)
  if (answer.is !== 'done' || answer.bytes === undefined) return false
  const rows = readRows(answer.bytes)
  if (!(await opensWhole(vault, rows))) return false
  const name = newDatabaseName()
  if (vault.database !== null) setAside(vault.database)
  const database = await openDatabase(name)
  await database.records.bulkPut([...rows])
  database.close()
  await desktop().changeKeys({ id: vault.id, add: [], destroy: [], database: name })
  return true
}
