// One whole session and the next one, by the app's keys, with a picture of every state: the names are those of product.md.
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { startApp, type StartedApp } from '../support/app'
import { forward, forwardTo, writeLine } from '../support/drive'
import {
  expectFace,
  installClock,
  lessons,
  longPromise,
  pass,
  promise,
  questions,
  roomSees,
  secret,
  takeaway,
  writeQuestions,
} from '../support/evening'
import type { Album } from './album'
import { bankOfQuestions } from './questions'
import { draw, type Size } from './sheet'

export interface Tour {
  readonly started: StartedApp
  readonly album: Album
  readonly names: readonly string[]
}

/** One sheet of the console, opened by its key and put away again. */
async function sheet({ started, album }: Tour, letter: string, title: string, name: string): Promise<void> {
  const { console: page } = started
  await page.keyboard.press(letter)
  await expect(page.getByRole('dialog', { name: title })).toBeVisible()
  await album.screen(page, name)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Goes on by the key a number of times. */
async function onwards(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await page.keyboard.press('ArrowRight')
}

/** Begin, agreements, check-in. */
export async function arriving(tour: Tour): Promise<void> {
  const { started, album, names } = tour
  const { console: page } = started
  const stage = await started.stage()
  await onwards(page, 1)
  await expectFace(stage, 'named')
  await album.both(started, 'named')
  await onwards(page, 1)
  await expectFace(stage, 'agreements')
  await album.both(started, 'agreements')
  await onwards(page, 4)
  await expect(roomSees(page)).toHaveText('What would you change today?')
  await pass(started, 0.1)
  await album.both(started, 'agreements-change')
  await onwards(page, 1)
  await expect(roomSees(page)).toHaveText('Then these hold')
  await album.both(started, 'agreements-hold')
  await pass(started, 0.05)
  await expectFace(stage, 'round')
  await pass(started, 0.4)
  await onwards(page, 1)
  await pass(started, 0.4)
  await onwards(page, 1)
  await expect(roomSees(page)).toHaveText(`${await short(page, 2)}’s voice`)
  await pass(started, 0.5)
  await album.both(started, 'round')
  await page.getByRole('button', { name: 'Pass', exact: true }).click()
  await onwards(page, names.length - 3)
  await expect(roomSees(page)).toHaveText('anyone who passed, and would like a word?')
  await album.both(started, 'round-asking')
  await onwards(page, 1)
}

/** Who presents, and what would help. */
export async function choosing(tour: Tour): Promise<void> {
  const { started, album } = tour
  const { console: page } = started
  const stage = await started.stage()
  await expectFace(stage, 'choosing')
  await album.both(started, 'choosing')
  await page.keyboard.press('Digit3')
  await expect(roomSees(page)).toHaveText(`${await short(page, 2)} brings something`)
  await page.keyboard.press('Digit2')
  await expect(roomSees(page)).toContainText('bring something')
  await album.both(started, 'choosing-who-brings')
  await onwards(page, 1)
  await expectFace(stage, 'help')
  await album.both(started, 'what-would-help')
  await page.getByRole('button', { name: 'Questions that make me think' }).click()
  await expect(stage.locator('[aria-current="true"]')).toHaveText('Questions that make me think')
  await album.both(started, 'what-would-help-chosen')
  await onwards(page, 1)
  await expectFace(stage, 'turn')
}

/** The first turn, with everything that can happen in one. */
export async function firstTurn(tour: Tour): Promise<void> {
  const { started, album, names } = tour
  const { console: page } = started
  const stage = await started.stage()
  const key = (name: string) => page.keyboard.press(name)
  await pass(started, 2.4)
  await album.both(started, 'turn-solo')
  await key('r')
  await expectFace(stage, 'reminded')
  await album.both(started, 'reminded')
  await pass(started, 0.5)
  await key('s')
  await page.keyboard.insertText('Tea is ready at the back.')
  await album.screen(page, 'a-line-for-the-room')
  await key('Enter')
  await expect(stage.getByText('Tea is ready at the back.')).toBeVisible()
  await album.both(started, 'message')
  await pass(started, 0.5)
  await sheet(tour, 'a', 'Somebody comes or goes', 'somebody-comes-or-goes')
  await sheet(tour, 't', 'Time', 'time')
  await sheet(tour, '0', 'All names', 'all-names')
  await sheet(tour, '?', 'All keys', 'all-keys')
  await key('f')
  await expect(page.locator('[data-banner="frozen"]')).toBeVisible()
  await pass(started, 0.9)
  await album.both(started, 'frozen')
  await key('f')
  await key('g')
  await expect(page.getByRole('alertdialog', { name: 'Hand over' })).toBeVisible()
  await album.screen(page, 'hand-over')
  await key('ArrowRight')
  await expect(page.getByRole('heading', { name: /, you have it\.$/ })).toBeVisible()
  await album.screen(page, 'hand-over-card')
  await key('ArrowRight')
  await expectFace(stage, 'named')
  await album.both(started, 'named-at-a-hand-over')
  await pass(started, 1.2)
  await expectFace(stage, 'turn')
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('short factual questions')
  await pass(started, 0.6)
  await album.both(started, 'turn-facts')
  await pass(started, 0.8)
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('open questions')
  await pass(started, 3)
  await album.both(started, 'turn-questions')
  await writeQuestions(page)
  await key('ArrowDown')
  await key('ArrowUp')
  await key('Enter')
  await expect(stage.locator('.bar')).toHaveText(questions[0])
  await pass(started, 4)
  await album.both(started, 'turn-with-board')
  await board(tour)
  await key('k')
  await album.both(started, 'turn-with-board-what-can-i-say')
  await key('k')
  await key('h')
  await expectFace(stage, 'held')
  await album.both(started, 'held')
  await key('Space')
  await expectFace(stage, 'turn')
  await key('b')
  await expectFace(stage, 'blank')
  await album.both(started, 'blank')
  await key('b')
  await pass(started, 7.4)
  await album.both(started, 'turn-time')
  await pass(started, 1.5)
  await album.both(started, 'turn-over')
  await key('ArrowRight')
  await expectFace(stage, 'round')
  await pass(started, 0.2)
  await album.both(started, 'turn-reflections')
  await onwards(page, names.length - 1)
  await expectFace(stage, 'turn')
  await page.locator('.taken input').fill(takeaway)
  await album.both(started, 'turn-what-i-take')
  await key('PageDown')
  await expect(page.getByLabel('Kept, as it was said')).toBeVisible()
  await page.locator('.taken input').blur()
  await pass(started, 1.5)
}

/** The break, and a second turn that is ended with thanks. */
export async function secondTurn(tour: Tour): Promise<void> {
  const { started, album } = tour
  const { console: page } = started
  const stage = await started.stage()
  await onwards(page, 1)
  await expectFace(stage, 'break')
  await album.both(started, 'break', 'break-cover')
  await pass(started, 6)
  await expect(stage.getByText('When you are all here')).toBeVisible()
  await album.both(started, 'break-over', 'break-cover-over')
  await onwards(page, 1)
  await expectFace(stage, 'help')
  // Who facilitates by now presents: the role goes to somebody else first.
  await forwardTo(page, 'Telling')
  await pass(started, 0.1)
  await expectFace(stage, 'turn')
  await page.keyboard.press('h')
  await expectFace(stage, 'held')
  await page.getByRole('button', { name: 'End the turn with thanks' }).click()
  await expectFace(stage, 'thanked')
  await album.both(started, 'thanked')
  await onwards(page, 1)
  await expectFace(stage, 'round')
}

/** The board in each of its states; one question is parked, and the wall is left as it was. */
async function board({ started, album }: Tour): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  const key = (name: string) => page.keyboard.press(name)
  const words = en.console.board
  await key('o')
  await expect(stage.getByText(questions[1])).toHaveCount(0)
  await album.both(started, 'turn-question-alone')
  await key('o')
  await key('q')
  await page.keyboard.type('have you tried talking to her directly')
  await key('Enter')
  await expect(page.locator('.thought')).toBeVisible()
  await album.screen(page, 'board-thought')
  await key('Escape')
  await page.getByLabel(new RegExp(`^${words.write}`)).fill('')
  await key('ArrowDown')
  await expect(page.getByRole('option').first()).toBeVisible()
  await album.screen(page, 'board-bank')
  await key('Escape')
  await key('Escape')
  await key('m')
  await key('p')
  await expect(page.getByRole('button', { name: words.piles.parked(1) })).toBeVisible()
  await album.screen(page, 'board-with-one-parked')
  await page.getByRole('button', { name: words.allTogether }).click()
  await expectFace(stage, 'together')
  await album.both(started, 'turn-questions-together')
  await page.getByRole('button', { name: words.closePages }).click()
  await page.getByRole('button', { name: words.veil }).click()
  await expect(page.locator('.board')).toContainText(words.veiled(3))
  await album.screen(page, 'board-collecting')
  await page.keyboard.press('Control+z')
  await expectFace(stage, 'turn')
}

