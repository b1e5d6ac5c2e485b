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

/** A new database name: random, like everything in clear. */
export const newDatabaseName = (): string => `${prefix}${newId<string>()}`

const asideKey = 'set-aside'
const aside = (): readonly string[] => (localStorage.getItem(asideKey) ?? '').split(' ')

/** Remembers that a database was set aside: it is kept as it is, and belongs to no circle any more. */
export const setAside = (name: string): void => localStorage.setItem(asideKey, [...aside(), name].join(' '))

/** Deletes circles' databases that no keys belong to: what lies in them can be read by nobody. What was set aside stays. */
export async function discardStrays(known: readonly string[]): Promise<void> {
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix))
  const stays = new Set([...known, ...aside()])
  for (const name of names) if (!stays.has(name)) await Dexie.delete(name)
}

/** Deletes one circle's database. */
export const deleteDatabase = (name: string): Promise<void> => Dexie.delete(name)

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
