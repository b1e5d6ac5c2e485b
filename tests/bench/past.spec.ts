// Makes a profile whose circle has met so often: real records in the real database, copied from a session that was really held.
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { startApp } from '../support/app'
import { begin, startCircle } from '../support/drive'

/** Copies what the one session left behind, under other ids and other days, so often; gives how many sessions there are. */
const repeatSessions = (page: Page, times: number): Promise<number> =>
  page.evaluate(async (count) => {
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('circlet-'))?.name ?? ''
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => fail(opening.error)
    })
    const store = database.transaction('records', 'readwrite').objectStore('records')
    const all = await new Promise<{ id: string; sid: string; kid: string; c: Uint8Array }[]>((done) => {
      const reading = store.getAll()
      reading.onsuccess = () => done(reading.result)
    })
    const read = (record: { c: Uint8Array }) =>
      JSON.parse(new TextDecoder().decode(record.c)) as { t: string; d: Record<string, unknown> }
    const trace = all.find((record) => read(record).t === 'trace')
    if (!trace) return 0
    const encode = (content: object) => {
      const bytes = new TextEncoder().encode(JSON.stringify(content))
      const padded = new Uint8Array(Math.ceil(bytes.length / 256) * 256).fill(0x20)
      padded.set(bytes)
      return padded
    }
    for (let past = 1; past < count; past += 1) {
      const old = read(trace)
      const session = `past-${past}`
      const closedAt = Number(old.d['closedAt']) - past * 14 * 24 * 60 * 60_000
      const put = (record: object) => void store.put(record)
      put({ ...trace, id: `trace-${past}`, c: encode({ ...old, d: { ...old.d, session, closedAt } }) })
      const lines = [1, 2, 3].map((line) => ({
        kind: 'takeaway',
        text: `Line ${line} of ${past}`,
        owner: null,
      }))
      const content = { ...old, t: 'kept', d: { session, lines } }
      put({
        ...trace,
        id: `kept-${past}`,
        sid: `kept-${session}`,
        kid: `kept:${session}`,
        c: encode(content),
      })
    }
    await new Promise((done) => (store.transaction.oncomplete = done))
    database.close()
    return count
  }, times)

test('a circle that has met so often', async () => {
  const profile = process.env['CIRCLET_BENCH_PROFILE'] ?? ''
  const times = Number(process.env['CIRCLET_BENCH_SESSIONS'])
  const { console: page, quit } = await startApp({ profile, keepProfile: true })
  await startCircle(page, { minutes: 60 })
  await begin(page)
  await page.keyboard.press('t')
  await page.getByRole('button', { name: en.console.commands['leave-now'] }).click()
  await page.getByRole('button', { name: en.console.close.done, exact: true }).click()
  await expect(page.getByRole('button', { name: en.console.home.prepare })).toBeVisible()
  if (times > 1) expect(await repeatSessions(page, times)).toBe(times)
  await quit()
})
