// Holds a method in the real app, phase by phase and by its keys, and looks at what the wall says in each.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { isDrill } from '../../shared/craft/drills/drills'
import type { Format, FormatPhase, Letter } from '../../shared/formats/format'
import { stageLineFor } from '../../shared/formats/help-lines'
import { letterOf, partOf } from '../../shared/session/plan'
import { resizeStage, type StartedApp } from '../support/app'
import { begin, forward } from '../support/drive'
import { expectFace, pass } from '../support/evening'
import { faultsOfWall, scrollsOfConsole } from '../support/look'
import { closeAtOnce } from '../support/vault'
import { contactSheet, type Named } from './sheet'

const wall = { width: 1920, height: 1080 }
const { plan, run, home, whoIsHere, close } = en.console

/** The people of the circle that holds them all. */
export const nine = ['Priya', 'Jun', 'Amara', 'Noor', 'Sam', 'Tomás', 'Elif', 'Ida', 'Bo'] as const

/** Where a method looks otherwise with other people: two fours with a D, three threes, pairs that make fours. */
const sizes: Readonly<Record<string, number>> = {
  'trio-consulting': 8,
  'listening-trio': 9,
  'one-two-four-all': 8,
}

/** How many hold a method: six where that is a good number for it. */
const peopleFor = ({ id, size }: Format): number =>
  sizes[id] ?? Math.min(size.best[1], Math.max(size.best[0], 6))

const most = (people: number, { grouping }: Format): number =>
  grouping === 'pairs' ? 2 : people % 3 === 2 ? 4 : 3

/** The phases that so many people hold. */
const heldBy = (people: number, format: Format): readonly FormatPhase[] =>
  format.phases.filter(
    (phase) =>
      (letterOf(phase) !== 'D' || most(people, format) === 4) &&
      (partOf(phase)?.does !== 'in-fours' || people >= 8),
  )

const letters: readonly Letter[] = ['A', 'B', 'C', 'D']

/** The two lines that belong to a phase, by its rule. */
function linesFor(phase: FormatPhase, format: Format, names: Names): readonly (string | null)[] {
  const part = partOf(phase)
  const size = part?.does === 'in-fours' ? 4 : most(names.people, format)
  if (part !== null)
    return en.stage.part({ ...part, rest: letters.slice(0, size).filter((one) => one !== part.letter) })
  const name = phase.rule === 'FAC' ? names.facilitator : phase.presenter === 'out' ? null : names.presenter
  return en.stage.rule[phase.rule](name, null, null)
}

interface Names {
  readonly people: number
  readonly presenter: string | null
  readonly facilitator: string
}

/** From Home to the room, with one turn in this format, or with this drill. */
async function planned(page: Page, format: Format): Promise<void> {
  await page.getByRole('button', { name: home.prepare }).click()
  await expect(page.getByRole('heading', { name: plan.title })).toBeVisible()
  for (const name of nine.slice(peopleFor(format))) await page.getByLabel(plan.isHere(name)).click()
  // What is a whole session stands alone: it is chosen while there is one turn.
  if (!isDrill(format.id)) await choose(page, format)
  await page.getByLabel(en.console.newCircle.another).fill('240')
  if (isDrill(format.id)) await page.getByLabel(en.console.drills.another).selectOption(format.id)
  await page.getByRole('button', { name: plan.openRoom, exact: true }).click()
  await expect(page.getByRole('heading', { name: whoIsHere.title, level: 1 })).toBeVisible()
}

