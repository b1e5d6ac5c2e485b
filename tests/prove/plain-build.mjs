// Builds the app once more, with a seal that seals nothing, into a folder of its own: the control of every search.
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, loadConfigFromFile, mergeConfig } from 'vite'
import { root } from '../../scripts/lib/run.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const plainSeal = here('./plain-seal.ts')
const seal = join(root, 'renderer/data/seal.ts')
const usual = { configFile: false, logLevel: 'error', mode: 'production' }

/** Puts the plain seal in the place of the real one, and fails where that was never asked for. */
const plainly = () => {
  let replaced = 0
  return {
    name: 'plain-seal',
    enforce: 'pre',
    async resolveId(name, importer, options) {
      if (importer === undefined || importer === plainSeal) return null
      const found = await this.resolve(name, importer, { ...options, skipSelf: true })
      if (found?.id !== seal) return null
      replaced += 1
      return plainSeal
    },
    buildEnd(reason) {
      if (reason === undefined && replaced === 0) this.error('The seal was not replaced.')
    },
  }
}

/** The whole app in a folder: main and preloads as they were built, the pages with the plain seal. */
export async function buildPlain(folder) {
  mkdirSync(folder, { recursive: true })
  for (const part of ['main', 'preload'])
    cpSync(join(root, 'out', part), join(folder, 'out', part), { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  const pages = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(root, 'renderer/vite.config.mjs'),
  )
  const outDir = join(folder, 'out/renderer')
  await build(mergeConfig(pages.config, { ...usual, plugins: [plainly()], build: { outDir } }))
}

/** The probe with either seal, among the pages of the plain app: one page can load both. */
export async function buildProbes(folder) {
  for (const [name, plugins] of [
    ['sealed', []],
    ['plain', [plainly()]],
  ]) {
    const lib = { entry: here('./probe.ts'), formats: ['es'], fileName: () => `${name}.js` }
    const outDir = join(folder, 'out/renderer/probe')
    await build({ ...usual, plugins, build: { outDir, emptyOutDir: false, target: 'chrome130', lib } })
  }
}