/** Harvest, commitments, what stays, last round, closed. */
export async function closing(tour: Tour): Promise<void> {
  const { started, album, names } = tour
  const { console: page } = started
  const stage = await started.stage()
  await album.both(started, 'harvest')
  for (const lesson of lessons.slice(0, 5)) await writeLine(page, lesson)
  await expectFace(stage, 'harvest')
  await album.both(started, 'harvest-with-words')
  await page.keyboard.press('d')
  for (const letter of 'aabbbcceabde') await page.keyboard.press(letter)
  await album.screen(page, 'dots')
  await page.keyboard.press('Enter')
  await expect(stage.locator('[aria-current="true"]').first()).toBeVisible()
  await album.both(started, 'harvest-taken-up')
  await onwards(page, names.length)
  await expectFace(stage, 'commitments')
  await album.both(started, 'commitments')
  await writeLine(page, promise)
  await album.both(started, 'commitments-one-said')
  await onwards(page, 1)
  await page.getByRole('button', { name: 'Private', exact: true }).click()
  await writeLine(page, secret)
  await onwards(page, 1)
  await writeLine(page, longPromise)
  await album.both(started, 'commitments-several-said')
  await onwards(page, names.length - 2)
  await expectFace(stage, 'together')
  await album.both(started, 'parked')
  await onwards(page, 1)
  await expectFace(stage, 'what-stays')
  await album.both(started, 'what-stays')
  await page.getByRole('button', { name: 'three commitments' }).click()
  await expect(page.getByRole('list', { name: 'Commitments' })).toBeVisible()
  await album.screen(page, 'what-stays-with-lines')
  await onwards(page, 1)
  await expectFace(stage, 'round')
  await album.both(started, 'last-round')
  await onwards(page, names.length)
  await expectFace(stage, 'closed')
  await album.both(started, 'closed', 'close')
  await page.getByLabel('Day', { exact: true }).fill('2026-03-26')
  await page.getByRole('button', { name: / will$/ }).click()
  await expect(page.getByText(/ facilitates next time\.$/)).toBeVisible()
  await album.both(started, 'closed-with-next-date', 'close-with-next-date')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Prepare the session' })).toBeVisible()
}

