// Ends the app while it forgets, and while its words are changed, and looks at what is there when it has been started again.
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { copyFolders, start, type Folders, type Running } from './app'
import { cut, drawInstant } from './cut'
import { askToLeave, closeIt, goOn, type Ways } from './evening'
import { isOfSession, openKeys, openRow, rowsIn, type How, type Row } from './reader'

const { home } = en.console

/** What lies in a circle, as the reader sees it. */
interface Lying {
  readonly rows: readonly Row[]
  /** The names of the keys. */
  readonly names: readonly string[]
  readonly contents: readonly { readonly t: string; readonly d: unknown }[]
}

async function lyingIn({ page, folders }: Running, how: How): Promise<Lying> {
  const opened = await openKeys(folders, how)
  if (opened === null) throw new Error('The keys do not open.')
  const rows = await rowsIn(page, opened.file.database)
  const { keys } = opened.ring
  const contents = rows.flatMap((row) => {
    const key = keys.get(row.kid)
    return (key === undefined ? null : openRow(row, key)) ?? []
  })
  return { rows, names: [...keys.keys()], contents }
}

const countOf = ({ contents }: Lying, type: string): number => contents.filter(({ t }) => t === type).length

/** Home, as soon as it stands there: whether it offers to go on. */
async function offersToGoOn(page: Page): Promise<boolean> {
  const on = page.getByRole('button', { name: home.goOn, exact: true })
  await expect(on.or(page.getByRole('button', { name: home.prepare, exact: true }))).toBeVisible()
  return on.isVisible()
}

/** What came of every kill: one of two good ends, or what was wrong. */
export interface Ends {
  readonly kills: number
  /** How often it was there as before. */
  readonly before: number
  /** How often it had become what it was to be. */
  readonly after: number
  readonly wrong: readonly string[]
  /** How long the whole takes when nothing cuts it off, in milliseconds. */
  readonly whole: number
}

type End = 'before' | 'after' | { readonly wrong: string }

const endsOf = (all: readonly (readonly [End, number])[], whole: number): Ends => ({
  kills: all.length,
  before: all.filter(([end]) => end === 'before').length,
  after: all.filter(([end]) => end === 'after').length,
  wrong: all.flatMap(([end, took]) =>
    typeof end === 'string' ? [] : [`${Math.round(took)} ms: ${end.wrong}`],
  ),
  whole,
})

/** Whether a session is there as it was, or gone as it goes when nothing cuts that off. */
function judgeSession(now: Lying, goesOn: boolean, before: Lying, after: Lying): End {
  const closed = now.rows.length - now.contents.length
  if (closed > 0) return { wrong: `${closed} rows do not open` }
  if (goesOn) {
    const ids = new Set(now.rows.map(({ id }) => id))
    const rows = before.rows.filter(({ id }) => !ids.has(id)).length
    const keys = before.names.filter((name) => !now.names.includes(name)).length
    return rows + keys === 0 ? 'before' : { wrong: `it goes on without ${rows} rows and ${keys} keys` }
  }
  const rows = now.rows.filter(isOfSession).length
  const keys = now.names.filter((kid) => isOfSession({ kid })).length
  if (rows + keys > 0) return { wrong: `it is gone, and ${rows} rows and ${keys} keys of it are there` }
  const types = ['circle', 'trace', 'commitment', 'kept', 'forgotten']
  const other = types.filter((type) => countOf(now, type) !== countOf(after, type))
  return other.length === 0
    ? 'after'
    : { wrong: `it is gone, and left another number of: ${other.join(', ')}` }
}

/** Cuts the closing of a session off, so many times. `from`: a profile that was killed at the last step before it. */
export async function killWhileForgetting(from: Folders, count: number, chance: () => number): Promise<Ends> {
  // First without a kill: so it is seen that one end can be told from the other.
  const first = await start('sealed', copyFolders(from, 'kill'))
  expect(await offersToGoOn(first.page)).toBe(true)
  const before = await lyingIn(first, null)
  await goOn(first)
  const pressed = performance.now()
  await closeIt(first)
  const whole = performance.now() - pressed
  const after = await lyingIn(first, null)
  await first.quit()
  expect([judgeSession(before, true, before, after), judgeSession(after, false, before, after)]).toEqual([
    'before',
    'after',
  ])
  expect([countOf(after, 'trace'), countOf(after, 'kept')]).toEqual([1, 1])

  const ends: (readonly [End, number])[] = []
  let running: Running | null = null
  for (let number = 0; number < count; number += 1) {
    running ??= await start('sealed', copyFolders(from, 'kill'))
    await goOn(running)
    const { page } = running
    const took = await cut(running, () => page.keyboard.press('ArrowRight'), drawInstant(chance, whole))
    running = await start('sealed', running.folders)
    const goesOn = await offersToGoOn(running.page)
    const end = judgeSession(await lyingIn(running, null), goesOn, before, after)
    ends.push([end, took])
    if (end === 'before') continue
    await running.quit()
    running = null
  }
  await running?.quit()
  return endsOf(ends, whole)
}

/** Opens a circle in the page as the unlock card does. */
const openIn = (page: Page, way: 'words' | 'recovery', secret: string): Promise<string> =>
  page.evaluate(
    async ([by, typed]) => {
      const [vault] = (await window.circlet?.vaults())?.vaults ?? []
      if (!vault || !window.circlet) return 'no circle'
      return (await window.circlet.openVault({ id: vault.id, way: by, secret: typed })).is
    },
    [way, secret] as const,
  )

