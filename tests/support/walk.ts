// One whole evening by keys alone, from an empty Home to a locked circle. Whoever walks along is told of each new state of the windows.
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { ask, type StartedApp } from './app'
import { forward, forwardSays, forwardTo, writeLine } from './drive'
import {
  expectFace,
  lessons,
  pass,
  passUnseen,
  people,
  promise,
  questions,
  roomSees,
  takeaway,
  writeQuestions,
} from './evening'
import { tabTo } from './kept-circle'

/** What is done at each new state. */
export type At = (state: string) => Promise<void>

interface Walk {
  readonly started: StartedApp
  readonly page: Page
  readonly at: At
}

const words = en.console
const press = (page: Page, key: string) => page.keyboard.press(key)
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

/** Opens a sheet by its key, and puts it away again. */
async function sheet({ page, at }: Walk, key: string, title: string, state: string): Promise<void> {
  await press(page, key)
  await expect(dialog(page, title)).toBeVisible()
  await at(state)
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The page of keys, a key that is being changed, and a clicker that is tried. */
async function keysPage({ page, at }: Walk): Promise<void> {
  const { keyPage } = words
  await tabTo(page, words.settings.keys)
  await expect(page.getByRole('heading', { name: keyPage.title, exact: true })).toBeVisible()
  await at('keys')
  await tabTo(page, keyPage.change('hold', 'H'))
  await expect(page.getByText(keyPage.press).first()).toBeVisible()
  await at('keys, another is wanted')
  await press(page, 'Escape')
  await tabTo(page, keyPage.clicker.start)
  await press(page, 'PageDown')
  await press(page, 'F7')
  await expect(page.locator('.heard')).toHaveCount(2)
  await at('a clicker, two buttons')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('button', { name: keyPage.clicker.again })).toBeVisible()
  await at('a clicker, one without a meaning')
  await press(page, 'Escape')
}

/** The room check: each question, and its end. */
async function roomCheck({ started, page, at }: Walk): Promise<void> {
  const { read, stripes, hear, clicker, ready } = words.roomCheck
  await tabTo(page, words.home.roomCheck)
  await expectFace(await started.stage(), 'room-check')
  for (const [{ ask }, state] of [
    [read, 'lines to read'],
    [stripes, 'stripes'],
    [hear, 'a tone'],
    [clicker, 'a clicker'],
    [ready, 'the room is ready'],
  ] as const) {
    await expect(page.getByRole('heading', { name: ask })).toBeVisible()
    await at(`room check, ${state}`)
    // Stripes are counted, and five change nothing.
    await press(page, state === 'stripes' ? '5' : 'ArrowRight')
  }
  await expect(page.getByRole('button', { name: words.home.startACircle })).toBeVisible()
}

/** Home, the first questions, the promise, Settings, practice: everything before there is a circle. */
export async function beforeACircle({ started, page, at }: Walk): Promise<void> {
  await expect(page.getByRole('button', { name: words.home.startACircle })).toBeVisible()
  await at('home, empty')
  await tabTo(page, words.home.promiseMore)
  await expect(page.locator('.promise-page')).toBeVisible()
  await at('what stays in this room')
  await press(page, 'Escape')
  await tabTo(page, words.home.settings)
  await expect(page.getByRole('heading', { name: words.home.settings })).toBeVisible()
  await at('settings')
  await keysPage({ started, page, at })
  await expect(page.getByRole('heading', { name: words.settings.title })).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('button', { name: words.home.startACircle })).toBeVisible()
  await roomCheck({ started, page, at })
  await tabTo(page, words.home.bring)
  await expect(page.locator('.bring-page, main h1').first()).toBeVisible()
  await at('bring a circle')
  await press(page, 'Escape')
  await tabTo(page, words.home.practiseMadeUp)
  await expect(page.getByText(words.practice.lead)).toBeVisible()
  await at('practice, its card')
  await press(page, 'ArrowRight')
  await expect(page.locator('[data-line]')).toHaveAttribute('data-line', 'waiting')
  await started.stage()
  await at('practice, its line')
  await press(page, 'ArrowRight')
  await expectFace(await started.stage(), 'named')
  await press(page, 't')
  await tabTo(page, words.commands['leave-now'])
  await expect(page.getByRole('heading', { name: words.practice.end.title })).toBeVisible()
  await at('practice, its end')
  await press(page, 'Tab')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: words.home.startACircle })).toBeVisible()
}

