import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const outside = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

const part = (outDir, entry, format, fileName) =>
  defineConfig({
    root: here('.'),
    configFile: false,
    build: {
      outDir: here(`../out/${outDir}`),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      lib: { entry: here(entry), formats: [format], fileName: () => fileName },
      rolldownOptions: { external: outside, platform: 'node' },
    },
    resolve: { conditions: ['node', 'import', 'default'], mainFields: ['module', 'main'] },
  })

/** The main process as one ES module, and each preload as one CommonJS file: a sandboxed preload can be nothing else. */
export const parts = [
  part('main', 'main.ts', 'es', 'main.js'),
  part('main', 'vault/derive-process.ts', 'es', 'derive-process.js'),
  part('preload', 'preload.ts', 'cjs', 'console.cjs'),
  part('preload', 'stage-preload.ts', 'cjs', 'stage.cjs'),
]
