// Everybody: one evening by keys alone, each new state of both windows looked at in every theme.
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import type { CommandId } from '../../shared/commands/commands'
import { keyShown, usualKeymap } from '../../shared/commands/keymap'
import { crampedParts, faintTexts, faultsOfPage, focusFaults } from '../support/access'
import { resize, startApp, type StartedApp } from '../support/app'
import { watchEverybody } from '../support/everybody'
import { forward } from '../support/drive'
import { expectFace, installClock, newCircle, pass, people } from '../support/evening'
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
  // Before a session letters answer the room check: their buttons are no command's.
  const { read, hear, clicker, skip } = en.console.roomCheck
  const answers: readonly string[] = [read.no, hear.again, hear.louder, clicker.tries, skip]
  const isThere = (id: CommandId) =>
    controls.some(
      ({ name, key }) =>
        name !== '' &&
        !answers.includes(name) &&
        (key === keyShown(id, usualKeymap) || name === en.console.commands[id]),
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
  expect(await crampedParts(page)).toEqual([])
  await page.evaluate(() => {
    const wide = document.createElement('button')
    wide.textContent = 'half of it outside'
    wide.style.cssText = 'position:absolute;left:960px;top:8px;width:200px;z-index:9'
    const under = document.createElement('button')
    under.textContent = 'under it'
    under.style.cssText = 'position:absolute;left:520px;top:8px;width:40px;z-index:9'
    const over = document.createElement('button')
    over.textContent = 'on top'
    over.style.cssText = 'position:absolute;left:500px;top:0;width:300px;height:60px;z-index:10'
    const long = document.createElement('p')
    long.textContent = 'further down than the page'
    long.style.cssText = 'flex:none;height:900px'
    document.querySelector('main')?.append(wide, under, over, long)
  })
  const kinds = new Set((await crampedParts(page)).map((fault) => fault.replace(/^(\w+).*/s, '$1')))
  for (const kind of ['outside', 'scrolls', 'under']) expect([...kinds]).toContain(kind)
  await page.keyboard.press('Tab')
  expect(await focusFaults(page)).toEqual([])
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.style.outline = 'none'
  })
  expect(await focusFaults(page)).toHaveLength(1)
})

/** Fails if what is filled or lined with our colours alone is gone where the system has its own. */
test('where the system forces its colours, every button, seat and the ring still stand out', async () => {
  const { console: page } = started
  await newCircle(page)
  const stage = await started.stage()
  for (let presses = 0; presses < 7; presses += 1) await forward(page)
  await pass(started, 0.05)
  await expectFace(stage, 'round')
  for (const window of [page, stage]) await window.emulateMedia({ forcedColors: 'active' })
  const unlined = (window: Page, parts: string) =>
    window.locator(parts).evaluateAll((found) =>
      found
        .filter((part) => part.checkVisibility())
        .filter((part) => {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(part)
          return (
            parseFloat(borderTopWidth) < 1 ||
            borderTopStyle === 'none' ||
            /^rgba.*, 0\)$/.test(borderTopColor)
          )
        })
        .map((part) => part.textContent),
    )
  await expect(page.locator('.button, .chair')).not.toHaveCount(0)
  expect(await unlined(page, '.button, .chair')).toEqual([])
  await expect(stage.locator('.pill')).toHaveCount(people.length)
  expect(await unlined(stage, '.pill')).toEqual([])
  const drawn = await stage.locator('[data-arc]').evaluateAll((arcs) => {
    const paper = document.createElement('i')
    paper.style.backgroundColor = 'Canvas'
    document.body.append(paper)
    const ground = getComputedStyle(paper).backgroundColor
    paper.remove()
    return arcs.map((arc) => getComputedStyle(arc).stroke !== ground)
  })
  expect(drawn.length).toBeGreaterThan(0)
  expect(drawn).not.toContain(false)
  await page
    .locator('.button')
    .first()
    .evaluate((node) => (node.style.border = '0'))
  expect(await unlined(page, '.button')).toHaveLength(1)
})