/** A new circle, its seats, the agreements, the check-in. */
export async function arriving({ started, page, at }: Walk): Promise<void> {
  await tabTo(page, words.home.startACircle)
  await expect(page.getByLabel(words.newCircle.who)).toBeFocused()
  await page.keyboard.insertText('Ana')
  await at('new circle, one name')
  await press(page, 'Control+a')
  await page.keyboard.insertText(people.join('\n'))
  await at('new circle, seven names')
  await tabTo(page, words.newCircle.minutes(90))
  await tabTo(page, words.newCircle.begin(people.length))
  await expect(page.getByRole('heading', { name: words.whoIsHere.title })).toBeVisible()
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  await at('who is here')
  await press(page, 'ArrowRight')
  await expectFace(stage, 'named')
  await at('who facilitates')
  await press(page, 'ArrowRight')
  await expectFace(stage, 'agreements')
  await at('an agreement')
  await forwardTo(page, words.items.agreements)
  for (let sentence = 0; sentence < 4; sentence += 1) await forward(page)
  await expect(roomSees(page)).toHaveText(words.sees.change)
  await at('what would you change')
  await press(page, 'ArrowRight')
  await expect(roomSees(page)).toHaveText(words.sees.hold)
  await at('these hold')
  await pass(started, 0.05)
  await expectFace(stage, 'round')
  await at('a round')
  await tabTo(page, words.commands.pass)
  for (let voice = 1; voice < people.length; voice += 1) await forward(page)
  await expect(roomSees(page)).toHaveText('anyone who passed, and would like a word?')
  await at('a round, asking once more')
  await forward(page)
}

/** Who brings something, and what would help. */
export async function choosing({ started, page, at }: Walk): Promise<void> {
  const stage = await started.stage()
  await expectFace(stage, 'choosing')
  await at('who presents')
  await press(page, 'Digit3')
  await expect(roomSees(page)).toHaveText('Amara brings something')
  await at('one brings something')
  await forward(page)
  await expectFace(stage, 'help')
  await at('what would help')
  await tabTo(page, en.stage.wishes.questions)
  await expect(stage.locator('[aria-current="true"]')).toHaveCount(1)
  await tabTo(page, words.help_.anotherFormat)
  await at('another format')
  await passUnseen(started, 0.5)
  await expect(page.getByRole('button', { name: /^Start, counting from/ })).toBeVisible()
  await at('forgotten to start')
  await forward(page)
  await expectFace(stage, 'turn')
}

/** The first turn: every sheet, every halt, the role handed over, the clock to its end. */
export async function turn(walk: Walk): Promise<void> {
  const { started, page, at } = walk
  const stage = await started.stage()
  const { commands } = words
  await at('a turn')
  await sheet(walk, 'a', words.comeAndGo.title, 'somebody comes or goes')
  await sheet(walk, 't', words.commands['time-card'], 'time')
  await sheet(walk, '0', words.allNames.title, 'all names')
  await sheet(walk, '?', words.keys.title, 'all keys')
  await sheet(walk, 's', words.tellRoom.title, 'a line for the room')
  await press(page, 'k')
  await expect(page.getByRole('list', { name: commands['what-can-i-say'] })).toBeVisible()
  await at('what can I say')
  await press(page, 'k')
  await press(page, 'r')
  await expectFace(stage, 'reminded')
  await at('reminded')
  await pass(started, 0.2)
  await press(page, 'b')
  await expectFace(stage, 'blank')
  await at('blank')
  await press(page, 'b')
  await expectFace(stage, 'turn')
  await press(page, 'f')
  await expect(page.locator('[data-banner="frozen"]')).toBeVisible()
  await at('frozen')
  await press(page, 'f')
  await press(page, 'Space')
  await expect(page.locator('[data-banner="paused"]')).toBeVisible()
  await at('paused')
  await press(page, 'Space')
  await press(page, 'h')
  await expectFace(stage, 'held')
  await at('held')
  await press(page, 'Space')
  await expectFace(stage, 'turn')
  await press(page, 'g')
  await expect(page.getByRole('alertdialog', { name: words.handOver.title })).toBeVisible()
  await at('hand over, to whom')
  await press(page, 'ArrowRight')
  await expect(page.getByRole('heading', { name: /, you have it\.$/ })).toBeVisible()
  await at('hand over, the card')
  await press(page, 'ArrowRight')
  await expectFace(stage, 'named')
  await at('handed over')
  await pass(started, 0.15)
  await expectFace(stage, 'turn')
  await ask(started.app, ({ powerMonitor }) => powerMonitor.emit('resume'))
  const cover = page.locator('.sleep-cover')
  await expect(cover).toBeVisible()
  await at('covered after a sleep')
  await press(page, 'x')
  await expect(cover).toHaveCount(0)
  await passUnseen(started, 3.6)
  await at('the last minute')
  await passUnseen(started, 1.2)
  await at('time is up')
  await passUnseen(started, 1)
  await at('over')
  await forward(page)
  await expect(roomSees(page)).toContainText('short factual questions')
  await at('facts')
  await passUnseen(started, 1.5)
  await forward(page)
  await expect(roomSees(page)).toContainText('open questions')
}

