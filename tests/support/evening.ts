// One invented evening. It drives the pictures, the tests and the tour alike; nobody in it exists.
import { expect, type Page } from '@playwright/test'
import type { StartedApp } from './app'

/** The people of the invented evening, as they sit. */
export const people = ['Priya', 'Jun', 'Amara', 'Noor', 'Sam', 'Tomás', 'Elif'] as const

/** Questions that somebody asks in it. */
export const questions = [
  'What would you try if nobody were watching?',
  'Who already sees this the way you do?',
  'What are you protecting by waiting?',
  'How will you know it was worth it?',
  'What does the calm part of you say?',
] as const

/** What is taken home from it. */
export const takeaway = 'I ask Dana for twenty minutes, on Monday.'

/** What somebody learnt in it. */
export const learnt = 'A no can be said before the others are tired.'

/** What somebody means to do until next time. */
export const promise = 'I write the first page before Sunday.'

/** As long as anybody says a thing in one breath. */
export const longPromise =
  'If the meeting on Thursday is moved again, then I say before Wednesday noon that I will not prepare it a third time, and I ask Dana to stand beside me while I say it, because alone I would give in.'

/** Lines that somebody writes along in the harvest; more than one page of the wall holds. */
export const lessons: readonly string[] = [
  learnt,
  'Ask before you carry.',
  'Silence is an answer; it only takes longer to arrive than we are used to waiting for it here.',
  'Small steps count when somebody sees them.',
  'What I call help is sometimes hurry.',
  'Naming the fear makes it smaller.',
  'Two questions are better than one piece of advice.',
  'The body knows first.',
  'Deadlines can be asked about.',
  'Rest is work too.',
  'Half a plan is enough to begin with.',
  'Others see the strength that I take for granted.',
  'We all wait for permission.',
]

/** The same, for the console alone. */
export const secret = 'I call my brother, and listen.'

/** Types the names of a new circle, chooses an hour, and opens the room. */
export async function newCircle(
  page: Page,
  names: readonly string[] = people,
  minutes?: string,
): Promise<void> {
  await page.getByRole('button', { name: /^(Start a circle|New circle)$/ }).click()
  await page.getByLabel('What is it called?').fill('Thursday circle')
  await page.getByLabel('Who is here?').fill(names.join('\n'))
  if (minutes !== undefined) await page.getByLabel('Another length').fill(minutes)
  await page.getByRole('button', { name: `Begin with ${names.length} people` }).click()
  await expect(page.getByRole('heading', { name: 'Who is here' })).toBeVisible()
}

/** What the room is told now, as the console says it. */
export const roomSees = (page: Page) => page.locator('.sees b')

/** Which face the wall shows. */
export const faceOf = (stage: Page) => stage.locator('main')

/** Waits until the wall shows a face. */
export const expectFace = (stage: Page, face: string) =>
  expect(faceOf(stage)).toHaveAttribute('data-face', face)

/** The filled button's words, without its key; empty when none is filled. */
export async function filledButton(page: Page): Promise<string> {
  const filled = page.locator('.button.filled > span')
  return (await filled.count()) === 0 ? '' : filled.innerText()
}

/** Installs the page clock in both windows at a given time of day; all session time comes from the pages. */
export async function installClock({ app }: StartedApp, time = '2026-03-12T18:00:00+01:00'): Promise<void> {
  await app.context().clock.install({ time: new Date(time) })
}

/** Moves both windows' clocks on. */
export async function pass({ app }: StartedApp, minutes: number): Promise<void> {
  await app.context().clock.runFor(minutes * 60_000)
}

/**
 * Moves both windows' clocks on over a while in which nobody looks: only its last quarter of a minute goes by as `pass` lets all of it
 * go by, second by second. What was due before comes once, and late. Each second that goes by costs the tests some 4 ms.
 */
export async function passUnseen({ app }: StartedApp, minutes: number): Promise<void> {
  const { clock } = app.context()
  const seen = Math.min(minutes, 0.25)
  await clock.fastForward((minutes - seen) * 60_000)
  await clock.runFor(seen * 60_000)
}

/** Writes every question of the evening on the board, by key, and waits until each is there. */
export async function writeQuestions(page: Page): Promise<void> {
  for (const [index, question] of questions.entries()) {
    await page.keyboard.press('q')
    await page.keyboard.type(question)
    await page.keyboard.press('Enter')
    await expect(page.locator('.board')).toHaveAttribute('data-waiting', String(index + 1))
  }
}

/** Changes settings of this computer, as the menu does. */
export const changeSettings = (page: Page, change: object): Promise<unknown> =>
  page.evaluate(
    (wanted) =>
      (
        window as unknown as { circlet: { writeSettings: (change: object) => Promise<unknown> } }
      ).circlet.writeSettings(wanted),
    change,
  )
