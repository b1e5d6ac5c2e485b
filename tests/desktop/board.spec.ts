// The board's life in the real app: written, hinted at, shown together, paged, sorted, grouped, alone, parked, seen again at
// the close; and shared themes chosen by dots. Fails if a question reaches the wall before its hint was answered or before
// all are shown together, if a hint leaves a trace, or if a key does something else than its button says.
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { root, startApp, type StartedApp } from '../support/app'
import { begin, forward, forwardTo, startCircle, writeLine } from '../support/drive'
import { expectFace, installClock } from '../support/evening'
import { openCirclePage } from '../support/kept-circle'
import { closeAtOnce } from '../support/vault'

const { board, checker, dots } = en.console
const folder = join(root, 'test-results/board')

let started: StartedApp
test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

/** Both windows as they are, to be looked at. */
async function picture(name: string): Promise<void> {
  const stage = await started.stage()
  await started.console.screenshot({ path: join(folder, `${name}-console.png`) })
  await stage.screenshot({ path: join(folder, `${name}-wall.png`) })
}

const rows = (page: Page) => page.locator('.board-rows .question .question-text')
const write = async (page: Page, words: string) => {
  await page.keyboard.press('q')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** Pastes text into a field, as Ctrl+V does. */
const paste = (field: Locator, text: string) =>
  field.evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('a question is thought about before it is on the wall, and nothing of the thought remains', async () => {
  const { console: page } = started
  await startCircle(page)
  await begin(page)
  const stage = await started.stage()
  await forwardTo(page, 'Open questions')
  const field = page.getByLabel(new RegExp(`^${board.write}`))
  const thought = page.locator('.thought')

  // Open questions go straight on.
  await write(page, 'What would be good enough for now?')
  await expect(rows(page)).toHaveText(['What would be good enough for now?'])
  await expect(thought).toHaveCount(0)

  // Advice in disguise waits for its writer.
  await write(page, 'have you tried talking to her directly')
  await expect(thought).toContainText(checker.about.advice)
  await expect(thought.locator('mark').first()).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
  await expect(stage.getByText('have you tried')).toHaveCount(0)
  await picture('thought')
  const widths = await thought
    .locator('.row > .button')
    .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().width)))
  expect(widths).toHaveLength(2)
  expect(widths[0]).toBe(widths[1])

  // Tab takes the open wording; Enter writes it.
  const offer = await thought.locator('.button.quiet bdi').textContent()
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue(offer ?? 'none')
  await expect(thought).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveText(['What would be good enough for now?', offer ?? 'none'])

  // Esc goes on writing, Enter twice keeps it as it is.
  await write(page, 'Was that what you wanted?')
  await expect(thought).toContainText(checker.about.closed)
  await page.keyboard.press('Escape')
  await expect(thought).toHaveCount(0)
  await expect(field).toHaveValue('Was that what you wanted?')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(2)).toHaveText('Was that what you wanted?')
  await expect(stage.getByText('Was that what you wanted?')).toBeVisible()
  await expect(page.locator('.wall-column').getByText(checker.about.closed)).toHaveCount(0)

  // From the bank in two keys.
  await page.keyboard.press('q')
  await page.keyboard.press('ArrowDown')
  const first = await page.getByRole('option').first().textContent()
  await picture('bank')
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(3)).toHaveText(first ?? 'none')

  // Pasted: one a line; what deserves a thought waits in the line.
  await page.keyboard.press('q')
  await paste(field, '- What do you need?\n2. Why don’t you just ask him?\n\nWho else is touched by this?')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '6')
  await expect(field).toHaveValue('Why don’t you just ask him?')
  await expect(thought).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '4')

  // What was begun before is not lost: not to pasted lines, nor while another question gets other words.
  await page.keyboard.press('q')
  await field.fill('What if nobody')
  await paste(field, 'What do you hope for?\nWhat else?')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '6')
  await expect(field).toHaveValue('What if nobody')
  await page.keyboard.press('Escape')
  await page.locator('.question.chosen').getByRole('button', { name: board.reword }).click()
  const rewording = page.getByLabel(new RegExp(`^${board.rewording}`))
  await expect(rewording).toHaveValue('What would be good enough for now?')
  await rewording.fill('What would be enough for now?')
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toHaveText('What would be enough for now?')
  await expect(field).toHaveValue('What if nobody')
})

test('questions move, stand alone, go together, are parked, and come back at the close', async () => {
  const { console: page } = started
  await startCircle(page)
  await begin(page)
  const stage = await started.stage()
  await forwardTo(page, 'Open questions')
  for (const words of [
    'What are you afraid of?',
    'What would help?',
    'What are you most afraid of?',
    'Who else is touched by this?',
  ])
    await write(page, words)
  await expect(rows(page)).toHaveCount(4)
  await picture('waiting')

  // By hand, and back by hand.
  await rows(page).nth(2).dragTo(rows(page).first())
  await expect(rows(page).first()).toHaveText('What are you most afraid of?')
  await rows(page).first().dragTo(rows(page).nth(2))
  await expect(rows(page).nth(2)).toHaveText('What are you most afraid of?')
  await rows(page).first().click()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows(page).first()).toHaveText('What would help?')
  await page.keyboard.press('Enter')
  await expect(page.locator('.board .on-wall')).toContainText('What would help?')
  await page.keyboard.press('o')
  await expect(stage.getByText('What are you afraid of?')).toHaveCount(0)
  await picture('alone')
  await page.keyboard.press('o')
  await expect(stage.getByText('What are you afraid of?')).toBeVisible()

  // Two that ask nearly the same are offered for one place.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.question.chosen')).toContainText('Who else is touched by this?')
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: board.piles.parked(1) })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '1')
  await picture('grouped')
  await page.keyboard.press('m')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '2')

  // After a hold the board stays away until it is asked for.
  await page.keyboard.press('h')
  await expectFace(stage, 'held')
  await page.keyboard.press('ArrowRight')
  await expectFace(stage, 'turn')
  await expect(stage.getByText('What would help?')).toHaveCount(0)
  await page.getByRole('button', { name: board.bringBack }).click()
  await expect(stage.getByText('What would help?')).toBeVisible()

  await forwardTo(page, 'What stays')
  await expectFace(stage, 'together')
  await expect(stage.getByText('Who else is touched by this?')).toBeVisible()
  await picture('parked')
  await forward(page)
  await expectFace(stage, 'what-stays')
})

