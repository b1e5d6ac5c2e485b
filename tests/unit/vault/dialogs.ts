// The errands of main, with dialogs in which somebody always chooses the same.
import { join } from 'node:path'
import { createErrands, createVaultCalls } from '../../../electron/vault/vault-service'
import type { Errand, ErrandAnswer } from '../../../shared/vault/errands'
import { newFolder, run, type Run } from './support'

export const someRows = Buffer.from(
  JSON.stringify({ rows: [['id', 'circle', 'circle:1', 1, 'AAAAAAAAAAAAAAAA', 'AAAA']] }),
)

/** What was chosen in a dialog; null: somebody thought better of it. */
interface Choice {
  path: string | null
}

/** A run of the app with its calls and errands. What is saved or brought is chosen by `choice`. */
export function serviceOver(base: Run = run(newFolder())) {
  const elsewhere = newFolder()
  const choice: Choice = { path: join(elsewhere, 'circle.circlet') }
  const asked: unknown[] = []
  const needs = {
    vaults: base.vaults,
    folder: base.folder,
    dialog: {
      showSaveDialog: async (options: unknown) => {
        asked.push(options)
        return { canceled: choice.path === null, filePath: choice.path ?? '' }
      },
      showOpenDialog: async (options: unknown) => {
        asked.push(options)
        return { canceled: choice.path === null, filePaths: choice.path === null ? [] : [choice.path] }
      },
    } as Parameters<typeof createErrands>[0]['dialog'],
  }
  const errands = createErrands(needs)
  const carry = (errand: Errand, bytes: Uint8Array | null = null): Promise<ErrandAnswer> =>
    errands(errand, bytes)
  return { ...base, calls: createVaultCalls(needs), errands, carry, choice, dialogs: asked, elsewhere }
}
