// Starts the real app, works in it, ends it without a word at a random instant, opens it again and compares.
import { rmSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { newProfile, startApp, type StartedApp } from '../support/app'
import {
  begin,
  fillNewCircle,
  forward,
  forwardTo,
  meetAgain,
  nextTick,
  readFacts,
  sixNames,
  startCircle,
  watchFacts,
  type Facts,
  type Reading,
} from '../support/drive'
import { chanceOf } from './chance'
import { drawGesture, type Ready } from './gestures'
import { clockError, judge, type Verdict } from './judge'
import { isAlive, killAll, treeOf } from './processes'

export interface Kill extends Verdict {
  readonly number: number
  readonly gesture: string
  /** How long after the key press the processes were ended, in milliseconds. */
  readonly delay: number
  readonly acknowledged: number
  readonly clockError: number | null
  /** From the start to the home that offers to go on, in milliseconds; null when it did not come. */
  readonly start: number | null
}

export interface Wish {
  readonly kills: number
  readonly seed: number
  readonly onKill?: (kill: Kill) => void
  /** Called between a kill and the next start, while nothing runs. */
  readonly whileDead?: (profile: string, number: number) => void
  /** Gestures before the one that is cut; by chance, from none to four, if not given. */
  readonly gestures?: number
}

/** The longest that is waited between a key press and the kill, in milliseconds; half of the kills fall in its first quarter. */
const latestKill = 60
const longestStart = 30_000

/** How long the sessions are: two turns and a break, most of it under a clock. */
const minutes = 90

interface Open {
  readonly started: StartedApp
  readonly page: Page
  /** Everything that the page was seen to show, newest last. */
  readonly seen: Facts[]
  readonly start: number
}

/** Waits until the screen is not in between: nothing that goes away by itself stands there. */
async function settled(page: Page): Promise<Facts> {
  const settledFacts = async () => {
    const facts = await readFacts(page)
    return facts.place !== 'run' || facts.sees !== '' || facts.halted || facts.blank
  }
  await expect.poll(settledFacts, { intervals: [50] }).toBe(true)
  return readFacts(page)
}

async function readClock(page: Page, halted: boolean): Promise<Reading | null> {
  if (!halted) return nextTick(page)
  const elapsed = await page.evaluate(
    () => document.querySelector<HTMLElement>('[role="timer"][data-elapsed]')?.dataset['elapsed'] ?? null,
  )
  return elapsed === null ? null : { elapsed: Number(elapsed), at: Date.now() }
}

async function open(profile: string): Promise<Open> {
  const from = Date.now()
  const started = await startApp({ profile, keepProfile: true })
  const { home } = en.console
  const offers = started.console.getByRole('button', {
    name: new RegExp(`^(${home.goOn}|${home.prepare}|${home.startACircle})$`),
  })
  await offers.first().waitFor({ timeout: longestStart })
  const seen: Facts[] = []
  await watchFacts(started.console, (facts) => seen.push(facts))
  return { started, page: started.console, seen, start: Date.now() - from }
}

/** From Home into the session that was cut; gives what stands there. */
async function goOn({ page }: Open): Promise<Facts> {
  const button = page.getByRole('button', { name: en.console.home.goOn, exact: true })
  if (!(await button.isVisible())) return readFacts(page)
  await button.click()
  await expect.poll(async () => (await readFacts(page)).place, { intervals: [20] }).not.toBe('home')
  return settled(page)
}

/** Where the kills come, and how often: most often at the open questions. */
const places = [
  [0.5, 'Open questions'],
  [0.6, en.console.run.whoPresents],
  [0.7, en.console.breakCover.backAt('').trim()],
  [0.8, en.console.items.harvest],
  [0.9, en.console.items.commitments],
] as const

/** Begins a session and goes on to where the kills come; else to the second agreement. */
async function intoTheSession(page: Page, chance: () => number): Promise<void> {
  await begin(page)
  const drawn = chance()
  const place = places.find(([below]) => drawn < below)
  if (place !== undefined) return forwardTo(page, place[1])
  for (let agreements = 0; agreements < 2; agreements += 1) await forward(page)
}

async function nextSession(page: Page, chance: () => number): Promise<Facts> {
  const done = page.getByRole('button', { name: en.console.close.done, exact: true })
  if (await done.isVisible()) await done.click()
  await meetAgain(page, { minutes })
  await intoTheSession(page, chance)
  return settled(page)
}

/** Makes a gesture and waits until its effect can be seen. */
async function make({ page, seen }: Open, before: Facts, gesture: Ready): Promise<Facts> {
  const known = seen.length
  await gesture.fire()
  const moved = () => seen.slice(known).some((facts) => JSON.stringify(facts) !== JSON.stringify(before))
  await expect.poll(moved, { intervals: [10], message: `“${gesture.name}” has no effect` }).toBe(true)
  return settled(page)
}

interface Cut {
  readonly gesture: Ready
  readonly delay: number
  readonly pressedAt: number
  readonly seen: Facts | null
  readonly clock: Reading | null
}

/** How far this computer's clock of the day is from its steady one: where that changes, no clock is compared. */
const clockOfTheDay = () => Date.now() - performance.now()

const elapse = (length: number) => new Promise<void>((done) => setTimeout(done, length))

/** Presses the key, and ends every process of the app a moment later. */
async function cut(now: Open, before: Facts, last: string, chance: () => number): Promise<Cut> {
  const { page, seen } = now
  const clock = await readClock(page, before.halted)
  const gesture = await drawGesture(page, before, chance, last)
  const wish = Math.round(chance() * (chance() < 0.5 ? latestKill : latestKill / 4))
  const { pids, closed } = processesOf(now)
  const known = seen.length
  const pressedAt = Date.now()
  // The key press may be cut off with everything else: that is what is tried here.
  void gesture.fire().catch(() => undefined)
  await elapse(wish)
  killAll(pids)
  const delay = Date.now() - pressedAt
  await closed
  await expect.poll(() => pids.filter(isAlive), { intervals: [10] }).toEqual([])
  const shown = seen.slice(known).filter((facts) => JSON.stringify(facts) !== JSON.stringify(before))
  return { gesture, delay, pressedAt, seen: shown.at(-1) ?? null, clock }
}

/** Runs the loop on one growing profile; gives what came of every kill. */
export async function runKills(wish: Wish): Promise<readonly Kill[]> {
  const chance = chanceOf(wish.seed)
  const profile = newProfile()
  const kills: Kill[] = []
  const visited = new Set<string>()
  let now = await open(profile)
  await startCircle(now.page, { minutes })
  await intoTheSession(now.page, chance)
  let facts = await settled(now.page)
  let last = ''
  for (let number = 1; number <= wish.kills; number += 1) {
    const shown = [facts]
    const count = wish.gestures ?? Math.floor(chance() * 5)
    for (let made = 0; made < count; made += 1) {
      const gesture = await drawGesture(now.page, facts, chance, last)
      visited.add(placeKey(facts))
      facts = await make(now, facts, gesture)
      last = gesture.name
      if (facts.place !== 'run') {
        facts = await nextSession(now.page, chance)
        visited.clear()
        shown.length = 0
      }
      shown.push(facts)
    }
    visited.add(placeKey(facts))
    const day = clockOfTheDay()
    const done = await cut(now, facts, last, chance)
    wish.whileDead?.(profile, number)
    const reopened = await open(profile).catch((reason: unknown) => String(reason))
    const base = { number, gesture: done.gesture.name, delay: done.delay, acknowledged: shown.length - 1 }
    if (typeof reopened === 'string') {
      const nothing = {
        fell: 'before',
        lost: 0,
        half: false,
        unsaved: false,
        why: `it did not start: ${reopened}`,
      } as const
      kills.push({ ...base, ...nothing, clockError: null, start: null })
      wish.onKill?.(kills.at(-1) as Kill)
      return kills
    }
    now = reopened
    const after = await goOn(now)
    const verdict = judge({ shown, seen: done.seen, after, gesture: done.gesture })
    const moved = placeKey(after) !== placeKey(facts)
    const steady = Math.abs(clockOfTheDay() - day) < 100
    const error = clockError({
      before: moved || /undo|redo/.test(done.gesture.name) ? null : done.clock,
      after: steady && after.allotted !== null ? await readClock(now.page, after.halted) : null,
      haltedBefore: facts.halted,
      haltedAfter: after.halted,
      pressedAt: done.pressedAt,
      anew: moved && done.gesture.name === 'forward' && !visited.has(placeKey(after)),
    })
    kills.push({ ...base, ...verdict, clockError: error, start: now.start })
    wish.onKill?.(kills.at(-1) as Kill)
    last = verdict.fell === 'before' ? '' : done.gesture.name
    facts = after.place === 'run' ? after : await nextSession(now.page, chance)
    if (after.place !== 'run') visited.clear()
  }
  await now.started.quit()
  rmSync(profile, { recursive: true, force: true })
  return kills
}

/** What stood there when the app was opened again after a kill while a session was being begun. */
export type Begun = 'nothing' | 'a circle' | 'a session with everybody' | 'a session with some'

/** Cuts the press of "Begin with 6 people" on a fresh profile, so many times; gives what was there each time. */
export async function cutBegins(count: number, chance: () => number): Promise<readonly Begun[]> {
  const found: Begun[] = []
  for (let number = 0; number < count; number += 1) {
    const profile = newProfile()
    const first = await open(profile)
    await fillNewCircle(first.page)
    const button = first.page.getByRole('button', { name: en.console.newCircle.begin(sixNames.length) })
    await button.focus()
    const wish = Math.round(chance() * latestKill)
    const { pids, closed } = processesOf(first)
    void first.page.keyboard.press('Enter').catch(() => undefined)
    await elapse(wish)
    killAll(pids)
    await closed
    await expect.poll(() => pids.filter(isAlive), { intervals: [10] }).toEqual([])
    const again = await open(profile)
    found.push(await whatBegan(again))
    await again.started.quit()
    rmSync(profile, { recursive: true, force: true })
  }
  return found
}

async function whatBegan(now: Open): Promise<Begun> {
  const { home, whoIsHere } = en.console
  const offers = (name: string) => now.page.getByRole('button', { name, exact: true }).isVisible()
  if (await offers(home.startACircle)) return 'nothing'
  if (await offers(home.prepare)) return 'a circle'
  await goOn(now)
  const here = sixNames.map((name) => whoIsHere.isHere(name))
  const pressed = here.map((name) => now.page.getByRole('button', { name, pressed: true }).count())
  const sitting = (await Promise.all(pressed)).reduce((sum, one) => sum + one, 0)
  return sitting === sixNames.length ? 'a session with everybody' : 'a session with some'
}

function processesOf({ started }: Open): {
  readonly pids: readonly number[]
  readonly closed: Promise<unknown>
} {
  const pid = started.app.process().pid
  if (pid === undefined) throw new Error('The app has no process.')
  return { pids: treeOf(pid), closed: started.app.waitForEvent('close') }
}

const placeKey = ({ heading, sees }: Facts): string =>
  heading.includes('·') ? heading : `${heading} ${sees}`

/** One line of the table. */
export function lineOf(kill: Kill): string {
  const error = kill.clockError === null ? '–' : `${Math.round(kill.clockError)}`
  const cells = [
    String(kill.number).padStart(4),
    kill.gesture.padEnd(12),
    `${kill.delay}`.padStart(5),
    (kill.unsaved ? 'during*' : kill.fell).padEnd(8),
    `${kill.acknowledged}`.padStart(4),
    `${kill.lost}`.padStart(5),
    (kill.half ? 'half' : 'whole').padEnd(6),
    error.padStart(7),
    (kill.start === null ? 'none' : `${kill.start}`).padStart(7),
  ]
  return `${cells.join('  ')}${kill.why === null ? '' : `  ${kill.why}`}`
}

/** The head of the table. */
export const tableHead =
  '   #  gesture       ms    fell     seen   lost  is      clock    start   (ms: from the key to the kill; clock: error in ms)'

export interface Summary {
  readonly kills: number
  readonly seed: number
  readonly before: number
  readonly during: number
  readonly after: number
  readonly acknowledged: number
  readonly lost: number
  readonly half: number
  /** Calming gestures that were shown and not yet on disk. */
  readonly unsaved: number
  readonly failedStarts: number
  readonly worstClockError: number | null
  readonly clocksCompared: number
  readonly medianStart: number | null
}

/** What came of all kills together. */
export function summaryOf(kills: readonly Kill[], seed: number): Summary {
  const count = (is: (kill: Kill) => boolean) => kills.filter(is).length
  const sum = (of: (kill: Kill) => number) => kills.reduce((all, kill) => all + of(kill), 0)
  const errors = kills.flatMap((kill) => (kill.clockError === null ? [] : [Math.abs(kill.clockError)]))
  const starts = kills.flatMap((kill) => (kill.start === null ? [] : [kill.start])).toSorted((a, b) => a - b)
  return {
    kills: kills.length,
    seed,
    before: count(({ fell }) => fell === 'before'),
    during: count(({ fell }) => fell === 'during'),
    after: count(({ fell }) => fell === 'after'),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    half: count(({ half }) => half),
    unsaved: count(({ unsaved }) => unsaved),
    failedStarts: count(({ start }) => start === null),
    worstClockError: errors.length === 0 ? null : Math.round(Math.max(...errors)),
    clocksCompared: errors.length,
    medianStart: starts[Math.floor(starts.length / 2)] ?? null,
  }
}
