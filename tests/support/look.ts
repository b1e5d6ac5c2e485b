import type { Page } from '@playwright/test'

export interface LookFault {
  readonly kind: 'outside' | 'too-small' | 'too-faint' | 'overlap' | 'scrolls'
  readonly text: string
  readonly found: number
}

/** Nothing on the wall may be smaller than this part of its height (its width in portrait): product.md. */
const smallest = 0.026
/** Contrast of every text on the wall; large ember seats included. */
const contrast = 7

/** What is wrong with the wall as it is drawn now: text outside, too small or too faint, names that overlap. */
export async function faultsOfWall(stage: Page): Promise<readonly LookFault[]> {
  return stage.evaluate(
    ({ smallest, contrast }) => {
      const faults: LookFault[] = []
      const wall = document.querySelector('main')
      if (!wall) return faults
      const unit = Math.min(innerWidth, innerHeight)
      const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
      const light = (color: string) => {
        const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
          const part = value / 255
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const groundOf = (node: Element | null): string => {
        for (let at = node; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor
          const parts = channels(color)
          if (parts.length === 3 || (parts[3] ?? 0) > 0.99) return color
        }
        return 'rgb(255, 255, 255)'
      }
      const texts: { node: Element; box: DOMRect; text: string }[] = []
      const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? ''
        const parent = node.parentElement
        if (text === '' || !parent) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const clipped = parent.closest('bdi, .at') ?? parent
        const own = range.getBoundingClientRect()
        const outer = clipped.getBoundingClientRect()
        const box = new DOMRect(
          own.x,
          own.y,
          own.width,
          Math.min(own.bottom, Math.max(outer.bottom, own.y)) - own.y,
        )
        const style = getComputedStyle(parent)
        // A line's box is taller than its letters: only the letters may not touch.
        const air = parseFloat(style.fontSize) * 0.2
        texts.push({
          node: parent,
          box: new DOMRect(box.x, box.y + air, box.width, Math.max(1, box.height - 2 * air)),
          text,
        })
        const size = parseFloat(style.fontSize) / unit
        if (size < smallest - 0.0005) faults.push({ kind: 'too-small', text, found: size })
        if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
          faults.push({
            kind: 'outside',
            text,
            found: Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight),
          })
        }
        const a = light(style.color)
        const b = light(groundOf(parent))
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
        if (ratio < contrast) faults.push({ kind: 'too-faint', text, found: ratio })
      }
      const apart = (one: DOMRect, other: DOMRect) =>
        one.right <= other.left + 1 ||
        other.right <= one.left + 1 ||
        one.bottom <= other.top + 1 ||
        other.bottom <= one.top + 1
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          if (one.node === other.node || one.node.contains(other.node) || other.node.contains(one.node))
            continue
          if (!apart(one.box, other.box))
            faults.push({ kind: 'overlap', text: `${one.text} / ${other.text}`, found: 1 })
        }
      })
      return faults
    },
    { smallest, contrast },
  )
}

/** Parts of Run that would have to be scrolled; nothing may. */
export async function scrollsOfConsole(page: Page): Promise<readonly LookFault[]> {
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