/** Starts the app on a profile whose circle has words, and opens it. */
async function startOpened(folders: Folders, { words }: Ways): Promise<Running> {
  const running = await start('sealed', folders)
  expect(await openIn(running.page, 'words', words)).toBe('open')
  await running.page.reload()
  expect(await offersToGoOn(running.page)).toBe(false)
  return running
}

/** Whether somebody is there with all of theirs, or gone with all of it and with the key that sealed it. */
function judgeMember(now: Lying, name: string, before: Lying): End {
  const closed = now.rows.length - now.contents.length
  if (closed > 0) return { wrong: `${closed} rows do not open` }
  const { members } = now.contents.find(({ t }) => t === 'circle')?.d as {
    readonly members: readonly { readonly id: string; readonly name: string }[]
  }
  const ids = members.map(({ id }) => id)
  const ownerless = now.contents.filter(
    ({ t, d }) => t === 'commitment' && !ids.includes((d as { readonly member: string }).member),
  ).length
  if (members.some((member) => member.name === name)) {
    const same =
      now.rows.length === before.rows.length && before.names.every((kid) => now.names.includes(kid))
    return same ? 'before' : { wrong: 'the name is there, and something else is not' }
  }
  const left = before.names.filter((kid) => kid.startsWith('circle:') && now.names.includes(kid))
  return ownerless + left.length === 0
    ? 'after'
    : { wrong: `the name is gone, and ${ownerless} commitments and the key ${left.join(', ')} are there` }
}

/** Cuts somebody’s leaving off, so many times. `from`: a profile that was ended after the first session. */
export async function killWhileLeaving(
  from: Folders,
  ways: Ways,
  name: string,
  count: number,
  chance: () => number,
): Promise<Ends> {
  const first = await startOpened(copyFolders(from, 'kill'), ways)
  const before = await lyingIn(first, ways)
  const press = await askToLeave(first, name)
  const pressed = performance.now()
  await press()
  await expect(first.page.getByRole('button', { name: en.console.circle.forgetMember(name) })).toHaveCount(0)
  const whole = performance.now() - pressed
  const after = await lyingIn(first, ways)
  await first.quit()
  expect([judgeMember(before, name, before), judgeMember(after, name, before)]).toEqual(['before', 'after'])

  const ends: (readonly [End, number])[] = []
  for (let number = 0; number < count; number += 1) {
    const running = await startOpened(copyFolders(from, 'kill'), ways)
    const took = await cut(running, await askToLeave(running, name), drawInstant(chance, whole))
    const again = await startOpened(running.folders, ways)
    ends.push([judgeMember(await lyingIn(again, ways), name, before), took])
    await again.quit()
  }
  return endsOf(ends, whole)
}

const protectIn = (page: Page, { words, code }: Ways): Promise<void> =>
  page.evaluate(
    async (ways) => {
      const [vault] = (await window.circlet?.vaults())?.vaults ?? []
      if (vault) await window.circlet?.protectVault({ id: vault.id, ...ways, computer: false })
    },
    { words, code },
  )

const proposedIn = (page: Page): Promise<Ways> =>
  page.evaluate(async () => (await window.circlet?.proposeWays()) ?? { words: '', code: '' })

/** Whether words and a code open a circle, by the reader. */
async function opensBy(folders: Folders, { words, code }: Ways): Promise<string> {
  const opened = [await openKeys(folders, { words }), await openKeys(folders, { code })]
  return opened.map((one) => (one === null ? 'closed' : 'open')).join(', ')
}

async function judgeWords(folders: Folders, old: Ways, fresh: Ways): Promise<End> {
  const found = `${await opensBy(folders, old)}; ${await opensBy(folders, fresh)}`
  if (found === 'open, open; closed, closed') return 'before'
  return found === 'closed, closed; open, open' ? 'after' : { wrong: `old and new: ${found}` }
}

/** Cuts a change of the words off, so many times, on one profile that goes on from each kill to the next. */
export async function killWhileChangingWords(
  from: Folders,
  ways: Ways,
  count: number,
  chance: () => number,
): Promise<Ends> {
  const folders = copyFolders(from, 'kill')
  let running = await startOpened(folders, ways)
  const rows = (await lyingIn(running, ways)).contents.length
  expect(rows).toBeGreaterThan(3)
  const made = await proposedIn(running.page)
  const pressed = performance.now()
  await protectIn(running.page, made)
  const whole = performance.now() - pressed
  await running.quit()
  expect(await judgeWords(folders, ways, made)).toBe('after')

  let [now, not] = [made, ways]
  const ends: (readonly [End, number])[] = []
  for (let number = 0; number < count; number += 1) {
    running = await start('sealed', folders)
    const { page } = running
    expect(await openIn(page, 'words', not.words)).toBe('wrong')
    expect(await openIn(page, 'words', now.words)).toBe('open')
    const next = await proposedIn(page)
    const took = await cut(running, () => protectIn(page, next), drawInstant(chance, whole * 1.2))
    const end = await judgeWords(folders, now, next)
    ends.push([end, took])
    if (typeof end === 'object') break
    ;[now, not] = end === 'after' ? [next, now] : [now, next]
  }
  if (ends.every(([end]) => typeof end === 'string')) {
    running = await start('sealed', folders)
    expect(await openIn(running.page, 'recovery', now.code)).toBe('open')
    expect((await lyingIn(running, now)).contents.length).toBe(rows)
    await running.quit()
  }
  return endsOf(ends, whole)
}
