// Who can open a circle, and how it is locked: what a person sees, and what lies on the disk.
import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { seriousFaults } from '../support/access'
import { newProfile, type StartedApp } from '../support/app'
import { begin, forwardTo, meetAgain } from '../support/drive'
import { changeSettings, expectFace, installClock, pass, roomSees } from '../support/evening'
import { withApp } from '../support/main-process'
import {
  copyOf,
  databases,
  done,
  filesOf,
  firstClose,
  focused,
  keyFile,
  makeTemplate,
  openCirclePage,
  read,
  tabTo,
  three,
  type Template,
} from '../support/kept-circle'
import { answerDialogs, button, closeAtOnce, unlock } from '../support/vault'

const { vault, home, close, circle } = en.console
const { who } = vault

let template: Template
let openTemplate: Template
test.beforeAll(async () => {
  test.setTimeout(120_000)
  template = await makeTemplate('words')
  openTemplate = await makeTemplate('nobody-chose')
})
test.afterAll(() => {
  for (const { profile } of [template, openTemplate]) rmSync(profile, { recursive: true, force: true })
})

/** Starts on a copy of a profile, and clears the copy away. */
const onCopy = <Result>(of: Template, use: (started: StartedApp) => Promise<Result>) =>
  withApp({ profile: copyOf(of) }, use)

const unlockCard = (page: Page) => page.locator('.unlock')
/** The question at the first close, by the keyboard alone. Fails if a step leaves the keys somewhere else, or Enter does not do what the filled button says. */
test('the first close asks, and four words and a card lock the circle, by keys alone', async () => {
  test.setTimeout(120_000)
  const profile = newProfile()
  const key = (page: Page, name: string) => page.keyboard.press(name)
  const words = await withApp({ profile, keepProfile: true }, async ({ console: page }) => {
    await firstClose(page)
    await expect(page.getByRole('heading', { name: who.question })).toBeVisible()
    await expect.poll(() => focused(page)).toBe(who.words)
    // Until then the reader opens the keys without anything: the app says so too.
    expect(read(['--key', keyFile(profile)]).json).toMatchObject({
      opened: true,
      slots: { open: 1 },
    })
    await key(page, 'Enter')
    await expect.poll(() => focused(page)).toBe(who.said)
    const first = await page.locator('.four-words').innerText()
    expect(first).toMatch(/^[a-z]+( [a-z]+){3}$/)
    await tabTo(page, who.others)
    await expect(page.locator('.four-words')).not.toHaveText(first)
    const words = await page.locator('.four-words').innerText()
    await expect.poll(() => focused(page)).toBe(who.said)
    await key(page, 'Enter')
    const code = (await page.locator('.recovery-code').innerText()).replace(/\s/g, '')
    expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/)
    await expect.poll(() => focused(page)).toBe(who.confirm)
    // Not its first five: refused, and nothing is written.
    await page.keyboard.type(code.startsWith('A') ? 'BBBBB' : 'AAAAA')
    await key(page, 'Enter')
    await expect(page.getByRole('alert').filter({ hasText: who.notYet })).toBeVisible()
    expect(read(['--key', keyFile(profile)]).json['opened']).toBe(true)
    // Esc goes one step back, and forward again leads to the same card.
    await key(page, 'Escape')
    await expect(page.locator('.four-words')).toHaveText(words)
    await key(page, 'Enter')
    await expect(page.locator('.recovery-code')).toContainText(code.slice(0, 5))
    await page.keyboard.type(code.slice(0, 5).toLowerCase())
    await key(page, 'Enter')
    await expect(page.getByText(who.byWords)).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('.button.filled')).toHaveText(close.done)
    await expect.poll(() => focused(page)).toBe(close.done)
    await key(page, 'Enter')
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible()
    return words
  })
  const file = keyFile(profile)
  expect(read(['--key', file]).json).toMatchObject({ opened: false, slots: { words: 1, recovery: 1 } })
  expect(read(['--key', file], words).json).toMatchObject({ opened: true })

  // Fails if anything but the circle's label can be seen before the words are said, or if another card stands beside it.
  await withApp({ profile }, async ({ console: page }) => {
    await expect(unlockCard(page)).toHaveCount(1)
    await expect(page.locator('.card')).toHaveCount(1)
    await expect.poll(() => focused(page)).toBe(vault.unlock.field)
    const seen = await page.locator('body').innerText()
    for (const name of three) expect(seen).not.toContain(name)
    await unlock(page, `  ${words.toUpperCase().replaceAll(' ', '   ')} `)
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible({ timeout: 30_000 })
    await expect.poll(() => focused(page)).toBe(home.prepare)
  })
})

