// A locked circle: without its words nothing that a page may ask for gives a key, and asking changes nothing.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { copyFolders, keysIn, start, type Folders } from './app'
import type { Ways } from './evening'

const digestOf = (folders: Folders): readonly string[] =>
  readdirSync(keysIn(folders))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(keysIn(folders), name)))
          .digest('hex')}`,
    )

/** Words and codes that are nearly right. */
function nearlyRight({
  words,
  code,
}: Ways): readonly (readonly [way: 'words' | 'recovery', secret: string])[] {
  const four = words.split(' ')
  const last = code.at(-1) === 'A' ? 'B' : 'A'
  return [
    ['words', [...four].reverse().join(' ')],
    ['words', four.slice(0, 3).join(' ')],
    ['words', `${words}s`],
    ['words', four.join('')],
    ['words', code],
    ['recovery', `${code.slice(0, -1)}${last}`],
    ['recovery', code.slice(0, -1)],
    ['recovery', words],
  ]
}

const tryIn = (page: Page, way: string, secret: string): Promise<string> =>
  page.evaluate(
    async ([by, typed]) => {
      const [vault] = (await window.circlet?.vaults())?.vaults ?? []
      if (!vault || !window.circlet) return 'no circle'
      return (await window.circlet.openVault({ id: vault.id, way: by as 'words', secret: typed ?? '' })).is
    },
    [way, secret] as const,
  )

/** Everything else that a page may ask for of a locked circle and that needs its keys; gives what was answered. */
const askEverything = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const bridge = window.circlet
    const [vault] = (await bridge?.vaults())?.vaults ?? []
    if (!bridge || !vault) return ['no circle']
    const { id } = vault
    const answers: Promise<string>[] = [
      bridge.changeKeys({ id, add: [], destroy: [] }).then(() => 'keys'),
      bridge.protectVault({ id, words: 'one two three four', computer: false }).then(() => 'protected'),
      bridge.carry({ is: 'restore', id, place: 0 }, null).then(({ is }) => is),
      bridge.carry({ is: 'keep', id, kind: 'backup', drops: 'all' }, new Uint8Array(8)).then(({ is }) => is),
      bridge.carry({ is: 'take-along', id }, new Uint8Array(8)).then(({ is }) => is),
    ]
    return Promise.all(answers.map((answer) => answer.catch(() => 'cannot')))
  })

/** Tries all of it on a circle that has words. Gives how many tries opened nothing; the words themselves must. */
export async function tryLocked(
  from: Folders,
  ways: Ways,
): Promise<{ readonly tries: number; readonly opened: number }> {
  const folders = copyFolders(from, 'locked')
  const before = digestOf(folders)
  const { page, quit } = await start('sealed', folders)
  const outcomes: string[] = []
  for (const [way, secret] of [['open', ''], ['computer', ''], ...nearlyRight(ways)] as const)
    outcomes.push(await tryIn(page, way, secret))
  outcomes.push(...(await askEverything(page)))
  expect(outcomes.filter((outcome) => outcome !== 'wrong' && outcome !== 'cannot')).toEqual([])
  expect(digestOf(folders)).toEqual(before)
  // After wrong tries it waits a little; then the words open it, however they are typed.
  await expect
    .poll(() => tryIn(page, 'words', `  ${ways.words.toUpperCase().replaceAll(' ', '   ')} `), {
      timeout: 60_000,
    })
    .toBe('open')
  await quit()
  return { tries: outcomes.length, opened: 0 }
}
