// What everybody needs of a screen, measured in the page: names, roles and order by axe, contrast from the colours as they lie on each other.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** In place of axe's own source where a page has read it: reading its half megabyte takes longer than many a check. */
const nothingMore = 'void 0'

/** What axe holds to be serious or worse. Contrast on the console: 4.5 to 1. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder(isThere ? { page, axeSource: nothingMore } : { page })
  const { violations } = await builder
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

/** All that axe asks, or colours alone: what else it asks does not change with the theme. */
export type Asked = 'everything' | 'colours'

/** Everything that axe finds in a page as it stands, however light. */
export async function faultsOfPage(page: Page, asked: Asked): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const rules = asked === 'colours' ? { runOnly: ['color-contrast'] } : {}
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    )
  }, asked)
}

/** Every text that stands out less than this from what lies under it: each colour laid on those below, with its part of see-through. */
export async function faintTexts(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    type Colour = readonly [number, number, number, number]
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const known = new Map<string, Colour>()
    // As the browser itself paints it: whatever way a colour is written, it comes out as four numbers.
    const read = (written: string): Colour => {
      const found = known.get(written)
      if (found || !canvas) return found ?? [0, 0, 0, 1]
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = written
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
      const colour: Colour = [r, g, b, a / 255]
      known.set(written, colour)
      return colour
    }
    const lay = (upper: Colour, lower: Colour, part = 1): Colour => {
      const a = upper[3] * part
      const mix = (one: number, other: number) => one * a + other * (1 - a)
      return [mix(upper[0], lower[0]), mix(upper[1], lower[1]), mix(upper[2], lower[2]), 1]
    }
    const light = ([r, g, b]: Colour) => {
      const part = (value: number) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const groundOf = (node: Element | null): Colour => {
      if (node === null) return read(document.documentElement.matches('*') ? 'canvas' : 'white')
      const style = getComputedStyle(node)
      const own = read(style.backgroundColor)
      if (own[3] > 0.995) return own
      return own[3] === 0 ? groundOf(node.parentElement) : lay(own, groundOf(node.parentElement))
    }
    const seenThrough = (node: Element | null): number =>
      node === null ? 1 : Number(getComputedStyle(node).opacity) * seenThrough(node.parentElement)
    const faults: string[] = []
    const judge = (parent: Element, text: string, written: string) => {
      if (!parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return
      const box = parent.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1) return
      const ground = groundOf(parent)
      const shown = lay(read(written), ground, seenThrough(parent))
      const [one, other] = [light(shown), light(ground)]
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
      if (ratio < least) faults.push(`${ratio.toFixed(2)} ${text.slice(0, 60)}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (text !== '' && parent && !parent.matches('script, style, option'))
        judge(parent, text, getComputedStyle(parent).color)
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      judge(field, field.value || field.type, getComputedStyle(field).color)
      if ('placeholder' in field && field.placeholder !== '')
        judge(field, field.placeholder, getComputedStyle(field, '::placeholder').color)
    }
    return faults
  }, least)
}

/** What is wrong with where the keys are: nowhere, or at something that shows no ring of two pixels and three to one. */
export async function focusFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const at = document.activeElement
    const isSession = document.querySelector('main.session') !== null
    if (at === null || at === document.body) return isSession ? ['the focus is nowhere'] : []
    // The run surface, and a page that is scrolled by keys, have the keys as a whole.
    if (!at.matches(':focus-visible') || (at instanceof HTMLElement && at.tabIndex < 0)) return []
    const style = getComputedStyle(at)
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    let around = at.parentElement
    while (around && /^rgba.*, 0\)$/.test(getComputedStyle(around).backgroundColor))
      around = around.parentElement
    const [one, other] = [
      light(style.outlineColor),
      light(getComputedStyle(around ?? document.body).backgroundColor),
    ]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    const shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && ratio >= 3
    const name = (at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 40)
    return shows ? [] : [`no ring (${style.outlineWidth}, ${ratio.toFixed(1)}): ${at.tagName} ${name}`]
  })
}

/** What a screen reader reads by itself in a session, beside the one voice. */
export async function otherVoices(page: Page): Promise<readonly string[]> {
  if ((await page.locator('main.session').count()) === 0) return []
  return page
    .locator(
      '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output',
    )
    .evaluateAll((found) =>
      found
        .filter((one) => !one.matches('[data-aloud]'))
        .map((one) => `${one.tagName} ${one.className}: ${one.textContent ?? ''}`.slice(0, 120)),
    )
}

/** How many things move in a page of whoever asked for stillness. */
export const movingIn = (page: Page): Promise<number> =>
  page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)

/** What a page has to press: what a screen reader calls it, and the key it shows. */
export interface Control {
  readonly name: string
  readonly key: string
}

/** Every button that stands in a page now; those that change a key do not do what it does. */
export const controlsOf = (page: Page): Promise<readonly Control[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.checkVisibility() && button.closest('.keys-page') === null)
      .map((button) => {
        const key = button.querySelector('kbd')?.textContent ?? ''
        const own = [...button.childNodes].filter((node) => node.nodeName !== 'KBD')
        const text = own.map((node) => node.textContent).join('')
        return { name: (button.getAttribute('aria-label') ?? text).trim(), key }
      }),
  )

/** Covers of the run: what lies under one is not there for now. */
const covers = '[role="dialog"], [role="alertdialog"], .break-cover, .sleep-cover'

/** What would have to be scrolled in a page, is cut off, or lies under something else, as it stands. */
export async function crampedParts(page: Page): Promise<readonly string[]> {
  return page.evaluate((covers) => {
    const faults = new Set<string>()
    const nameOf = (node: Element) =>
      `${node.tagName.toLowerCase()}.${[...node.classList].join('.')} “${(node.textContent ?? '').trim().slice(0, 40)}”`
    const isSeen = (node: Element) =>
      node.checkVisibility({ visibilityProperty: true }) && node.closest('.hidden-label') === null
    const over = [...document.querySelectorAll(covers)].findLast(isSeen)
    const all = [
      ...(over ?? document.body).querySelectorAll<HTMLElement>('*'),
      ...(over ? [over as HTMLElement] : []),
    ]
    for (const node of all) {
      if (!isSeen(node)) continue
      const style = getComputedStyle(node)
      const [wide, high] = [node.scrollWidth - node.clientWidth, node.scrollHeight - node.clientHeight]
      // A name that is too long for its place is cut with "…", and whole elsewhere.
      const isCutName = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      const rolls = (way: string) => way === 'auto' || way === 'scroll'
      if (rolls(style.overflowY) && high > 1) faults.add(`scrolls by ${high}: ${nameOf(node)}`)
      if (rolls(style.overflowX) && wide > 1) faults.add(`scrolls aside by ${wide}: ${nameOf(node)}`)
      if (style.overflowY === 'hidden' && high > 2 && !isCutName && node.clientHeight > 0)
        faults.add(`cut by ${high}: ${nameOf(node)}`)
    }
    const controls = all.filter((node) =>
      node.matches('button, input, textarea, select, h1, h2, .say p, .clock'),
    )
    for (const node of controls) {
      if (!isSeen(node)) continue
      const box = node.getBoundingClientRect()
      if (box.width === 0) continue
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
        faults.add(`outside: ${nameOf(node)}`)
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const there = document.elementFromPoint(x, y)
      if (there && !node.contains(there) && !there.contains(node) && there.closest(covers) === (over ?? null))
        faults.add(`under ${nameOf(there)}: ${nameOf(node)}`)
    }
    return [...faults]
  }, covers)
}
