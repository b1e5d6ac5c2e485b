import { writeFileSync } from 'node:fs'
import type { Dialog, WebContents } from 'electron'
import type { PrintedSheet } from '../shared/desktop-api'
import { words } from './words'

/** Writes what the page shows for printing into a PDF that somebody chooses; gives what came of it. */
export async function printSheet(
  contents: WebContents | null,
  dialog: Pick<Dialog, 'showSaveDialog'>,
  what: PrintedSheet,
): Promise<'written' | 'left' | 'failed'> {
  if (contents === null) return 'failed'
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: `circlet-${what}.pdf`,
    filters: [{ name: words.files.pdf, extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return 'left'
  try {
    writeFileSync(filePath, await contents.printToPDF({ printBackground: false, preferCSSPageSize: true }))
    return 'written'
  } catch (reason) {
    console.warn(`A sheet was not written: ${(reason as NodeJS.ErrnoException).code ?? 'unknown'}`)
    return 'failed'
  }
}
