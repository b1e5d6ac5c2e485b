// Makes a profile whose circle has met so often: real records in the real database, copied from a session that was really held.
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { startApp } from '../support/app'
import { begin, startCircle } from '../support/drive'

/** Copies what the one session left behind, under other ids and other days, so often; gives how many sessions there are. */
const repeatSessions = (page: Page, times: number): Promise<number> =>
  page.evaluate(async (count) => {
    const bridge = window.circlet
    const vault = (await bridge?.vaults())?.vaults[0]
    if (!bridge || !vault?.database) return 0
    const opening = await bridge.openVault({ id: vault.id, way: 'open', secret: '' })
    if (opening.is !== 'open') return 0
    const past = Array.from({ length: count - 1 }, (_, index) => `past-${index + 1}`)
    const keys = await bridge.changeKeys({ id: vault.id, add: past.map((one) => `kept:${one}`), destroy: [] })
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(vault.database ?? '')
      request.onsuccess = () => done(request.result)
      request.onerror = () => fail(request.error)
    })
    const all = await new Promise<
      { id: string; sid: string; kid: string; rev: number; n: Uint8Array; c: Uint8Array }[]
    >((done) => {
      const reading = database.transaction('records').objectStore('records').getAll()
      reading.onsuccess = () => done(reading.result)
    })
    const how = (
      { id, sid, kid, rev }: { id: string; sid: string; kid: string; rev: number },
      iv: Uint8Array,
    ) => ({
      name: 'AES-GCM',
      iv: new Uint8Array(iv),
      additionalData: new TextEncoder().encode(`circlet|row|1|${id}|${sid}|${kid}|${rev}`),
    })
    const keyOf = (kid: string) =>
      crypto.subtle.importKey('raw', new Uint8Array(keys[kid] ?? []), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ])
    let trace: { kid: string; content: { t: string; s: number; d: Record<string, unknown> } } | null = null
    for (const row of all) {
      const plain = await crypto.subtle.decrypt(how(row, row.n), await keyOf(row.kid), new Uint8Array(row.c))
      const content = JSON.parse(new TextDecoder().decode(plain))
      if (content.t === 'trace') trace = { kid: row.kid, content }
    }
    if (trace === null) return 0
    const { kid, content } = trace
    const sealed: object[] = []
    const put = async (address: { id: string; sid: string; kid: string; rev: number }, what: object) => {
      const bytes = new TextEncoder().encode(JSON.stringify(what))
      const padded = new Uint8Array(Math.ceil(bytes.length / 256) * 256).fill(0x20)
      padded.set(bytes)
      const n = crypto.getRandomValues(new Uint8Array(12))
      const c = new Uint8Array(await crypto.subtle.encrypt(how(address, n), await keyOf(address.kid), padded))
      sealed.push({ ...address, v: 1, n, c })
    }
    for (const [index, session] of past.entries()) {
      const closedAt = Number(content.d['closedAt']) - (index + 1) * 60 * 60_000
      await put(
        { id: `trace-${session}`, sid: 'circle', kid, rev: 1 },
        { ...content, d: { ...content.d, session, closedAt } },
      )
      const lines = [1, 2, 3].map((line) => ({
        kind: 'takeaway',
        text: `Line ${line} of ${index}`,
        owner: null,
      }))
      await put(
        { id: `kept-${session}`, sid: `kept-${session}`, kid: `kept:${session}`, rev: 1 },
        { t: 'kept', s: 1, d: { session, level: 'C2', lines } },
      )
    }
    const store = database.transaction('records', 'readwrite').objectStore('records')
    for (const row of sealed) store.put(row)
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
