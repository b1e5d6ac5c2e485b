// Opens the app named on the command line, as a stock Electron's own default app does.
// It must stay an ES module with a top-level await: only then does 'ready' wait for the app.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const preloads = []
let target = null
const words = process.argv.slice(1)
for (let i = 0; i < words.length; i += 1) {
  if (words[i] === '-r' || words[i] === '--require') {
    preloads.push(words[i + 1])
    i += 1
  } else if (target === null && !words[i].startsWith('-')) {
    target = resolve(words[i])
  }
}

const require = createRequire(import.meta.url)
for (const file of preloads) require(file)

if (target === null) {
  console.error('No app was named on the command line.')
  app.exit(1)
} else {
  let entry = target
  if (statSync(target).isDirectory()) {
    const about = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
    app.setName(about.productName ?? about.name)
    app.setVersion(about.version)
    app.setAppPath(target)
    entry = join(target, about.main)
  }
  await import(pathToFileURL(entry).href)
}
