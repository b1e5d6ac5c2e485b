// Methods held in the real app: what the wall says in each phase, with a picture of it. Three of them here: one in pairs with
// letters, one that is the whole session, one with silence. `npm run methods` holds every one, and every drill.
// Fails if a phase is left out or does not end, if the wall says another rule or sentence, if anything overlaps or is
// cut, or if something of the console would have to be scrolled.
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { drillFormats } from '../../shared/craft/drills/drills'
import type { Format } from '../../shared/formats/format'
import { library } from '../../shared/formats/library/library'
import { newProfile, root, startApp, type StartedApp } from '../support/app'
import { begin } from '../support/drive'
import { installClock, newCircle } from '../support/evening'
import { closeAtOnce } from '../support/vault'
import { en } from '../../renderer/words/en'
import { holdMethod, nine } from '../tour/methods'

const few = ['appreciative-pairs', 'opening-and-closing-rounds', 'feedback-circle']
const wishes: Readonly<Record<string, readonly Format[]>> = {
  all: [...library, ...drillFormats],
  drills: drillFormats,
}
const wanted = wishes[process.env['CIRCLET_METHODS'] ?? ''] ?? library.filter(({ id }) => few.includes(id))
const folder = process.env['CIRCLET_METHODS_FOLDER'] ?? join(root, 'test-results/methods')

let started: StartedApp

test.beforeAll(async () => {
  started = await startApp({ profile: newProfile(), size: { width: 1024, height: 600 } })
  const { console: page } = started
  await installClock(started)
  await page.reload()
  await newCircle(page, nine)
  await begin(page)
  await closeAtOnce(page)
  await page.getByRole('button', { name: en.console.close.done }).click()
})

test.afterAll(() => started.quit())

for (const format of wanted)
  test(format.title, async () => {
    expect(await holdMethod(started, format, folder)).toBeGreaterThanOrEqual(format.phases.length > 2 ? 3 : 2)
  })