/** Fails if a wrong try is scolded or not counted, if the words are shown unasked, or if the wait lets somebody through. */
test('wrong words are said kindly, and from the third try there is a wait in seconds', async () => {
  await onCopy(template, async ({ console: page }) => {
    const said = page.getByText(vault.unlock.wrongWords)
    const wait = page.getByRole('timer')
    for (const [place, wrong] of ['one two three four', 'Thursday circle', template.code].entries()) {
      await unlock(page, wrong)
      await expect(said).toBeVisible({ timeout: 30_000 })
      if (place < 2) {
        await expect(wait).toHaveCount(0)
        await page.getByLabel(vault.unlock.field, { exact: true }).fill('')
        await expect(said).toHaveCount(0)
      }
    }
    await expect(page.locator('#unlock-secret')).toHaveAttribute('type', 'password')
    await expect(wait).toHaveText(/^Try again in \d+ seconds?\.$/)
    await expect(button(page, vault.unlock.open)).toBeDisabled()
    // Main keeps the wait too: a page that asked all the same would be refused, even with the right words.
    const asked = await page.evaluate(
      async ({ words }) => {
        const bridge = window.circlet
        const [first] = (await bridge?.vaults())?.vaults ?? []
        return first && bridge?.openVault({ id: first.id, way: 'words', secret: words })
      },
      { words: template.words },
    )
    expect(asked).toMatchObject({ is: 'wrong' })
    await expect(wait).toHaveCount(0)
    await unlock(page, template.words)
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible({ timeout: 30_000 })
  })
})

/** Fails if the card does not open it as people copy it from paper, or if the two ways are mixed up. */
test('the recovery code opens it, however it is typed', async () => {
  await onCopy(template, async ({ console: page }) => {
    await tabTo(page, vault.unlock.useCode)
    await expect.poll(() => focused(page)).toBe(vault.unlock.codeField)
    await page.keyboard.type(template.words)
    await page.keyboard.press('Enter')
    await expect(page.getByText(vault.unlock.wrongCode)).toBeVisible()
    await page
      .getByLabel(vault.unlock.codeField)
      .fill(template.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))
    await page.keyboard.press('Enter')
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible({ timeout: 30_000 })
    await button(page, vault.unlock.lockNow).click()
    await button(page, vault.unlock.lostBoth).click()
    await expect(page.getByText(vault.unlock.lost)).toBeVisible()
  })
})

/** Fails if Ctrl+L leaves something to read, closes the wall, loses a step, or if the words lead elsewhere than back. */
test('Ctrl+L locks at home, and in a session it locks the console while the wall stays', async () => {
  await onCopy(template, async (started) => {
    const { console: page } = started
    await installClock(started)
    await page.reload()
    await unlock(page, template.words)
    await expect(button(page, home.prepare)).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('Control+l')
    await expect(unlockCard(page)).toBeVisible()
    await expect(page.getByText(vault.unlock.goesOn)).toHaveCount(0)
    await unlock(page, template.words)
    await meetAgain(page)
    await begin(page)
    await forwardTo(page, en.console.items.choosing)
    const stage = await started.stage()
    const before = { told: await roomSees(page).textContent(), wall: await stage.locator('main').innerText() }
    await page.keyboard.press('Control+l')
    await expect(unlockCard(page)).toBeVisible()
    await expect(page.getByText(vault.unlock.goesOn)).toBeVisible()
    // Nothing else is offered beside it: the room is in the middle of something.
    for (const name of [home.newCircle, home.bring, home.practise, home.settings])
      await expect(button(page, name)).toHaveCount(0)
    const seen = await page.locator('body').innerText()
    for (const name of three) expect(seen).not.toContain(name)
    expect(await stage.locator('main').innerText()).toBe(before.wall)
    await pass(started, 3)
    await unlock(page, template.words)
    await expect(page.getByLabel(en.console.run.seats)).toBeVisible({ timeout: 30_000 })
    // The wall told the time all along: nobody is asked whether it counts, and it does.
    await expect(page.locator('.gap-card')).toHaveCount(0)
    await expect(page.getByRole('timer')).toHaveText(/^\d:\d\d over$/)
    await expect(roomSees(page)).toHaveText(before.told ?? '')
    expect(await stage.locator('main').innerText()).toBe(before.wall)
  })
})

