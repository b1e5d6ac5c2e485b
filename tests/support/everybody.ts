// Looks at both windows as everybody needs them, state by state, in every theme. Used by the walk through a whole evening.
import { expect, type Page } from '@playwright/test'
import type { Theme } from '../../shared/settings'
import {
  controlsOf,
  crampedParts,
  faintTexts,
  faultsOfPage,
  focusFaults,
  movingIn,
  otherVoices,
  type Control,
} from './access'
import type { StartedApp } from './app'
import { changeSettings } from './evening'

const themes: readonly Theme[] = ['light', 'dark', 'contrast']

/** How much a text of the console stands out at least, in each theme. */
const consoleLeast: Readonly<Record<Theme, number>> = { light: 4.5, dark: 4.5, contrast: 7 }
/** How much a text of the wall stands out at least, in every theme: product.md. */
const wallLeast = 7

export interface Everybody {
  /** Looks at both windows as they stand, and tells softly of what is wrong with them. */
  readonly look: (state: string) => Promise<void>
  /** The states that were looked at, in order. */
  readonly states: readonly string[]
  /** Every control that stood anywhere. */
  readonly controls: ReadonlyMap<string, Control>
}

const wallOf = (started: StartedApp): Page | null =>
  started.app.windows().findLast((page) => page.url().includes('stage.html') && !page.isClosed()) ?? null

/** Both windows in a theme, as the settings set it. */
async function dress(page: Page, wall: Page | null, theme: Theme): Promise<void> {
  await changeSettings(page, { consoleTheme: theme, stageTheme: theme })
  await page.waitForFunction((theme) => document.body.classList.contains(`theme-${theme}`), theme)
  // Before a session the wall says nothing, and wears nothing.
  await wall?.waitForFunction(
    (theme) =>
      document.querySelector(`main.theme-${theme}`) ?? document.querySelector('[data-face="nothing"]'),
    theme,
  )
}

/** How the words of Run may stand beside the usual way: large, and in a language that is longer and runs from the right. */
const ways = {
  usual: { textSize: 'usual', language: 'en' },
  large: { textSize: 'large', language: 'en' },
  'from the right': { textSize: 'usual', language: 'test-rtl' },
} as const

/** What has no room in Run in each of these ways; the usual one stands afterwards. */
async function cramped(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  if ((await page.locator('main.session').count()) === 0) return found
  for (const way of ['large', 'from the right', 'usual'] as const) {
    const { textSize, language } = ways[way]
    await changeSettings(page, ways[way])
    await page.waitForFunction(
      ({ size, direction }) =>
        document.documentElement.dataset['textSize'] === size && document.documentElement.dir === direction,
      { size: textSize, direction: language === 'en' ? 'ltr' : 'rtl' },
    )
    for (const fault of await crampedParts(page)) found.push(`${way}, no room: ${fault}`)
  }
  return found
}

/** Watches an app that stands at its first screen. What fades would be measured half faded: nothing moves in it. */
export async function watchEverybody(started: StartedApp): Promise<Everybody> {
  const { console: page } = started
  const states: string[] = []
  const controls = new Map<string, Control>()
  let worn: Theme = 'light'
  let wallThen = ''
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await changeSettings(page, { motion: 'none' })
  const look = async (state: string): Promise<void> => {
    expect(states, 'no state twice').not.toContain(state)
    states.push(state)
    const wall = wallOf(started)
    await wall?.emulateMedia({ reducedMotion: 'reduce' })
    // A sheet over the console leaves the wall as it was.
    const wallNow = (await wall?.locator('main').innerText()) ?? ''
    const face = (await wall?.locator('main').getAttribute('data-face')) ?? ''
    const isNew = wall !== null && `${face} ${wallNow}` !== wallThen
    wallThen = `${face} ${wallNow}`
    const order = [worn, ...themes.filter((theme) => theme !== worn)]
    for (const [place, theme] of order.entries()) {
      const asked = place === 0 ? 'everything' : 'colours'
      if (place > 0) await dress(page, isNew ? wall : null, theme)
      const found = {
        console: await faultsOfPage(page, asked),
        'console, keys': await focusFaults(page),
        'console, another voice': await otherVoices(page),
        'console, too faint': await faintTexts(page, consoleLeast[theme]),
        wall: isNew ? await faultsOfPage(wall, asked) : [],
        'wall, too faint': isNew ? await faintTexts(wall, wallLeast) : [],
      }
      expect
        .soft(
          Object.entries(found).flatMap(([where, faults]) => faults.map((fault) => `${where}: ${fault}`)),
          `${state}, ${theme}`,
        )
        .toEqual([])
      worn = theme
    }
    expect.soft(await cramped(page), `${state}, room`).toEqual([])
    expect
      .soft([await movingIn(page), wall === null ? 0 : await movingIn(wall)], `${state}, moves`)
      .toEqual([0, 0])
    for (const control of await controlsOf(page)) controls.set(`${control.name} ${control.key}`, control)
  }
  return { look, states, controls }
}
