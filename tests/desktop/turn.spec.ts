import { expect, test } from '@playwright/test'
import { startApp, type StartedApp } from '../support/app'
import {
  expectFace,
  filledButton,
  installClock,
  learnt,
  newCircle,
  pass,
  passUnseen,
  people,
  promise,
  questions,
  roomSees,
  secret,
  takeaway,
} from '../support/evening'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

/** Presses forward and waits for the room to be told something else. */
async function forward(): Promise<void> {
  await started.console.keyboard.press('ArrowRight')
}

test('a session of one turn runs from typed names to "Thank you" by the forward key alone', async () => {
  const { console: page } = started
  const six = people.slice(0, 6)
  await newCircle(page, six)
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  for (const name of six) await expect(stage.getByText(name, { exact: true })).toBeVisible()

  const seen: string[] = []
  let presses = 0
  const step = async (tell: RegExp | string, face: string, label?: string) => {
    if (label !== undefined) expect(await filledButton(page)).toBe(label)
    await forward()
    presses += 1
    await expect(roomSees(page)).toHaveText(tell)
    await expectFace(stage, face)
    seen.push(face)
  }
  await step('Priya facilitates today', 'named', 'Begin')
  await step('Priya reads an agreement', 'agreements', 'Go on')
  await step('Jun reads an agreement', 'agreements', 'Next sentence')
  await step('Amara reads an agreement', 'agreements', 'Next sentence')
  await step('Noor reads an agreement', 'agreements', 'Next sentence')
  await step('What would you change today?', 'agreements', 'Next sentence')
  expect(await filledButton(page)).toBe('')
  await pass(started, 0.1)
  await step('Then these hold', 'agreements', 'We agree')
  await pass(started, 0.05)
  await expect(roomSees(page)).toHaveText('Priya’s voice')
  for (const name of six.slice(1)) await step(`${name}’s voice`, 'round', `Next: ${name}`)
  await step('Who brings something?', 'choosing', 'End the round')
  await step('Jun: what would help?', 'help', 'Jun')
  await step('Jun speaks, we listen', 'turn', 'Start Jun’s turn')
  await passUnseen(started, 4.5)
  await step('Jun answers, short factual questions', 'turn', 'Next: Facts')
  await passUnseen(started, 1.5)
  await step('Jun answers, open questions', 'turn', 'Next: Open questions')
  await passUnseen(started, 13.5)
  await step('Priya’s voice', 'round', 'Next: Reflections')
  for (const name of ['Amara', 'Noor', 'Sam', 'Tomás'])
    await step(`${name}’s voice`, 'round', `Next: ${name}`)
  await step('Jun speaks, we listen', 'turn', 'End the round')
  await passUnseen(started, 1.5)
  await step('Priya’s voice', 'round', 'Next: harvest')
  for (const name of six.slice(1)) await step(`${name}’s voice`, 'round', `Next: ${name}`)
  await step('what will Priya do?', 'commitments', 'End the round')
  for (const name of six.slice(1)) await step(`what will ${name} do?`, 'commitments', `Next: ${name}`)
  await step('what stays, and what goes', 'what-stays', 'End the round')
  await step('Priya’s voice', 'round', 'Leave the rest out after the last round')
  for (const name of six.slice(1)) await step(`${name}’s voice`, 'round', `Next: ${name}`)
  expect(await filledButton(page)).toBe('Leave the rest out and close')
  await forward()
  presses += 1
  await expectFace(stage, 'closed')
  await expect(stage.getByText('Thank you.')).toBeVisible()
  // Two and a half presses a minute at most, each of them one that the room waits for.
  expect(presses).toBeLessThanOrEqual(45)

  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/^Session 2\./)).toBeVisible()
})