/** The board, and what is taken from a turn. */
export async function board({ started, page, at }: Walk): Promise<void> {
  const stage = await started.stage()
  await at('open questions, nothing written')
  await writeQuestions(page)
  await at('a board, somebody writes')
  await press(page, 'Escape')
  await press(page, 'Enter')
  await expect(stage.locator('.bar')).toHaveText(questions[0])
  await at('a board, one on the wall')
  await press(page, 'o')
  await expect(stage.getByText(questions[1])).toHaveCount(0)
  await at('a board, the question alone')
  await press(page, 'o')
  await press(page, 'q')
  await page.keyboard.insertText('have you tried talking to her directly')
  await press(page, 'Enter')
  await expect(page.locator('.thought')).toBeVisible()
  await at('a board, a thought')
  await press(page, 'Escape')
  await press(page, 'Control+a')
  await press(page, 'Delete')
  await press(page, 'ArrowDown')
  await expect(page.getByRole('option').first()).toBeVisible()
  await at('a board, the bank')
  await press(page, 'Escape')
  await press(page, 'Escape')
  await press(page, 'm')
  await press(page, 'p')
  await expect(page.getByRole('button', { name: words.board.piles.parked(1) })).toBeVisible()
  await at('a board, one parked')
  await press(page, 'k')
  await at('a board, what can I say')
  await press(page, 'k')
  await tabTo(page, words.board.allTogether)
  await expectFace(stage, 'together')
  await at('a board, all together')
  await tabTo(page, words.board.closePages)
  await tabTo(page, words.board.veil)
  await expect(page.locator('.board')).toContainText(words.board.veiled(3))
  await at('a board, collecting')
  await press(page, 'Control+z')
  await expectFace(stage, 'turn')
  await press(page, 'h')
  await expectFace(stage, 'held')
  await press(page, 'Space')
  await expectFace(stage, 'turn')
  await at('a board, put away')
  await passUnseen(started, 14)
  await forward(page)
  await expectFace(stage, 'round')
  await at('reflections')
  for (let voice = 1; voice < people.length - 1; voice += 1) await forward(page)
  await forward(page)
  await expectFace(stage, 'turn')
  await expect(page.locator('.taken input')).toBeVisible()
  await at('what is taken')
  await tabTo(page, new RegExp(`^${words.run.takeaway}`), 'Home')
  await page.keyboard.insertText(takeaway)
  await press(page, 'PageDown')
  await expect(page.getByLabel(words.run.takeawayKept)).toBeVisible()
  await at('what is taken, kept')
  await passUnseen(started, 1.5)
}

/** The break, the second turn ended with thanks, and what is decided about time. */
export async function breakAndThanks({ started, page, at }: Walk): Promise<void> {
  const stage = await started.stage()
  await press(page, 'PageDown')
  await expectFace(stage, 'break')
  await at('a break')
  await passUnseen(started, 6)
  await expect(stage.getByText('When you are all here')).toBeVisible()
  await at('a break, its end')
  await press(page, 'h')
  await expectFace(stage, 'held')
  await at('a break, held')
  await press(page, 'Space')
  await forward(page)
  await expectFace(stage, 'help')
  await at('the second turn')
  await forwardTo(page, 'Telling')
  await pass(started, 0.15)
  await expectFace(stage, 'turn')
  await passUnseen(started, 5)
  await tabTo(page, words.commands['two-more'])
  await expect(roomSees(page)).toContainText('more')
  await at('two more minutes, asked')
  await press(page, 'Escape')
  await press(page, 'h')
  await expectFace(stage, 'held')
  await tabTo(page, words.commands['end-with-thanks'])
  await expectFace(stage, 'thanked')
  await at('ended with thanks')
  await press(page, 'ArrowRight')
  await expectFace(stage, 'round')
}