/** Behind the short list of a turn are all the methods. */
async function choose(page: Page, format: Format): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${plan.turn(1)}: `) }).click()
  await page.getByRole('button', { name: en.console.agendas.choose.all }).click()
  await page.getByLabel(plan.format(plan.turn(1))).selectOption(format.id)
}

const heading = async (page: Page): Promise<string> => (await page.locator('h1').first().textContent()) ?? ''

/** Goes forward until the heading has these words. */
async function forwardUntil(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await heading(page)).includes(words)) return
    await forward(page)
  }
  throw new Error(`Sixty steps forward, and never at “${words}”.`)
}

/** What the wall says in a phase, against what its format says. */
async function check(stage: Page, phase: FormatPhase, format: Format, names: Names): Promise<void> {
  const rule = () => stage.locator('[data-part="rule"] > *').allTextContents()
  if (phase.rule === 'QUIET') {
    await expectFace(stage, 'silence')
    expect(await stage.locator('main').innerText()).toBe(en.stage.rule.QUIET(null, null, null)[0])
    return
  }
  await expect(stage.locator('main')).toContainText(stageLineFor(phase, 'questions'))
  if (phase.rule === 'ROUND') {
    await expectFace(stage, 'round')
    expect((await rule())[0]).toMatch(/’s voice$/)
  } else
    expect(await rule(), phase.id).toEqual(linesFor(phase, format, names).filter((line) => line !== null))
  if (phase.rule === 'PAIRS')
    expect([...new Set(await stage.locator('.disc.tells').allTextContents())], phase.id).toEqual(
      withTheFloor(phase, names, format),
    )
  expect(await faultsOfWall(stage), phase.id).toEqual([])
}

/** The letters that are lit: whose part it is, or the others while that one sits turned round. */
function withTheFloor(phase: FormatPhase, { people }: Names, format: Format): readonly Letter[] {
  const letter = letterOf(phase)
  if (letter === null) return []
  const rest = letters.slice(0, most(people, format)).filter((one) => one !== letter)
  return partOf(phase)?.does === 'turns-round' ? rest : [letter]
}

/** The sizes in which rows of names, rule and sentence stand closest. */
const closer = [
  { width: 1024, height: 768 },
  { width: 1080, height: 1920 },
] as const

/** Holds a method once and gives its pictures, a contact sheet among the files. */
export async function holdMethod(started: StartedApp, format: Format, folder: string): Promise<number> {
  const { console: page } = started
  const people = peopleFor(format)
  const phases = heldBy(people, format)
  const into = join(folder, format.id)
  mkdirSync(into, { recursive: true })
  const pictures: Named[] = []
  await planned(page, format)
  const stage = await started.stage()
  await resizeStage(started, wall)
  await stage.emulateMedia({ reducedMotion: 'reduce' })
  const shot = async (name: string) => {
    await pass(started, 0.001)
    const named = `${String(pictures.length).padStart(2, '0')}-${name}`
    const picture = await stage.screenshot({ animations: 'disabled' })
    writeFileSync(join(into, `${named}.png`), picture)
    pictures.push({ name: named, picture })
  }
  await begin(page)
  const facilitator = (await page.locator('.facilitates').first().innerText()).replace(/\d/g, '').trim()
  const first = `${phases[0]?.title}`
  if (format.grouping !== 'plenary') {
    while ((await stage.locator('main').getAttribute('data-face')) !== 'groups') await forward(page)
    await shot('groups')
  }
  for (const [index, phase] of phases.entries()) {
    const place = run.ofPhases(index + 1, phases.length)
    await forwardUntil(page, index === 0 ? `${first} ·` : place)
    expect(await heading(page)).toContain(place)
    const before = phases[index - 1]
    if (before && partOf(before) !== null && partOf(phase) === null) {
      await expect(stage.getByText(en.stage.allTogether)).toBeVisible()
      await shot('all-together')
    }
    // A change stands for two seconds.
    await pass(started, 0.05)
    const presenter =
      format.scope === 'turn' ? ((await heading(page)).split(` ${phase.title}`)[0] ?? '').trim() : null
    await check(stage, phase, format, { people, presenter, facilitator })
    expect(await scrollsOfConsole(page), phase.id).toEqual([])
    if (phase.rule === 'PAIRS' && [null, 'A'].includes(letterOf(phase))) {
      for (const size of closer) {
        await resizeStage(started, size)
        await expect.poll(() => faultsOfWall(stage), { message: `${phase.id} at ${size.width}` }).toEqual([])
      }
      await resizeStage(started, wall)
    }
    if (phase.rule !== 'QUIET' && phase.rule !== 'ROUND') await pass(started, phase.minutes.nominal * 0.3)
    await shot(phase.id.slice(phase.id.indexOf('/') + 1))
    if (phase.ends === 'by-itself') {
      const elapsed = Number(await page.locator('[role="timer"]').getAttribute('data-elapsed'))
      // Nearly there in one leap, and over the end in a small step: a wall that hears of the change in mid-leap would count the rest of it.
      await pass(started, phase.minutes.nominal - elapsed / 60_000 - 0.02)
      await pass(started, 0.021)
      await expect.poll(() => heading(page), { intervals: [20] }).not.toContain(place)
    }
  }
  writeFileSync(join(folder, `${format.id}.png`), await contactSheet(page, pictures, wall, 4))
  await closeAtOnce(page)
  await page.getByRole('button', { name: close.done }).click()
  await expect(page.getByRole('button', { name: home.prepare })).toBeVisible()
  return pictures.length
}
