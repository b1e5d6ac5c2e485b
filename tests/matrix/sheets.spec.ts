// Sheets of all states, one for each size and theme: what is measured is also looked at. `npm run matrix -- --sheets FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { resizeStage } from '../support/app'
import { allStates } from '../support/catalogue/catalogue'
import { contactSheet, type Named } from '../tour/sheet'
import { nameOfSize, scriptNames, sizes, themes, viewOfCase, type Case } from './cases'
import { otherTheme, show, startWall, type MeasuredWall } from './feed'

const folder = process.env['CIRCLET_SHEETS'] ?? ''
/** Whose room it is: the one with very long names, unless another is wished. */
const script = scriptNames.find((name) => name === process.env['CIRCLET_SCRIPT']) ?? 'latin'
let wall: MeasuredWall

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  wall = await startWall()
})
test.afterAll(() => wall.started.quit())

for (const size of sizes)
  for (const theme of themes)
    test(`a sheet of ${nameOfSize(size)}, ${theme}`, async () => {
      await resizeStage(wall.started, size)
      const pictures: Named[] = []
      for (const [index, state] of allStates.entries()) {
        // Every third room is a full one.
        const one: Case = { state, size, theme, script, seats: index % 3 === 2 ? 12 : 7 }
        const view = viewOfCase(one)
        if (view === null) continue
        await show(wall, otherTheme(view))
        await show(wall, view)
        pictures.push({
          name: `${state.kind}: ${state.name}`,
          picture: await wall.stage.screenshot({ type: 'jpeg', quality: 90 }),
        })
      }
      expect(pictures.length).toBe(allStates.length)
      const sheet = await contactSheet(wall.started.console, pictures, size)
      writeFileSync(join(folder, `${nameOfSize(size)}-${theme}-${script}.png`), sheet)
    })