/** Harvest, commitments, what stays, the last round, the receipt. */
export async function closing({ started, page, at }: Walk): Promise<void> {
  const stage = await started.stage()
  await at('the harvest')
  for (const lesson of lessons.slice(0, 4)) await writeLine(page, lesson)
  await expectFace(stage, 'harvest')
  await at('the harvest, four lines')
  await press(page, 'Escape')
  await press(page, 'd')
  await expect(dialog(page, words.dots.title)).toBeVisible()
  for (const letter of 'aabbbcd') await press(page, letter)
  await at('dots')
  await press(page, 'Enter')
  await expect(stage.locator('[aria-current="true"]').first()).toBeVisible()
  await at('the harvest, one taken up')
  await forwardTo(page, words.items.commitments)
  await expectFace(stage, 'commitments')
  await at('commitments')
  await writeLine(page, promise)
  await at('commitments, one said')
  await press(page, 'Escape')
  await forwardTo(page, words.items['what-stays'])
  await expectFace(stage, 'together')
  await at('what was parked')
  await forward(page)
  await expectFace(stage, 'what-stays')
  await at('what stays')
  await tabTo(page, 'one commitment')
  await expect(page.getByRole('list', { name: 'Commitments' })).toBeVisible()
  await at('what stays, its lines')
  await forward(page)
  await expectFace(stage, 'round')
  await at('the last round')
  while ((await forwardSays(page)).startsWith('Next')) await forward(page)
  await press(page, 'ArrowRight')
  await expectFace(stage, 'closed')
  await expect(page.getByText(words.close.notYet)).toHaveCount(0)
  await at('the receipt')
}

/** Who can open the circle, and every page that a circle which has met has. */
export async function afterwards({ page, at }: Walk): Promise<void> {
  const { vault, close, home, circle, methods, rubric, plan } = words
  const heading = (name: string) => page.getByRole('heading', { name })
  const back = async () => {
    await press(page, 'Escape')
    await expect(page.getByRole('button', { name: home.prepare })).toBeVisible()
  }
  await tabTo(page, vault.who.words)
  await expect(page.locator('.four-words')).toBeVisible()
  await at('the receipt, four words')
  const opens = (await page.locator('.four-words').innerText()).trim().replace(/\s+/g, ' ')
  await tabTo(page, vault.who.said)
  const code = (await page.locator('.recovery-code').innerText()).trim()
  await at('the receipt, the card')
  await tabTo(page, vault.who.confirm, 'Home')
  await page.keyboard.type(code.slice(0, 5))
  await press(page, 'Enter')
  await expect(page.getByText(vault.who.byWords)).toBeVisible({ timeout: 30_000 })
  await at('the receipt, sealed')
  await tabTo(page, close.done)
  await expect(page.getByRole('button', { name: home.prepare })).toBeVisible()
  await at('home of a circle that has met')
  await tabTo(page, home.prepare)
  await expect(heading(plan.title)).toBeVisible()
  await at('the plan')
  await tabTo(page, words.paper.open)
  await expect(page.getByRole('dialog', { name: words.paper.title })).toBeVisible()
  await expect(page.locator('.paper-preview').getByRole('heading').first()).toBeVisible()
  await at('on paper')
  await press(page, 'Escape')
  await expect(heading(plan.title)).toBeVisible()
  await tabTo(page, plan.back)
  await expect(page.getByRole('button', { name: home.prepare })).toBeVisible()
  await tabTo(page, home.whatWasKept)
  await expect(heading(words.history.title)).toBeVisible()
  await at('what was kept')
  await back()
  await tabTo(page, methods.open)
  await expect(page.locator('.methods-row').first()).toBeVisible()
  await at('the methods')
  await back()
  await tabTo(page, words.questions.open)
  await expect(page.locator('.questions-top')).toBeVisible()
  await at('the questions')
  await back()
  await tabTo(page, home.theCircle)
  await expect(page.locator('.circle-page')).toBeVisible()
  await at('the circle’s page')
  await tabTo(page, circle.export)
  await at('write something out')
  await press(page, 'Escape')
  await tabTo(page, rubric.open)
  await expect(heading(rubric.title)).toBeVisible()
  await at('marks, whose')
  await press(page, 'Escape')
  await back()
  await press(page, 'Control+l')
  await expect(page.locator('.unlock')).toBeVisible()
  await at('locked')
  await page.keyboard.type(opens)
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: home.prepare })).toBeVisible({ timeout: 30_000 })
}

/** The whole evening. */
export async function walkEvening(started: StartedApp, at: At): Promise<void> {
  const walk = { started, page: started.console, at }
  await beforeACircle(walk)
  await arriving(walk)
  await choosing(walk)
  await turn(walk)
  await board(walk)
  await breakAndThanks(walk)
  await closing(walk)
  await afterwards(walk)
}
