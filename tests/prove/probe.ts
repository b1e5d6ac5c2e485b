// Built twice, with the seal and with the plain one, and loaded into one page: how long so many records take to be sealed and
// written, by the app's own repository.
import { newPracticeName, deleteDatabase, openDatabase } from '../../renderer/data/database'
import { passingKeyring } from '../../renderer/data/keyring'
import { newId } from '../../renderer/data/new-id'
import { createRepository } from '../../renderer/data/repository'
import type { ItemId, TextId } from '../../shared/basics/ids'

/** Milliseconds for so many records, so many in a transaction. */
export async function measure(records: number, atOnce: number): Promise<number> {
  const name = newPracticeName()
  const keyring = passingKeyring()
  const repository = createRepository(await openDatabase(name), keyring)
  await keyring.change({ add: ['session:probe'], destroy: [] })
  const from = performance.now()
  for (let done = 0; done < records; done += atOnce) {
    const some = Array.from({ length: atOnce }, () => {
      const d = {
        id: newId<TextId>(),
        kind: 'question' as const,
        item: 'item' as ItemId,
        text: `What would you try if nobody were watching, ${newId<string>()}?`,
        seenBy: 'room' as const,
      }
      return repository.prepare({ t: 'text', d }, { sid: 'probe', scope: 'session:probe' })
    })
    await repository.commit(await Promise.all(some))
  }
  const took = performance.now() - from
  repository.close()
  await deleteDatabase(name)
  return took
}
