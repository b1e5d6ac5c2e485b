import Dexie, { type EntityTable } from 'dexie'
import { newId } from './new-id'
import type { Envelope } from './seal'

interface Meta {
  readonly k: string
  readonly value: number
}

/** One circle's database: sealed records, and in clear only what a reader must know before it reads. */
export type CircleDatabase = Dexie & {
  readonly records: EntityTable<Envelope, 'id'>
  readonly meta: EntityTable<Meta, 'k'>
}

/** The shape this Circlet reads and writes. A database that asks for more is left alone. */
export const readerVersion = 1
const prefix = 'circlet-'

/** A new circle's database name: random, like everything in clear. */
export const newDatabaseName = (): string => `${prefix}${newId<string>()}`

/** Names of all circles' databases on this computer. */
export async function databaseNames(): Promise<readonly string[]> {
  return (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix))
}

const practicePrefix = 'practice-'

/** The name of a practice session's own database: no circle is ever looked for under it. */
export const newPracticeName = (): string => `${practicePrefix}${newId<string>()}`

/** Deletes what practice sessions left, also those that were cut off; gives whether there was any. */
export async function wipePractice(): Promise<boolean> {
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(practicePrefix))
  for (const name of names) await Dexie.delete(name)
  return names.length > 0
}

/** A newer Circlet wrote this circle, and says that this one must not. */
export class NewerCircle extends Error {}

/** Opens a circle's database with strict durability. Throws `NewerCircle` when a newer Circlet wrote it. */
export async function openDatabase(name: string): Promise<CircleDatabase> {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as CircleDatabase
  database.version(1).stores({ records: 'id, sid', meta: 'k' })
  await database.open()
  const guard = await database.meta.get('minReader')
  if (guard === undefined) await database.meta.put({ k: 'minReader', value: readerVersion })
  else if (guard.value > readerVersion) {
    database.close()
    throw new NewerCircle()
  }
  return database
}
