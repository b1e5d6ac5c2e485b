import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { allStates } from '../support/catalogue/catalogue'
import { resizeStage, root } from '../support/app'
import {
  casesAt,
  nameOfCase,
  nameOfSize,
  scriptNames,
  seatCounts,
  shortCases,
  sizes,
  themes,
  timesInShort,
  type Case,
} from './cases'
import { expectControls } from './controls'
import { measured, startWall, type MeasuredWall } from './feed'

const short = process.env['CIRCLET_MATRIX_FORM'] === 'short'
const folder = join(root, 'test-results', 'matrix-faults')
let wall: MeasuredWall

test.beforeAll(async () => {
  wall = await startWall()
  const [, usual] = sizes
  if (usual !== undefined) await resizeStage(wall.started, usual)
  // What is planted must be found before anything that is found, or not, tells something.
  await expectControls(wall)
})
test.afterAll(() => wall.started.quit())

const casesOf = (size: (typeof sizes)[number]): readonly Case[] =>
  short ? shortCases().filter((one) => one.size === size) : casesAt(size)

test('the cases leave no state, size, script, theme or number of seats out', () => {
  const all = sizes.flatMap(casesOf)
  for (const state of allStates)
    expect(
      all.filter((one) => one.state === state).length,
      `${state.kind}: ${state.name}`,
    ).toBeGreaterThanOrEqual(short ? timesInShort : sizes.length * scriptNames.length)
  for (const size of sizes)
    for (const script of scriptNames)
      for (const seats of seatCounts)
        expect(
          all.filter((one) => one.size === size && one.script === script && one.seats === seats).length,
          `${nameOfSize(size)}, ${script}, ${seats}`,
        ).toBeGreaterThan(short ? 3 : allStates.length * 0.9)
  for (const theme of themes)
    expect(new Set(all.filter((one) => one.theme === theme).map(({ state }) => state)).size, theme).toBe(
      allStates.length,
    )
  if (short) expect(all.length).toBe(timesInShort * allStates.length)
})

for (const size of sizes) {
  test(`every state holds on a wall of ${nameOfSize(size)}`, async () => {
    await resizeStage(wall.started, size)
    const cases = casesOf(size)
    const started = performance.now()
    const wrong: string[] = []
    for await (const { one, faults } of measured(wall, cases))
      for (const { kind, what, found } of faults)
        wrong.push(`${kind} ${found.toFixed(2)} | ${nameOfCase(one)} | ${what}`)
    const took = performance.now() - started
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${nameOfSize(size)}.txt`), wrong.join('\n'))
    console.log(
      `${nameOfSize(size)}: ${cases.length} cases, ${wrong.length} faults, ${Math.round(took / cases.length)} ms a case`,
    )
    expect(wrong.slice(0, 20), `${wrong.length} faults in ${cases.length} cases`).toEqual([])
  })
}
