// A drill in the real app: proposed with its reason while a session is prepared, added by its button, and held with its cards.
// Fails if a first evening is given one, if the proposal or its reason is another, if a card does not come by key or by itself, if
// the other wording stands on the wall too early, or if the next session does not propose the next skill.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { rewordings } from '../../shared/craft/drills/rewordings'
import { newProfile, resizeStage, root, startApp } from '../support/app'
import { begin, forward } from '../support/drive'
import { expectFace, installClock, newCircle, pass, roomSees } from '../support/evening'
import { faultsOfWall, scrollsOfConsole } from '../support/look'
import { closeAtOnce } from '../support/vault'

const pictures = join(root, 'test-results/drills')
const { drills, home, close, plan, commands, checker } = en.console

const agenda = (page: Page) => page.getByRole('region', { name: plan.session, exact: true })
const line = (page: Page) => page.locator('.plan-drill')
const heading = (page: Page) => page.locator('h1').first()

async function prepare(page: Page): Promise<void> {
  await page.getByRole('button', { name: home.prepare }).click()
  await expect(page.getByRole('heading', { name: plan.title })).toBeVisible()
}

test('a drill is proposed, added after the check-in, held with its cards, and the next skill comes next', async () => {
  test.setTimeout(60_000)
  mkdirSync(pictures, { recursive: true })
  const started = await startApp({ profile: newProfile(), size: { width: 1024, height: 600 } })
  const { console: page } = started
  const shot = (name: string, of: Page = page) => of.screenshot({ path: join(pictures, `${name}.png`) })
  await installClock(started)
  await page.reload()

  await test.step('a first evening has none', async () => {
    await newCircle(page, ['Priya', 'Jun', 'Amara', 'Noor', 'Sam', 'Tomás'])
    await begin(page)
    await expect(page.locator('.agenda')).not.toContainText(drills.drill)
    await closeAtOnce(page)
    await page.getByRole('button', { name: close.done }).click()
  })

  await test.step('the plan has one quiet line, and nothing is added by itself', async () => {
    await prepare(page)
    await page.getByLabel(en.console.newCircle.another).fill('130')
    await expect(line(page)).toContainText(
      'A drill after the check-in: One-sentence mirror, 7 min. Listening, not practised yet.',
    )
    await expect(agenda(page).locator('.plan-list')).not.toContainText('Drill')
    await shot('plan-proposed')
  })

  await test.step('it is added after the check-in, and taken out like any item', async () => {
    await page.getByRole('button', { name: drills.addLabel('One-sentence mirror') }).click()
    const rows = agenda(page).locator('.plan-row .plan-name')
    await expect(rows.nth(1)).toHaveText('Check-in')
    await expect(rows.nth(2)).toHaveText('Drill: One-sentence mirror')
    await expect(line(page)).toHaveCount(0)
    await rows.nth(2).focus()
    await page.keyboard.press('Delete')
    await expect(rows.nth(2)).toHaveText('Who presents')
    await page.getByLabel(drills.another).selectOption({ label: 'Turn it, 8 min' })
    await expect(rows.nth(2)).toHaveText('Drill: Turn it')
    await shot('plan-added')
    await page.getByRole('button', { name: plan.openRoom, exact: true }).click()
  })

  const stage = await started.stage()
  await resizeStage(started, { width: 1920, height: 1080 })
  await stage.emulateMedia({ reducedMotion: 'reduce' })
  const card = () => stage.locator('.bar').innerText()

  await test.step('pairs are drawn, and the first card stands on the wall', async () => {
    await begin(page)
    while ((await stage.locator('main').getAttribute('data-face')) !== 'groups') await forward(page)
    await expect(page.getByRole('button', { name: /Turn it/ }).first()).toBeVisible()
    await forward(page)
    await expectFace(stage, 'card')
    await expect(stage.getByText(drills.card(1, 8))).toBeVisible()
    await expect(roomSees(page)).toContainText(drills.seesCard(1, 8))
    expect(rewordings.map(({ heard }) => heard)).toContain(await card())
    expect(await faultsOfWall(stage)).toEqual([])
    expect(await scrollsOfConsole(page)).toEqual([])
    await shot('card-wall', stage)
    await shot('card-console')
  })

  const seen = new Set<string>()
  await test.step('the next card comes by key, by button, or after forty seconds', async () => {
    seen.add(await card())
    await page.keyboard.press('Enter')
    await expect(stage.getByText(drills.card(2, 8))).toBeVisible()
    seen.add(await card())
    await page.keyboard.press('ArrowDown')
    await expect(stage.getByText(drills.card(3, 8))).toBeVisible()
    seen.add(await card())
    await page.getByRole('button', { name: commands['next-card'], exact: true }).click()
    await expect(stage.getByText(drills.card(4, 8))).toBeVisible()
    seen.add(await card())
    await pass(started, 39 / 60)
    await expect(stage.getByText(drills.card(4, 8))).toBeVisible()
    await pass(started, 2 / 60)
    await expect(stage.getByText(drills.card(5, 8))).toBeVisible()
    seen.add(await card())
    expect(seen.size).toBe(5)
    await page.keyboard.press('Control+z')
    await expect(stage.getByText(drills.card(5, 8))).toHaveCount(0)
    for (const open of rewordings.map((one) => one.open))
      expect(await stage.locator('main').innerText()).not.toContain(open)
  })

  await test.step('while all compare, one other wording stands beneath the card', async () => {
    const [first = ''] = seen
    await pass(started, 6)
    await pass(started, 0.05)
    await expect(heading(page)).toContainText('Compare')
    await expect(stage.getByText(drills.card(1, 8))).toBeVisible()
    expect(await card()).toBe(first)
    const open = rewordings.find(({ heard }) => heard === first)?.open ?? 'none'
    await expect(stage.getByText(open)).toBeVisible()
    expect(await faultsOfWall(stage)).toEqual([])
    await shot('compare-wall', stage)
    await shot('compare-console')
    await page.keyboard.press('Enter')
    await expect(stage.getByText(drills.card(2, 8))).toBeVisible()
    await expect(stage.getByText(open)).toHaveCount(0)
  })

  await test.step('what is tried on the console is answered there, and is nowhere else', async () => {
    const field = page.getByRole('textbox', { name: drills.type })
    await field.fill('Have you tried asking your landlord?')
    await page.keyboard.press('Enter')
    const answered = page.locator('.card-heard')
    await expect(answered).toHaveText(checker.about.advice)
    await shot('tried-console')
    await field.fill('What does it mean to you?')
    await expect(answered).toHaveText('')
    await page.keyboard.press('Enter')
    await expect(answered).toHaveText(drills.asksOpenly)
    expect(await stage.locator('main').innerText()).not.toContain('mean to you')
    expect(await scrollsOfConsole(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('the next session proposes the skill that has waited longest', async () => {
    await closeAtOnce(page)
    await page.getByRole('button', { name: close.done }).click()
    await prepare(page)
    await expect(line(page)).toContainText('One-sentence mirror, 7 min. Listening, not practised yet.')
    await started.quit()
  })
})
