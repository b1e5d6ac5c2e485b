// What is wrong with a window as it is drawn: the wall measured as the layout matrix does, and the console that would have to scroll.
import type { Page } from '@playwright/test'
import { colourOf, contrastOf, over } from './page-colours'
import {
  faintness,
  faultsOfPage,
  faultsOfText,
  overlaps,
  ruleFaults,
  type Fault,
  type Floors,
} from './page-faults'
import { apart, coreOf, fromRing, inkOf, linesOf, ringsOf, shapesOf, windowOf } from './page-geometry'

/** What the wall must hold: room.md, The frame. */
const floors: Floors = {
  least: 2.6,
  needed: 3.4,
  margin: 4,
  foot: 2,
  air: 0.3,
  contrast: 7,
  shapes: {
    dark: { arc: 4.1, shape: 3.9, hair: 1.4 },
    light: { arc: 4.1, shape: 3.5, hair: 1.4 },
    contrast: { arc: 4.5, shape: 4.5, hair: 4.5 },
  },
}

const inPage = [
  inkOf,
  windowOf,
  linesOf,
  ringsOf,
  shapesOf,
  apart,
  coreOf,
  fromRing,
  colourOf,
  over,
  contrastOf,
  faultsOfText,
  overlaps,
  faintness,
  ruleFaults,
  faultsOfPage,
]

/** The measure as one expression for the page; what names functions in a build has nothing to do there. */
const measure = `(() => {
  const __name = (named) => named
  const inks = new Map()
  let pen = null
  ${inPage.map(String).join('\n')}
  return faultsOfPage(${JSON.stringify(floors)})
})()`

/** What is wrong with the wall as it is drawn now: what stands is measured, not what fades. */
export async function faultsOfWall(stage: Page): Promise<readonly Fault[]> {
  await stage.emulateMedia({ reducedMotion: 'reduce' })
  return stage.evaluate(measure)
}

/** A part of the console that would have to be scrolled. */
interface Scrolls {
  readonly kind: 'scrolls'
  readonly text: string
  readonly found: number
}

/** Parts of Run that would have to be scrolled; nothing may. */
export async function scrollsOfConsole(page: Page): Promise<readonly Scrolls[]> {
  return page.evaluate(() =>
    [
      '.run',
      '.now',
      '.agenda',
      '.wall-column',
      '.sheet',
      '.keys-sheet',
      '.hand-over',
      '.break-cover',
      '.screen',
      '.bottom',
      'body',
    ]
      .flatMap((selector) => [...document.querySelectorAll(selector)].map((node) => ({ selector, node })))
      .filter(
        ({ node }) => node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1,
      )
      .map(({ selector, node }) => ({
        kind: 'scrolls' as const,
        text: selector,
        found: node.scrollHeight - node.clientHeight,
      })),
  )
}