/** Fails if ten quiet minutes leave a circle open, or if a session, or a practice on the wall, is cut off by them. */
test('ten quiet minutes lock, but never while the wall is open', async () => {
  test.setTimeout(180_000)
  await onCopy(template, async (started) => {
    const { console: page } = started
    await installClock(started)
    await page.reload()
    await unlock(page, template.words)
    await expect(button(page, home.prepare)).toBeVisible({ timeout: 30_000 })
    await pass(started, 9.9)
    await expect(unlockCard(page)).toHaveCount(0)
    await page.mouse.move(40, 40)
    await pass(started, 9.9)
    await expect(unlockCard(page)).toHaveCount(0)
    await pass(started, 0.2)
    await expect(unlockCard(page)).toBeVisible()
    await unlock(page, template.words)
    await meetAgain(page)
    await begin(page)
    await started.stage()
    await pass(started, 11)
    await expect(page.getByLabel(en.console.run.seats)).toBeVisible()
    await expect(unlockCard(page)).toHaveCount(0)
    // Once it has closed there is nothing to wait for: the receipt goes, and the wall stays as it is.
    await closeAtOnce(page)
    await expect(page.getByText(close.notYet)).toHaveCount(0)
    await pass(started, 11)
    await expect(unlockCard(page)).toBeVisible()
    await expect(page.getByText(vault.unlock.goesOn)).toHaveCount(0)
    await expectFace(await started.stage(), 'closed')
  })
  await onCopy(template, async (started) => {
    const { console: page } = started
    await installClock(started)
    await page.reload()
    await unlock(page, template.words)
    await button(page, home.practise).click()
    await button(page, en.console.practice.start).click()
    await started.stage()
    await pass(started, 11)
    await expect(page.getByText(en.console.practice.ribbon).first()).toBeVisible()
    await expect(unlockCard(page)).toHaveCount(0)
  })
})

/** Fails if anything of the circle stays: a key file, a copy, a database, a row on Home, or a word on the wall that it stays. */
test('"Keep nothing" leaves no circle, no key file and no database', async () => {
  const profile = newProfile()
  await withApp({ profile, keepProfile: true }, async (started) => {
    const { console: page } = started
    await firstClose(page)
    expect(filesOf(profile)).not.toEqual([])
    expect(await databases(page)).toHaveLength(1)
    const stage = await started.stage()
    await page.getByLabel(close.nextDay, { exact: true }).fill('2027-03-26')
    await expect(stage.getByText('26 March', { exact: false }).first()).toBeVisible()
    await button(page, who.nothing).click()
    await expect(page.getByText(who.nothingMore)).toBeVisible()
    await expect(page.locator('.button.filled')).toHaveCount(1)
    expect(filesOf(profile)).not.toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByText(who.nothingKept)).toBeVisible()
    // The receipt and the wall no longer say that anything stays.
    await expect(page.getByText('Kept:', { exact: false })).toHaveCount(0)
    await expect(stage.getByText('26 March', { exact: false })).toHaveCount(0)
    await expect(stage.getByText(/facilitate/)).toHaveCount(0)
    expect(filesOf(profile)).toEqual([])
    expect(await databases(page)).toEqual([])
    await expect.poll(() => focused(page)).toBe(close.done)
    await page.keyboard.press('Enter')
    await expect(button(page, home.startACircle)).toBeVisible()
  })
  await withApp({ profile }, async ({ console: page }) => {
    await expect(button(page, home.startACircle)).toBeVisible()
    expect(filesOf(profile)).toEqual([])
  })
})

