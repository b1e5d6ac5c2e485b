import type { VaultFacts } from '../../shared/vault/vault'
import { desktop } from '../desktop'
import { newDatabaseName, openDatabase, setAside } from './database'
import { readRows } from './rows'

/**
 * Goes back to one of a circle's copies, by its place among them: its rows into a new database, then the keys name that one. What
 * was there is set aside, never overwritten. Gives whether it could be opened whole.
 */
export async function restoreFrom(vault: VaultFacts, place: number): Promise<boolean> {
  const answer = await desktop().carry({ is: 'restore', id: vault.id, place }, null)
  if (answer.is !== 'done' || answer.bytes === undefined) return false
  const rows = readRows(answer.bytes)
  const name = newDatabaseName()
  if (vault.database !== null) setAside(vault.database)
  const database = await openDatabase(name)
  await database.records.bulkPut([...rows])
  database.close()
  await desktop().changeKeys({ id: vault.id, add: [], destroy: [], database: name })
  return true
}
