import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { expect } from '@playwright/test'
import { ask, machineSwitches, newProfile, root } from '../support/app'
import { countWindows, test } from '../support/main-process'

/** Starts the app with nobody driving it. */
const startAlone = (profile: string): ChildProcess =>
  spawn(
    process.env['CIRCLET_TEST_ELECTRON'] ?? '',
    [root, `--user-data-dir=${profile}`, ...machineSwitches()],
    { stdio: 'ignore' },
  )

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => child.once('exit', (code) => done(code)))

test('a second start on the same profile ends well, and brings the first to the front', async ({
  started,
}) => {
  const { app, console, profile } = started
  await expect(console.getByRole('button', { name: 'Start a circle' })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const isMinimized = () => ask(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  await expect.poll(isMinimized).toBe(true)
  const began = Date.now()
  expect(await ended(startAlone(profile))).toBe(0)
  expect(Date.now() - began).toBeLessThan(5000)
  await expect.poll(isMinimized).toBe(false)
  expect(await countWindows(app)).toBe(1)
  await console.getByRole('button', { name: 'Start a circle' }).click()
  await expect(console.getByLabel('Who is here?')).toBeVisible()
})

test('of eight started at once on one profile, one lives', async () => {
  const profile = newProfile()
  const children = Array.from({ length: 8 }, () => startAlone(profile))
  try {
    const codes: (number | null)[] = []
    for (const child of children) child.once('exit', (code) => codes.push(code))
    await expect.poll(() => codes.length, { timeout: 60_000 }).toBe(7)
    expect(codes).toEqual(Array.from({ length: 7 }, () => 0))
    // The one that lives has the profile: a ninth start finds it, and gives way.
    expect(await ended(startAlone(profile))).toBe(0)
    const living = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    expect(living).toHaveLength(1)
    const last = living.map(ended)
    living[0]?.kill('SIGTERM')
    expect(await Promise.all(last)).toEqual([0])
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})