/** Fails if "Anyone who can sign in" is offered where nothing keeps that key, or if it does not do what it says where something does. */
test('the key store of the computer is offered only where there is one', async () => {
  await onCopy(openTemplate, async ({ app, console: page, profile }) => {
    await openCirclePage(page)
    await button(page, circle.choose).click()
    await expect(page.getByText(who.noKeyStore)).toBeVisible()
    await expect(button(page, who.computer)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    // A stand-in for a real store: it seals by turning every byte round.
    await app.evaluate(({ safeStorage }) => {
      const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
      safeStorage.isEncryptionAvailable = () => true
      safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
      safeStorage.encryptString = (text) => turned(Buffer.from(text, 'utf8'))
      safeStorage.decryptString = (bytes) => turned(bytes).toString('utf8')
    })
    await page.reload()
    await openCirclePage(page)
    await button(page, circle.choose).click()
    await expect(page.getByText(who.noKeyStore)).toHaveCount(0)
    await button(page, who.computer).click()
    await expect(page.getByText(circle.ways.computer)).toBeVisible()
    expect(read(['--key', keyFile(profile)]).json).toMatchObject({
      opened: false,
      slots: { computer: 1 },
    })
    // A reload is no lock: it opens by itself. Ctrl+L is one: then one press opens it.
    await page.reload()
    await expect(button(page, home.prepare)).toBeVisible()
    await page.keyboard.press('Control+l')
    await expect(unlockCard(page)).toBeVisible()
    await expect(page.locator('#unlock-secret')).toHaveCount(0)
    await expect.poll(() => focused(page)).toBe(vault.unlock.byComputer)
    await page.keyboard.press('Enter')
    await expect(button(page, home.prepare)).toBeVisible()
  })
})

/** Fails if a circle that is open to anyone does not say so, or if choosing from Home does not end that. */
test('a circle that nobody chose for opens by itself, and says so until somebody chooses', async () => {
  await onCopy(openTemplate, async ({ console: page }) => {
    await expect(page.getByText(who.openNow)).toBeVisible()
    await expect(unlockCard(page)).toHaveCount(0)
    await expect(button(page, vault.unlock.lockNow)).toHaveCount(0)
    await button(page, who.choose).click()
    await expect(page.getByText(circle.ways.open)).toBeVisible()
    await expect.poll(() => focused(page)).toBe(circle.choose)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(who.words)
    await expect(page.locator('.button.filled')).toHaveCount(1)
    await page.keyboard.press('Enter')
    const { words } = await chooseWordsHere(page)
    await expect(page.getByText(circle.ways.words)).toBeVisible({ timeout: 30_000 })
    // From this moment on, not only from the next start.
    await page.keyboard.press('Control+l')
    await expect(unlockCard(page)).toBeVisible()
    await unlock(page, words)
    await expect(button(page, home.prepare)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(who.openNow)).toHaveCount(0)
  })
})

/** On the circle's page, from the four words on: said, the card, until the page says who can open it. */
async function chooseWordsHere(page: Page): Promise<{ readonly words: string }> {
  await expect(page.locator('.four-words')).toBeVisible()
  const words = await page.locator('.four-words').innerText()
  await page.keyboard.press('Enter')
  const code = await page.locator('.recovery-code').innerText()
  await page.keyboard.type(code.slice(0, 5))
  await page.keyboard.press('Enter')
  await expect(page.locator('.who-opens')).toHaveCount(0, { timeout: 30_000 })
  return { words }
}

/** Fails if the old words or the old card still open it, or if the new ones do not. */
test('new words close the old ones out, and a new name shows on the locked card', async () => {
  await onCopy(template, async ({ console: page, profile }) => {
    await unlock(page, template.words)
    await openCirclePage(page)
    await button(page, circle.newWords).click()
    const { words } = await chooseWordsHere(page)
    await page.getByLabel(circle.label).fill('  Mittwochs, am Fluss ')
    await page.keyboard.press('Enter')
    await expect(button(page, circle.saveLabel)).toHaveCount(0)
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('heading', { name: 'Mittwochs, am Fluss' })).toBeVisible()
    await unlock(page, template.words)
    await expect(page.getByText(vault.unlock.wrongWords)).toBeVisible({ timeout: 30_000 })
    const file = keyFile(profile)
    expect(read(['--key', file], template.words).code).toBe(1)
    expect(read(['--key', file], words).json).toMatchObject({ opened: true })
    await unlock(page, words)
    await expect(button(page, home.prepare)).toBeVisible({ timeout: 30_000 })
  })
})

