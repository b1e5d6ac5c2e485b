import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

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
