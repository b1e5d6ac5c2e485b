// What a facilitator does about keys and files, for every test that needs it.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { ask, root } from './app'
import { begin, startCircle } from './drive'

const { close, home, vault } = en.console

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Holds a first session and closes it at once; the console is at the receipt. */
export async function holdAndClose(page: Page): Promise<void> {
  await startCircle(page, { minutes: 60 })
  await begin(page)
  await closeAtOnce(page)
}

/** Closes the session that runs: the room must be left now. */
export async function closeAtOnce(page: Page): Promise<void> {
  await page.keyboard.press('t')
  await button(page, en.console.commands['leave-now']).click()
  await expect(page.getByRole('heading', { name: close.thanks })).toBeVisible()
}

export interface Ways {
  readonly words: string
  readonly code: string
}

/** Chooses four words, says them, and writes the card down. */
export async function giveWords(page: Page): Promise<Ways> {
  await button(page, vault.who.words).click()
  const words = (await page.locator('.four-words').innerText()).trim().replace(/\s+/g, ' ')
  await button(page, vault.who.said).click()
  const code = (await page.locator('.recovery-code').innerText()).trim().replace(/\s+/g, '')
  await page.getByLabel(vault.who.confirm).fill(code.slice(0, 5))
  await button(page, vault.who.confirmed).click()
  await expect(page.getByText(vault.who.byWords)).toBeVisible()
  return { words, code }
}

/** Types words into the card of a locked circle and opens it, or tries to. */
export async function unlock(page: Page, words: string): Promise<void> {
  await page.getByLabel(vault.unlock.field).fill(words)
  await button(page, vault.unlock.open).click()
}

export const atHome = (page: Page) => expect(button(page, home.prepare)).toBeVisible()

/** Answers every question for a file with one place; null: nobody chose any. The same answer given twice is the same. */
export const answerDialogs = (app: ElectronApplication, path: string | null): Promise<void> =>
  ask(
    app,
    ({ dialog }, filePath: string | null) => {
      const canceled = filePath === null
      dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePath ?? '' })
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled, filePaths: filePath === null ? [] : [filePath] })
    },
    path,
  )

const inCircles = (profile: string, ending: string): readonly string[] =>
  readdirSync(join(profile, 'circles'))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(profile, 'circles', name))

/** The key files of a profile: two a circle. */
export const keyFiles = (profile: string) => inCircles(profile, '.key')

/** The copies that lie beside them. */
export const copies = (profile: string) => [
  ...inCircles(profile, '.snapshot'),
  ...inCircles(profile, '.backup'),
]

/** What the independent reader says: JSON, or throws with its sentence. */
export const readCircle = (...words: readonly string[]): Record<string, unknown> =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'scripts/read-circle.mjs'), ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  ) as Record<string, unknown>
