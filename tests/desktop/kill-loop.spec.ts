import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lineOf, runKills, summaryOf, tableHead } from '../kills/kill-loop'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const print = (line: string) => process.stdout.write(`${line}\n`)

test.describe('a kill at any instant', () => {
  test('loses nothing that was seen', async () => {
    test.setTimeout(300_000)
    print(`seed ${seed}\n${tableHead}`)
    const kills = await runKills({ kills: 5, seed, onKill: (kill) => print(lineOf(kill)) })
    const { lost, half, failedStarts, worstClockError } = summaryOf(kills, seed)
    expect({ lost, half, failedStarts }).toEqual({ lost: 0, half: 0, failedStarts: 0 })
    expect(worstClockError ?? 0).toBeLessThanOrEqual(1000)
  })

  test('is told when something was lost: an older copy of the profile stands in for a lost write', async () => {
    test.setTimeout(120_000)
    const copy = join(mkdtempSync(join(tmpdir(), 'circlet-older-')), 'profile')
    const exchange = (profile: string, number: number) => {
      if (number === 1) return cpSync(profile, copy, { recursive: true })
      rmSync(profile, { recursive: true })
      cpSync(copy, profile, { recursive: true })
    }
    const kills = await runKills({
      kills: 2,
      seed: 7,
      gestures: 3,
      whileDead: exchange,
      onKill: (kill) => print(lineOf(kill)),
    })
    rmSync(join(copy, '..'), { recursive: true, force: true })
    expect(summaryOf(kills.slice(0, 1), 7).lost).toBe(0)
    expect(summaryOf(kills.slice(1), 7).lost).toBeGreaterThanOrEqual(1)
  })
})
