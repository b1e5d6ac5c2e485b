import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { canWrite, profileFolder } from '../../../electron/profile'

const base = mkdtempSync(join(tmpdir(), 'circlet-unit-'))
writeFileSync(join(base, 'file'), 'a file')
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('the folder of a profile', () => {
  it('can be written, is made with those above it, and holds nothing of the trial', () => {
    const folder = join(base, 'one', 'two')
    expect(canWrite(folder)).toBe(true)
    expect(canWrite(folder)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([join(base, 'file'), join(base, 'file', 'below')])(
    'cannot be written where a file is: %s',
    (folder) => {
      expect(canWrite(folder)).toBe(false)
      expect(readdirSync(base)).toContain('file')
    },
  )

  it.runIf(process.platform === 'linux').each(['/proc/circlet', '/proc/circlet/below', '/proc/self'])(
    'cannot be written where nothing can be made, and says so at once: %s',
    (folder) => {
      expect(canWrite(folder)).toBe(false)
    },
  )

  it('is the one that was asked for, not the one that was taken instead', () => {
    const asking = (asked: string) =>
      profileFolder({
        commandLine: { getSwitchValue: () => asked } as unknown as Electron.CommandLine,
        getPath: () => '/usual',
      })
    expect(asking('')).toBe('/usual')
    expect(asking('/asked')).toBe(resolve('/asked'))
  })
})
