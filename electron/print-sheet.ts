import { writeFileSync } from 'node:fs'
import type { BrowserWindow, Dialog, WebContents } from 'electron'
import type { Printed, PrintWish } from '../shared/desktop-api'
import type { PaperSize } from '../shared/export/paper-size'
import { words } from './words'

interface Needs {
  /** The console; null where it has gone. */
  readonly window: BrowserWindow | null
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  /** While the wall is open a session stands on it, and no printing window may come over either. */
  readonly wall: 'open' | 'away'
}

/** Prints what the page shows for printing: into a PDF that somebody chooses, or, while there is no wall, on a printer. */
export async function printSheet(
  { window, dialog, wall }: Needs,
  { what, way }: PrintWish,
): Promise<Printed> {
  if (window === null) return 'failed'
  if (way !== 'pdf') return wall === 'open' ? 'failed' : onPrinter(window.webContents, way)
  // It belongs to the console's window: never over the wall, and never behind what somebody works in.
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `circlet-${what}.pdf`,
    filters: [{ name: words.files.pdf, extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return 'left'
  try {
    writeFileSync(
      filePath,
      await window.webContents.printToPDF({ printBackground: false, preferCSSPageSize: true }),
    )
    return 'written'
  } catch (reason) {
    console.warn(`A sheet was not written: ${(reason as NodeJS.ErrnoException).code ?? 'unknown'}`)
    return 'failed'
  }
}

const pageSizes = { a4: 'A4', letter: 'Letter' } as const

/** Hands the page to the computer's own printing window; gives what came of it. */
const onPrinter = (contents: Pick<WebContents, 'print'>, size: PaperSize): Promise<Printed> =>
  new Promise((answer) => {
    contents.print(
      { printBackground: false, pageSize: pageSizes[size], margins: { marginType: 'none' } },
      (done, reason) => answer(done ? 'written' : /cancel/i.test(reason) ? 'left' : 'failed'),
    )
  })
