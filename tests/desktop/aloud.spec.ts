// What who hears the console is told: one voice, at thresholds only, each thing once.
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { keyShown, usualKeymap } from '../../shared/commands/keymap'
import { startApp, type StartedApp } from '../support/app'
import { forward, forwardTo } from '../support/drive'
import { expectFace, installClock, newCircle, pass, passUnseen, people, roomSees } from '../support/evening'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

interface Hearing extends Window {
  said?: string[]
}

/** Every place from which a screen reader reads by itself. */
const places =
  '[role="status"], [role="alert"], [role="log"], [role="marquee"], [aria-live]:not([aria-live="off"]), output'

/** Listens to a page as a screen reader does: to what changes in any such place, and to any such place that comes. */
const listen = (page: Page) =>
  page.evaluate((places) => {
    const here = window as Hearing
    const said: string[] = []
    here.said = said
    const placeOf = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest(places) ?? null
    new MutationObserver((changes) => {
      const spoken = new Set<Element>()
      for (const { target, addedNodes } of changes) {
        const place = placeOf(target)
        if (place) spoken.add(place)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const one of [node, ...node.querySelectorAll('*')]) if (one.matches(places)) spoken.add(one)
      }
      for (const place of spoken) {
        const text = place.textContent?.trim() ?? ''
        if (text !== '') said.push(text)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, places)

/** What was said since it was last asked. */
const heard = async (page: Page): Promise<readonly string[]> => {
  // What was said in one breath has been breathed out.
  await pass(started, 0.005)
  const said = await page.evaluate(() => (window as Hearing).said?.splice(0) ?? [])
  // A minute of the page's time takes a hundredth of one here: now and then its disk cannot follow, and the console says so.
  return said.filter((text) => !text.startsWith(notSaved))
}

const aloud = en.console.aloud
const notSaved = en.console.banners.notSaved('').slice(0, 9)

/** Fails if a minute or a second is said, if anything is said twice or from a second place, or if a threshold is missed. */
test('a whole turn is told at its thresholds, each once, by one voice', async () => {
  test.setTimeout(120_000)
  const { console: page } = started
  const key = (name: string) => page.keyboard.press(name)
  await newCircle(page, people.slice(0, 4), '90')
  const stage = await started.stage()
  await forwardTo(page, en.console.turnOf('Jun'))
  await listen(page)
  await listen(stage)
  await heard(page)

  await test.step('a phase begins: who, how, how long', async () => {
    await forward(page)
    await expectFace(stage, 'turn')
    expect(await heard(page)).toEqual(['Jun speaks, we listen, 5 minutes.'])
  })
  await test.step('nothing for as long as nothing is reached, then the last minute, time, one minute over, and no more', async () => {
    await passUnseen(started, 3.9)
    expect(await heard(page)).toEqual([])
    await pass(started, 0.2)
    expect(await heard(page)).toEqual([`${aloud.milestones['last-minute']}.`])
    await passUnseen(started, 0.8)
    expect(await heard(page)).toEqual([])
    await pass(started, 0.3)
    expect(await heard(page)).toEqual([`${aloud.milestones.time}.`])
    await pass(started, 1)
    expect(await heard(page)).toEqual([`${aloud.milestones['one-over']}.`])
    await passUnseen(started, 3)
    expect(await heard(page)).toEqual([])
  })
  await test.step('the role, what can be said, and the wall again are asked for, not told', async () => {
    for (const name of ['k', 'k', 'r']) await key(name)
    await expectFace(stage, 'reminded')
    await pass(started, 0.2)
    await expectFace(stage, 'turn')
    expect(await heard(page)).toEqual([])
  })
  await test.step('the room is held, and goes on', async () => {
    await key('h')
    await expectFace(stage, 'held')
    expect(await heard(page)).toEqual([en.console.banners.held((id) => keyShown(id, usualKeymap) ?? '')])
    await passUnseen(started, 2)
    expect(await heard(page)).toEqual([])
    await key('Space')
    await expectFace(stage, 'turn')
    expect(await heard(page)).toEqual([`${aloud.goesOn}.`])
  })
  await test.step('a gesture is taken back', async () => {
    await forward(page)
    await expect(roomSees(page)).toContainText('short factual questions')
    expect(await heard(page)).toEqual(['Jun answers, short factual questions, 2 minutes.'])
    await key('Control+z')
    await expect(roomSees(page)).toContainText('we listen')
    expect(await heard(page)).toEqual([`${aloud.undone}. Jun speaks, we listen, 5 minutes.`])
    await key('Control+Shift+z')
    await expect(roomSees(page)).toContainText('short factual questions')
    expect(await heard(page)).toEqual([`${aloud.redone}. Jun answers, short factual questions, 2 minutes.`])
  })
  await test.step('somebody goes', async () => {
    await key('a')
    expect(await heard(page)).toEqual([en.console.comeAndGo.hint])
    await key('Digit4')
    await expect(page.locator('.sheet')).toContainText(en.console.comeAndGo.left('Noor'))
    expect(await heard(page)).toEqual([en.console.comeAndGo.left('Noor')])
    await key('Escape')
  })
  await test.step('the wall says nothing by itself', async () => {
    expect(await stage.evaluate(() => (window as Hearing).said)).toEqual([])
    expect(await stage.locator(places).count()).toBe(0)
  })
  await test.step('there is one voice', async () => {
    expect(await page.locator(places).count()).toBe(1)
    await expect(page.locator(places)).toHaveAttribute('data-aloud')
    expect(await page.getByRole('timer').getAttribute('aria-live')).not.toBe('polite')
  })
  await test.step('a second one would be heard', async () => {
    await page.evaluate(() => {
      const other = document.createElement('p')
      other.setAttribute('aria-live', 'polite')
      document.querySelector('.run')?.append(other)
      setTimeout(() => (other.textContent = 'and I'), 10)
    })
    expect(await heard(page)).toEqual(['and I'])
    expect(await page.locator(places).count()).toBe(2)
  })
})
