// Fails if a printer is asked while a wall is open, if a dialog stands without its window, or if a file's name tells anything.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, Dialog, SaveDialogOptions, WebContents } from 'electron'
import { afterAll, describe, expect, it } from 'vitest'
import { printSheet } from '../../../electron/print-sheet'

const folder = mkdtempSync(join(tmpdir(), 'circlet-print-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A console that prints as told, and a person who chooses a place, or none. */
function aConsole(place: string | null, answer: readonly [boolean, string] = [true, '']) {
  const asked: unknown[] = []
  const print: WebContents['print'] = (options, done) => {
    asked.push(options?.pageSize)
    done?.(...answer)
  }
  const window = {
    webContents: { print, printToPDF: () => Promise.resolve(Buffer.from('%PDF-')) },
  } as unknown as BrowserWindow
  const showSaveDialog = (over: unknown, options?: SaveDialogOptions) => {
    asked.push(over === window, options?.defaultPath)
    return Promise.resolve({ canceled: place === null, filePath: place ?? '' })
  }
  return { asked, needs: { window, dialog: { showSaveDialog } as Pick<Dialog, 'showSaveDialog'> } }
}

describe('a sheet', () => {
  it('is written where somebody chooses, asked over the console’s own window', async () => {
    const place = join(folder, 'chosen.pdf')
    const { asked, needs } = aConsole(place)
    expect(await printSheet({ ...needs, wall: 'open' }, { what: 'sheet-and-cards', way: 'pdf' })).toBe(
      'written',
    )
    expect(asked).toEqual([true, 'circlet-sheet-and-cards.pdf'])
    expect(readFileSync(place, 'utf8')).toBe('%PDF-')
  })

  it('is written nowhere where nobody chooses, or where nothing can be written', async () => {
    const left = aConsole(null).needs
    expect(await printSheet({ ...left, wall: 'away' }, { what: 'sheet', way: 'pdf' })).toBe('left')
    const place = join(folder, 'none', 'sheet.pdf')
    const failed = aConsole(place).needs
    expect(await printSheet({ ...failed, wall: 'away' }, { what: 'sheet', way: 'pdf' })).toBe('failed')
    expect(existsSync(place)).toBe(false)
  })

  it('goes to a printer on the paper that was chosen, never while the wall is open', async () => {
    const { asked, needs } = aConsole(null)
    expect(await printSheet({ ...needs, wall: 'away' }, { what: 'cards', way: 'letter' })).toBe('written')
    expect(await printSheet({ ...needs, wall: 'open' }, { what: 'cards', way: 'a4' })).toBe('failed')
    expect(asked).toEqual(['Letter'])
  })

  it.each([
    ['Print job canceled', 'left'],
    ['Print job failed', 'failed'],
  ])('says what came of it: %s', async (reason, came) => {
    const { needs } = aConsole(null, [false, reason])
    expect(await printSheet({ ...needs, wall: 'away' }, { what: 'sheet', way: 'a4' })).toBe(came)
  })

  it('needs a console', async () => {
    const { needs } = aConsole(join(folder, 'gone.pdf'))
    expect(await printSheet({ ...needs, window: null, wall: 'away' }, { what: 'own', way: 'pdf' })).toBe(
      'failed',
    )
  })
})
