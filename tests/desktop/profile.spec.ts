import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { newProfile, type StartedApp } from '../support/app'
import { beginCircle, listen, withApp } from '../support/main-process'

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

/** Begins a circle with these names; gives the titles of both windows, and what is printed from then on. */
async function begin({ app, console, stage }: StartedApp) {
  const printed = listen(app)
  await beginCircle(console, names)
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

test('what is said stays in the database: not in a title, not in the settings, not in a log', async () => {
  const profile = newProfile()
  const { printed, titles } = await withApp({ profile, keepProfile: true }, begin)
  expect(titles).toEqual(['Circlet', 'Circlet', 'Circlet', 'Circlet'])
  expect(printed()).toContain('The log is heard.')
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const holding = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return names.some((name) => bytes.includes(name) || bytes.includes(Buffer.from(name, 'utf16le')))
    })
  // The database is where they are, until they are sealed; the search is shown to find them there.
  expect(holding.length).toBeGreaterThan(0)
  expect(holding.filter((file) => !file.includes('/IndexedDB/'))).toEqual([])
  expect(names.filter((name) => printed().includes(name))).toEqual([])
  rmSync(profile, { recursive: true, force: true })
})
