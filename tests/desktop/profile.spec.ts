import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { newProfile, type StartedApp } from '../support/app'
import { listen, withApp } from '../support/main-process'

const folders = () => readdirSync(tmpdir()).filter((name) => /^circlet-[A-Za-z0-9]{6}$/.test(name))

/** Everything below a folder, by name. */
const below = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort()

for (const [place, profileIn] of [
  ['below a file', (base: string) => join(base, 'file', 'profile')],
  ['where nobody may write', () => '/proc/circlet'],
  ['that is a file', (base: string) => join(base, 'file')],
] as const) {
  test(`a folder ${place} is said in a sentence; nothing is kept, and nothing left`, async () => {
    const base = mkdtempSync(join(tmpdir(), 'circlet-base-'))
    const usual = mkdtempSync(join(tmpdir(), 'circlet-usual-'))
    writeFileSync(join(base, 'file'), 'a file')
    const [before, usualBefore] = [folders(), process.env['XDG_CONFIG_HOME']]
    process.env['XDG_CONFIG_HOME'] = usual
    try {
      const exited = await withApp(
        { profile: profileIn(base), keepProfile: true },
        async ({ app, console }) => {
          await expect(console.getByRole('alert')).toHaveText(en.console.trouble['profile-not-writable'])
          await expect(console.getByRole('button')).toHaveCount(0)
          const made = folders().filter((name) => !before.includes(name))
          expect(made).toHaveLength(1)
          expect(await app.evaluate(({ app }) => app.getPath('userData'))).toBe(join(tmpdir(), made[0] ?? ''))
          return { code: new Promise((done) => app.process().once('exit', (code) => done(code))) }
        },
      )
      expect(await exited.code).toBe(0)
      expect(folders()).toEqual(before)
      expect([below(base), readFileSync(join(base, 'file'), 'utf8')]).toEqual([['file'], 'a file'])
      expect(below(usual)).toEqual([])
    } finally {
      if (usualBefore === undefined) delete process.env['XDG_CONFIG_HOME']
      else process.env['XDG_CONFIG_HOME'] = usualBefore
      for (const folder of [base, usual]) rmSync(folder, { recursive: true, force: true })
    }
  })
}

const names = ['Quillonda', 'Brambleth', 'Zephyrine']
const label = 'Marmelunde'

/** Begins a circle with these names; gives the titles of both windows, and what is printed from then on. */
async function begin({ app, console, stage }: StartedApp) {
  const printed = listen(app)
  await console.getByRole('button', { name: 'Start a circle' }).click()
  await console.getByLabel('What is it called?').fill(label)
  await console.getByLabel('Who is here?').fill(names.join('\n'))
  await console.getByRole('button', { name: `Begin with ${names.length} people` }).click()
  await console.getByRole('heading', { name: 'Who is here' }).waitFor()
  const wall = await stage()
  await console.getByRole('button', { name: 'Begin', exact: false }).click()
  await expect(wall.getByText('facilitates')).toBeVisible()
  await expect(wall.locator('body')).toContainText(names[0] ?? '')
  const titles = await app.evaluate(({ BrowserWindow }) => {
    process.stdout.write('The log is heard.\n')
    return BrowserWindow.getAllWindows().flatMap((window) => [
      window.getTitle(),
      window.webContents.getTitle(),
    ])
  })
  return { printed, titles }
}

test('what is said is nowhere on the disk: no file, no title, no settings, no log; the circle’s name stands in its key file', async () => {
  const profile = newProfile()
  const { printed, titles } = await withApp({ profile, keepProfile: true }, begin)
  expect(titles).toEqual(['Circlet', 'Circlet', 'Circlet', 'Circlet'])
  expect(printed()).toContain('The log is heard.')
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  const holding = (words: readonly string[]) =>
    paths.filter((file) => {
      const bytes = readFileSync(file)
      return words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
    })
  // The search is shown to find: the one word that lies in clear is in both copies of the key file, and nowhere else.
  const found = holding([label])
  expect(found.map((file) => file.slice(file.lastIndexOf('.') - 1)).toSorted()).toEqual(['1.key', '2.key'])
  expect(holding(names)).toEqual([])
  expect(names.filter((name) => printed().includes(name))).toEqual([])
  rmSync(profile, { recursive: true, force: true })
})
