import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { chanceOf } from './chance'
import { cutBegins, lineOf, runKills, summaryOf, tableHead } from './kill-loop'

const wanted = Number(process.env['KILLS'] ?? 50)
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** From how many kills on some must have fallen on either side of the commit. */
const enough = 20
const print = (line: string) => process.stdout.write(`${line}\n`)

test('loses nothing that was seen, however often it is killed', async () => {
  test.setTimeout(wanted * 30_000 + 60_000)
  print(`${wanted} kills, seed ${seed}\n${tableHead}`)
  const kills = await runKills({ kills: wanted, seed, onKill: (kill) => print(lineOf(kill)) })
  const summary = summaryOf(kills, seed)
  const file = process.env['CIRCLET_KILLS']
  if (file) writeFileSync(file, `${JSON.stringify({ ...summary, each: kills }, null, 2)}\n`)
  const { lost, half, failedStarts, worstClockError } = summary
  expect({ lost, half, failedStarts }).toEqual({ lost: 0, half: 0, failedStarts: 0 })
  expect(worstClockError ?? 0).toBeLessThanOrEqual(1000)
  if (wanted < enough) return
  expect(summary.before, 'kills before the commit').toBeGreaterThan(0)
  expect(summary.after, 'kills after the commit').toBeGreaterThan(0)
  expect(summary.clocksCompared, 'clocks compared').toBeGreaterThan(0)
})

test('begins a session whole or not at all', async () => {
  const count = Math.ceil(wanted / 4)
  test.setTimeout(count * 30_000 + 60_000)
  const found = await cutBegins(count, chanceOf(seed))
  print(`${count} begins cut: ${found.join(', ')}`)
  expect(found).not.toContain('a session with some')
})