/** Home of a circle that has met, and what is opened from there. */
export async function atHome({ started, album, names }: Tour): Promise<void> {
  const { console: page } = started
  const prepare = page.getByRole('button', { name: 'Prepare the session' })
  const back = () => page.getByRole('button', { name: 'Back', exact: true }).click()
  await album.screen(page, 'home')
  await page.getByRole('button', { name: 'What was kept' }).click()
  await expect(prepare).toHaveCount(0)
  await album.screen(page, 'what-was-kept')
  await back()
  await bankOfQuestions({ started, album, names })
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(prepare).toHaveCount(0)
  await album.screen(page, 'settings')
  await page.getByRole('button', { name: 'Show numbers' }).click()
  await album.numbers(started)
  await back()
}

/** The practice session: its card, its line over the session, its end. */
export async function practising({ started, album }: Tour): Promise<void> {
  const { console: page } = started
  const { practice, home } = en.console
  await page.getByRole('button', { name: home.practise, exact: true }).click()
  await expect(page.getByText(practice.lead)).toBeVisible()
  await album.screen(page, 'practice-front')
  await onwards(page, 1)
  const line = page.locator('[data-line]')
  await expect(line).toHaveAttribute('data-line', 'waiting')
  await album.openWall(started)
  await onwards(page, 1)
  while ((await line.getAttribute('data-line')) !== 'asks') await forward(page)
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '1')
  await page.keyboard.press('Enter')
  await expect(line).toHaveAttribute('data-line', 'advice')
  await album.both(started, 'practice', 'practice-ribbon')
  const end = page.getByRole('heading', { name: practice.end.title })
  while (!(await end.isVisible())) await forward(page)
  await album.screen(page, 'practice-end')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: home.prepare })).toBeVisible()
}

