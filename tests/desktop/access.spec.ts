// Everybody: one evening by keys alone, each new state of both windows looked at in every theme.
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/words/en'
import type { CommandId } from '../../shared/commands/commands'
import { keyShown, usualKeymap } from '../../shared/commands/keymap'
import { faintTexts, faultsOfPage } from '../support/access'
import { resize, startApp, type StartedApp } from '../support/app'
import { watchEverybody } from '../support/everybody'
import { installClock } from '../support/evening'
import { walkEvening } from '../support/walk'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
  await resize(started.app, 'console.html', { width: 1024, height: 560 })
  await started.console.getByRole('button', { name: 'Put away' }).click()
})
test.afterEach(() => started.quit())

const byKey = 'moves what is marked; what is marked has its own buttons'
const rare = 'its button stands where this evening does not come'

/** Commands that have no button in this walk, and why. */
const elsewhere: Partial<Record<CommandId, string>> = {
  'tell-room': 'a line is typed; the sheet of keys says how',
  write: 'a field, with a name of its own',
  redo: 'undoes an undo; nobody looks for it',
  'choose-down': byKey,
  'choose-up': byKey,
  'move-down': byKey,
  'move-up': byKey,
  group: byKey,
  'come-and-go': 'a sheet of buttons; the sheet of keys says how',
  'all-names': 'the names themselves are buttons',
  'start-since': 'says since when',
  'draw-again': rare,
  'full-screen': 'the menu has it',
  'swap-displays': rare,
  'next-card': rare,
  'all-keys': 'the sheet itself',
}

const commands = Object.keys(en.console.commands) as CommandId[]

/** Fails if a control has no name, a text is faint, a role is wrong, a state cannot be reached by keys, or a command has no button. */
test('the whole evening can be used by everybody, by keys alone, in every theme', async () => {
  test.setTimeout(400_000)
  const everybody = await watchEverybody(started)
  await walkEvening(started, everybody.look)
  const controls = [...everybody.controls.values()]
  const isThere = (id: CommandId) =>
    controls.some(
      ({ name, key }) =>
        name !== '' && (key === keyShown(id, usualKeymap) || name === en.console.commands[id]),
    )
  expect(commands.filter((id) => !isThere(id))).toEqual(commands.filter((id) => elsewhere[id] !== undefined))
  expect(controls.length).toBeGreaterThanOrEqual(commands.length)
  expect(controls.filter(({ name }) => name === '')).toEqual([])
  expect(everybody.states.length).toBeGreaterThanOrEqual(70)
})

test('the looks find a control without a name, a text too faint, and one that is faint because it is seen through', async () => {
  const { console: page } = started
  await page.getByRole('button', { name: 'Start a circle' }).waitFor()
  expect(await faultsOfPage(page, 'everything')).toEqual([])
  expect(await faintTexts(page, 4.5)).toEqual([])
  await page.evaluate(() => {
    const bad = document.createElement('button')
    bad.style.cssText = 'width:40px;height:40px'
    const faint = document.createElement('p')
    faint.textContent = 'nobody can read this'
    faint.style.color = '#e8e0d4'
    const thin = document.createElement('p')
    thin.textContent = 'nor this'
    thin.style.opacity = '0.3'
    document.querySelector('main')?.append(bad, faint, thin)
  })
  const found = (await faultsOfPage(page, 'everything')).map((fault) => fault.split(':')[0])
  expect(found).toEqual(expect.arrayContaining(['button-name', 'color-contrast']))
  expect((await faintTexts(page, 4.5)).map((fault) => fault.replace(/^[\d.]+ /, ''))).toEqual([
    'nobody can read this',
    'nor this',
  ])
})