/** Fails if one circle's lock hides another, opens it, or if two cards ask at once. */
test('two circles on one computer: one locked, one open', async () => {
  test.setTimeout(120_000)
  await onCopy(template, async ({ console: page }) => {
    await button(page, home.newCircle).click()
    await page.getByLabel(en.console.newCircle.name).fill('Sunday circle')
    await page.getByLabel(en.console.newCircle.who).fill('Dana\nEmeka\nFarah')
    await button(page, en.console.newCircle.begin(3)).click()
    await expect(page.getByRole('heading', { name: en.console.whoIsHere.title, level: 1 })).toBeVisible()
    await begin(page)
    await closeAtOnce(page)
    await done(page)
    const label = await page.locator('.circle-row bdi').innerText()
    await expect(page.getByRole('heading', { name: 'Sunday circle' })).toBeVisible()
    await expect(unlockCard(page)).toHaveCount(0)
    await button(page, vault.unlock.showCircle(label)).click()
    await expect(unlockCard(page)).toHaveCount(1)
    await expect(page.locator('.home > .card')).toHaveCount(1)
    await expect(button(page, home.show('Sunday circle'))).toBeVisible()
    await unlock(page, template.words)
    await expect(page.getByRole('heading', { name: label })).toBeVisible({ timeout: 30_000 })
    await expect(unlockCard(page)).toHaveCount(0)
    await page.keyboard.press('Control+l')
    // The open one stays open; the other one waits for its words.
    await expect(page.getByRole('heading', { name: 'Sunday circle' })).toBeVisible()
    await expect(button(page, vault.unlock.showCircle(label))).toBeVisible()
  })
})

/** Fails if lost rows take the circle with them, if a copy is not offered, or if what was there is overwritten or thrown away. */
test('where the database is gone, the newest copy brings the circle back', async () => {
  const profile = copyOf(template)
  const names = await withApp({ profile, keepProfile: true }, async ({ console: page }) => {
    await unlock(page, template.words)
    await expect(button(page, home.prepare)).toBeVisible({ timeout: 30_000 })
    return databases(page)
  })
  rmSync(join(profile, 'IndexedDB'), { recursive: true, force: true })
  const copies = filesOf(profile, '.backup')
  expect(copies.length).toBeGreaterThan(0)
  await withApp({ profile, keepProfile: true }, async ({ console: page }) => {
    await unlock(page, template.words)
    await expect(page.getByText(vault.lost.put)).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('.button.filled')).toHaveCount(1)
    await page
      .getByRole('button', { name: /^Open the copy from/ })
      .first()
      .click()
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible()
    await expect(page.getByText(vault.lost.put)).toHaveCount(0)
    // The copy is still there, byte for byte where it was, and the lost database keeps its name beside the new one.
    expect(filesOf(profile, '.backup')).toEqual(copies)
    expect(await databases(page)).toEqual(expect.arrayContaining([...names]))
    expect(await databases(page)).toHaveLength(2)
  })
  await withApp({ profile }, async ({ console: page }) => {
    await unlock(page, template.words)
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible({ timeout: 30_000 })
  })
})