test('by keyboard with everything used, nothing is lost and nothing private shows', async () => {
  const { console: page } = started
  await newCircle(page)
  const stage = await started.stage()
  const key = (name: string) => page.keyboard.press(name)
  await page
    .getByRole('group', { name: 'Who writes the questions on the board?' })
    .getByRole('button', { name: 'Sam' })
    .click()
  await key('ArrowRight')
  await expectFace(stage, 'named')
  for (let i = 0; i < 6; i += 1) await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Then these hold')
  await pass(started, 0.05)
  await page.getByRole('button', { name: 'Pass', exact: true }).click()
  await expect(roomSees(page)).toHaveText('Jun’s voice')
  for (let i = 0; i < 6; i += 1) await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('anyone who passed, and would like a word?')
  await key('Digit1')
  await expect(roomSees(page)).toHaveText('Priya’s voice')
  await key('ArrowRight')
  await expectFace(stage, 'choosing')
  await key('Digit3')
  await expect(roomSees(page)).toHaveText('Amara brings something')
  expect(await filledButton(page)).toBe('Amara')
  await key('ArrowRight')
  await expectFace(stage, 'help')
  await expect(roomSees(page)).toHaveText('Amara: what would help?')
  await page.getByRole('button', { name: 'Questions that make me think' }).click()
  await expect(stage.locator('[aria-current="true"]')).toHaveText('Questions that make me think')
  await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Amara speaks, we listen')

  await key('r')
  await expectFace(stage, 'reminded')
  await expect(stage.getByText('Amara speaks')).toBeVisible()
  await pass(started, 0.2)
  await expectFace(stage, 'turn')
  await key('b')
  await expectFace(stage, 'blank')
  await expect(stage.locator('main')).toHaveText('')
  await key('Space')
  await expectFace(stage, 'turn')

  await key('+')
  await expect(page.getByRole('timer')).toHaveText(/^5:\d\d$/)
  await key('-')
  await expect(page.getByRole('timer')).toHaveText(/^4:\d\d$/)
  await key('k')
  await expect(page.getByRole('list', { name: 'What can I say?' }).getByRole('listitem')).toHaveCount(3)
  await key('k')

  await passUnseen(started, 4)
  await key('PageDown')
  await expect(roomSees(page)).toHaveText('Amara answers, short factual questions')
  await passUnseen(started, 1.2)
  await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Amara answers, open questions')

  await key('q')
  for (const [index, question] of questions.entries()) {
    await page.keyboard.type(question)
    await key('Enter')
    await expect(page.locator('.board')).toHaveAttribute('data-waiting', String(index + 1))
  }
  await expect(stage.getByText('and 2 more')).toBeVisible()
  await page.keyboard.type('half a thought, h and b and r')
  await expect(page.getByText('The field has the keys.', { exact: false })).toBeVisible()
  await expectFace(stage, 'turn')
  await key('Escape')
  await key('ArrowDown')
  await key('Enter')
  await expect(stage.locator('.bar')).toHaveText(questions[1])
  await page.getByRole('button', { name: 'Answered', exact: true }).click()
  await expect(stage.locator('.bar')).toHaveCount(0)
  await expect(stage.getByText(questions[1])).toHaveCount(0)

  await key('h')
  await expectFace(stage, 'held')
  await expect(stage.getByText('We pause.')).toBeVisible()
  await passUnseen(started, 5)
  await key('ArrowRight')
  await expectFace(stage, 'turn')
  await expect(stage.getByText(questions[0])).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the board' }).click()
  await expect(stage.getByText(questions[0])).toBeVisible()

  await passUnseen(started, 13)
  await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Priya’s voice')
  for (let i = 0; i < 6; i += 1) await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Amara speaks, we listen')
  await page.getByLabel('What is taken, in one sentence').fill(takeaway)
  expect(await filledButton(page)).toBe('Keep this sentence')
  await key('PageDown')
  await expect(page.getByLabel('Kept, as it was said')).toBeVisible()
  await expect(stage.getByText(takeaway)).toHaveCount(0)
  await key('Control+z')
  await page.getByLabel('Kept, as it was said').blur()
  await key('Control+z')
  await expect(page.getByLabel('What is taken, in one sentence')).toBeVisible()
  await key('Control+Shift+z')
  await expect(page.getByLabel('Kept, as it was said')).toBeVisible()

  await passUnseen(started, 1.5)
  await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Priya’s voice')
  await key('q')
  await page.keyboard.type(learnt)
  await key('Enter')
  await expectFace(stage, 'harvest')
  await expect(stage.getByText(learnt)).toBeVisible()
  await key('Escape')
  for (let i = 0; i < 7; i += 1) await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('what will Priya do?')
  await key('q')
  await page.keyboard.type(promise)
  await key('Enter')
  await expect(stage.getByText(promise)).toBeVisible()
  await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('what will Jun do?')
  await page.getByRole('button', { name: 'Private', exact: true }).click()
  await key('q')
  await page.keyboard.type(secret)
  await key('PageDown')
  await expect(stage.getByText('private')).toBeVisible()
  await expect(page.getByText('Two commitments so far')).toBeVisible()
  await page.getByLabel('What will Jun do?').blur()
  for (let i = 0; i < 6; i += 1) await key('ArrowRight')
  await expectFace(stage, 'what-stays')
  await expect(stage.getByText('Two commitments')).toBeVisible()
  await expect(stage.getByText('One sentence')).toBeVisible()
  await expect(stage.getByText('Five questions')).toBeVisible()
  await key('ArrowRight')
  await expect(roomSees(page)).toHaveText('Priya’s voice')
  for (let i = 0; i < 7; i += 1) await key('ArrowRight')
  await expectFace(stage, 'closed')
  await expect(stage.getByText('Forgotten: everything but two commitments and one sentence.')).toBeVisible()
  await expect(page.getByText('Kept: two commitments and one sentence', { exact: false })).toBeVisible()
  await expect(
    page.getByText('Forgotten: everything said in one turn, one word, and five questions'),
  ).toBeVisible()
  for (const words of [takeaway, secret, learnt, promise, ...questions])
    await expect(stage.getByText(words, { exact: false })).toHaveCount(0)
})