/** The circle meets again: the plan, what was promised last time, a turn with the whole group, a turn in groups. */
export async function meetingAgain(tour: Tour): Promise<void> {
  const { started, album, names } = tour
  const { console: page } = started
  await page.getByRole('button', { name: 'Prepare the session' }).click()
  await expect(page.getByRole('heading', { name: 'The next session' })).toBeVisible()
  await page.getByRole('button', { name: '120 minutes', exact: true }).click()
  // Behind the short list of a turn are all the methods.
  const allFor = async (turn: string) => {
    await page.getByRole('button', { name: new RegExp(`^${turn}: `) }).click()
    await page.getByRole('button', { name: 'All methods' }).click()
    return page.getByLabel(`Format: ${turn}`)
  }
  const withTalks = await allFor('First turn')
  // Not every circle is of a size for it.
  const talks = (await withTalks.locator('option[value="six-phase-consultation"]').count()) > 0
  if (talks) await withTalks.selectOption('six-phase-consultation')
  await (await allFor('Second turn')).selectOption('listening-trio')
  await album.screen(page, 'plan')
  await page.getByRole('button', { name: 'Open the room' }).click()
  await expect(page.getByRole('heading', { name: 'Who is here' })).toBeVisible()
  const stage = await album.openWall(started)
  await expectFace(stage, 'waiting')
  await onwards(page, 7)
  await expect(roomSees(page)).toHaveText('Then these hold')
  await pass(started, 0.05)
  await expectFace(stage, 'round')
  await onwards(page, names.length)
  await expectFace(stage, 'last-commitments')
  await album.both(started, 'last-commitments')
  await onwards(page, 3)
  await expect(stage.locator('main')).not.toHaveAttribute('data-face', 'last-commitments')
  if (talks)
    for (const [sees, name] of [
      ['open conversation', 'open-conversation'],
      ['the group talks', 'group-talks'],
    ] as const) {
      while (!(await roomSees(page).innerText()).startsWith(sees)) await forward(page)
      await pass(started, 1)
      await album.both(started, name)
    }
  while ((await stage.locator('main').getAttribute('data-face')) !== 'groups') await forward(page)
  await album.both(started, 'pairs-and-trios')
  await onwards(page, 1)
  await expect(roomSees(page)).toHaveText('in groups, A tells')
  await pass(started, 2)
  await album.both(started, 'pairs-and-trios-a-tells')
}

/** The app is killed and started again, where one screen has both windows; gives what runs now. */
export async function afterACrash({ started, album }: Tour, size: Size): Promise<StartedApp> {
  const soon = (await started.console.evaluate(() => Date.now())) + 20_000
  const killed = new Promise((gone) => started.app.process().once('exit', gone))
  started.app.process().kill('SIGKILL')
  await killed
  const again = await startApp({ profile: started.profile, screen: 'asked', size })
  const { console: page } = again
  await installClock(again, new Date(soon).toISOString())
  await page.reload()
  await page.getByRole('button', { name: 'Put away' }).click()
  const goOn = page.getByRole('button', { name: en.console.home.goOn })
  await expect(goOn).toBeVisible()
  await album.screen(page, 'home-after-a-crash')
  await goOn.click()
  const stage = await again.stage()
  const oneScreen = async (name: string) => {
    await expect(page.locator('.strip-line')).toBeVisible()
    await pass(again, 0.02)
    // The wall is a view above the console's page: a picture of one has nothing of the other.
    const wall = await stage.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    const [below, above] = [await page.screenshot(), await stage.screenshot({ animations: 'disabled' })]
    const whole = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    const at = { x: 0, y: 0, caption: '' }
    album.add(
      name,
      await draw(page, whole, [
        { ...at, ...whole, picture: below },
        { ...at, ...wall, picture: above },
      ]),
    )
  }
  await expect(page.getByText(en.console.displays.question)).toBeVisible()
  await oneScreen('one-screen-asked')
  await page.getByRole('button', { name: en.console.displays.itIs, exact: true }).click()
  await page.locator('[data-banner="away"]').getByRole('button', { name: 'Put away' }).click()
  await expect(page.getByText(en.console.displays.hint)).toBeVisible()
  await oneScreen('one-screen-strip')
  return again
}

/** A seat's short name. */
const short = (page: Page, index: number) => page.locator('.chair bdi').nth(index).innerText()