/** Fails if a copy is not gone back to, if there is no way on from it, or if it says less than it does. */
test('going back to a copy, and on again to the newer one', async () => {
  test.setTimeout(120_000)
  await onCopy(template, async ({ console: page, profile }) => {
    await unlock(page, template.words)
    await meetAgain(page)
    await begin(page)
    await closeAtOnce(page)
    await done(page)
    await expect(page.getByText(home.session(3), { exact: false })).toBeVisible()
    const copies = filesOf(profile, '.backup')
    expect(copies).toHaveLength(2)
    await openCirclePage(page)
    const ways = page.getByRole('button', { name: /^Go back to/ })
    await expect(ways).toHaveCount(2)
    await ways.nth(1).click()
    await expect(page.getByText(circle.goBackMore)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(ways).toHaveCount(2)
    await ways.nth(1).click()
    await page.keyboard.press('Enter')
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible()
    expect(filesOf(profile, '.backup')).toEqual(copies)
    await openCirclePage(page)
    await ways.first().click()
    await page.keyboard.press('Enter')
    await expect(page.getByText(home.session(3), { exact: false })).toBeVisible()
  })
})

/** Fails if keys that cannot be read stop the app, are thrown away unasked, or can never be put away. */
test('keys that cannot be read are told, and left until somebody gives them up', async () => {
  const profile = copyOf(template)
  for (const file of filesOf(profile, '.key')) truncateSync(file, 100)
  const before = filesOf(profile)
  await withApp({ profile }, async ({ console: page }) => {
    await expect(page.getByRole('alert').filter({ hasText: vault.lost.damaged })).toBeVisible()
    await expect(page.locator('.button.filled')).toHaveCount(0)
    expect(filesOf(profile)).toEqual(before)
    await button(page, vault.lost.giveUp).click()
    await expect(page.getByText(vault.lost.giveUpMore)).toBeVisible()
    expect(filesOf(profile)).toEqual(before)
    await button(page, vault.lost.giveUpSure).click()
    await expect(page.getByText(vault.lost.damaged)).toHaveCount(0)
    await expect(page.locator('.button.filled')).toHaveText(home.startACircle)
    expect(filesOf(profile)).toEqual([])
  })
})

for (const theme of ['light', 'dark'] as const) {
  /** Fails if a screen of the vault has a control without a name, a text too faint, or more than one filled button. */
  test(`every screen of the vault can be used by everybody, ${theme}`, async () => {
    test.setTimeout(180_000)
    await withApp({}, async ({ app, console: page, profile }) => {
      const check = async (what: string) => {
        expect.soft(await seriousFaults(page), what).toEqual([])
        expect.soft(await page.locator('.button.filled').count(), what).toBeLessThanOrEqual(1)
      }
      await changeSettings(page, { consoleTheme: theme })
      await firstClose(page)
      await expect(page.getByRole('heading', { name: who.question })).toBeVisible()
      await check('who can open it')
      await button(page, who.nothing).click()
      await check('keep nothing')
      await page.keyboard.press('Escape')
      await button(page, who.words).click()
      await check('four words')
      await button(page, who.said).click()
      await check('the card')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await done(page)
      await check('home of a circle that anyone can open')
      await button(page, who.choose).click()
      await check('the circle’s page, nobody chose')
      await page.keyboard.press('Enter')
      await button(page, who.words).click()
      const { words } = await chooseWordsHere(page)
      await check('the circle’s page')
      for (const name of [circle.newWords, circle.leaves('Amara'), circle.forgetAsk, circle.take]) {
        await button(page, name).click()
        await check(name)
        await page.keyboard.press('Escape')
      }
      await page
        .getByRole('button', { name: /^Go back to/ })
        .first()
        .click()
      await check('go back to a copy')
      await page.keyboard.press('Escape')
      const file = join(profile, 'away.circlet')
      await answerDialogs(app, file)
      await button(page, circle.take).click()
      await button(page, circle.write).click()
      await expect(page.getByText(circle.written)).toBeVisible()
      await check('taken along')
      await button(page, circle.export).click()
      await check('write something out')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await button(page, home.promiseMore).click()
      await check('what stays in this room')
      await page.keyboard.press('Escape')
      await button(page, home.bring).click()
      await check('bring')
      await button(page, circle.bring.choose).click()
      await expect(unlockCard(page)).toBeVisible()
      await check('bring, the words')
      await unlock(page, words)
      await expect(page.getByText('This computer knows all of it already.')).toBeVisible({ timeout: 30_000 })
      await check('bring, nothing new')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+l')
      await expect(unlockCard(page)).toBeVisible()
      await check('unlock')
      await unlock(page, 'not the words at all')
      await expect(page.getByText(vault.unlock.wrongWords)).toBeVisible({ timeout: 30_000 })
      await button(page, vault.unlock.lostBoth).click()
      await check('unlock, wrong words')
    })
  })
}