test('what is written first is hidden until it is shown together, page by page, and sorted without an answer', async () => {
  const { console: page } = started
  await startCircle(page)
  await begin(page)
  await closeAtOnce(page)
  await page.getByRole('button', { name: en.console.close.done }).click()
  const { plan, home, newCircle, agendas } = en.console
  // The circle wants names beside its questions.
  await openCirclePage(page)
  await page.getByRole('button', { name: board.names.named }).click()
  await expect(page.getByRole('button', { name: board.names.named })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: en.console.circle.back, exact: true }).click()
  await page.getByRole('button', { name: home.prepare }).click()
  await page.getByRole('button', { name: new RegExp(`^${plan.turn(1)}: `) }).click()
  await page.getByRole('button', { name: agendas.choose.all }).click()
  await page.getByLabel(plan.format(plan.turn(1))).selectOption('ten-step-intervision')
  await page.getByLabel(newCircle.another).fill('240')
  await page.getByRole('button', { name: plan.openRoom, exact: true }).click()
  await begin(page)
  const stage = await started.stage()
  await forwardTo(page, 'Questions')
  const many = Array.from({ length: 60 }, (_, place) => `What matters to you about part ${place + 1}?`)
  await page.keyboard.press('q')
  await paste(page.getByLabel(new RegExp(`^${board.write}`)), many.join('\n'))
  await page.keyboard.press('Escape')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '60')
  await write(page, '2 What would you keep?')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '61')
  await expectFace(stage, 'write')
  await expect(stage.getByText('What matters to you')).toHaveCount(0)
  await picture('hidden')

  await page.keyboard.press('ArrowRight')
  await expectFace(stage, 'together')
  await expect(stage.getByRole('listitem')).toHaveCount(8)
  await expect(stage.getByText(en.stage.page(1, 8))).toBeVisible()
  await picture('together')
  for (let pages = 2; pages <= 8; pages += 1) {
    await page.keyboard.press('ArrowRight')
    await expect(stage.getByText(en.stage.page(pages, 8))).toBeVisible()
  }
  await expect(stage.getByRole('listitem')).toHaveCount(5)
  await expect(stage.getByRole('listitem').last()).toHaveText(/^What would you keep\?Bela$/)
  await expect(stage.getByText(en.stage.board.withNames)).toBeVisible()

  await forwardTo(page, 'Sorting')
  await expect(stage.getByText('part 1?')).toBeVisible()
  await page.keyboard.press('3')
  await expect(stage.locator('[aria-current="true"]', { hasText: 'cold' })).toBeVisible()
  await picture('sorting')
  await page.keyboard.press('ArrowRight')
  await expect(stage.getByText('part 2?')).toBeVisible()
  await page.keyboard.press('1')
  await expect(stage.locator('[aria-current="true"]', { hasText: 'hot' })).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(stage.getByText('part 1?')).toBeVisible()
})

test('eight people choose among shared themes with three dots each in at most forty keys', async () => {
  const { console: page } = started
  await startCircle(page, { people: ['Amara', 'Bela', 'Chidi', 'Dana', 'Emeka', 'Farah', 'Gita', 'Hana'] })
  await begin(page)
  const stage = await started.stage()
  await forwardTo(page, 'Harvest')
  for (const words of [
    'Say no early',
    'Ask for time',
    'Meet outdoors',
    'Write less',
    'One thing at a time',
    'Rest',
  ])
    await writeLine(page, words)
  let presses = 0
  const press = async (key: string) => {
    presses += 1
    await page.keyboard.press(key)
  }
  await press('d')
  const sheet = page.getByRole('dialog', { name: dots.title })
  await expect(sheet).toBeVisible()
  for (const letter of 'aabaccbadaeafabcabcadbcc') await press(letter)
  await expect(sheet).toContainText(dots.total(24, 24))
  await press('a')
  await expect(sheet).toContainText(dots.many(25, 8, 3))
  await picture('dots')
  await press('Backspace')
  await expect(sheet).toContainText(dots.total(24, 24))
  await press('Enter')
  await expect(sheet).toHaveCount(0)
  expect(presses).toBeLessThanOrEqual(40)
  await expect(stage.locator('[aria-current="true"]')).toHaveText([
    'Say no early',
    'Meet outdoors',
    'Ask for time',
  ])
  await expect(stage.locator('body')).not.toContainText('dot')
  await picture('taken-up')
})
