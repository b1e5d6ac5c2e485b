import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import type { StartNotice } from '../shared/desktop-api'
import { defaultSettings, parseSettings, type Settings } from '../shared/settings'

/** Settings are a few words; a file larger than this is not ours. */
const largestFile = 1024 * 1024
const name = 'settings'

export interface SettingsStore {
  readonly read: () => Settings
  readonly write: (change: Partial<Settings>) => Settings
  readonly notices: () => readonly StartNotice[]
}

type Found = { readonly settings: Settings; readonly sound: boolean } | null

function readFileSafely(file: string): Found {
  try {
    const facts = statSync(file)
    if (!facts.isFile() || facts.size > largestFile) return null
    const text = readFileSync(file, 'utf8')
    const parsed = parseSettings(JSON.parse(text.replace(/^\ufeff/, '')))
    return (
      parsed && { settings: parsed.settings, sound: parsed.mended.length === 0 && !text.startsWith('\ufeff') }
    )
  } catch {
    // Not readable or not JSON: the caller keeps the file aside and goes on with the copy or the usual settings.
    return null
  }
}

/** Moves a file that cannot be used out of the way under a name of its own; never deletes it. */
function setAside(file: string): void {
  let count = 1
  while (existsSync(`${file}.bad-${count}`)) count += 1
  renameSync(file, `${file}.bad-${count}`)
}

/** Removes copies that an interrupted save left behind. */
function sweepLeftovers(folder: string): void {
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith(`${name}.json.tmp-`)) rmSync(join(folder, entry), { recursive: true, force: true })
  }
}

interface Recovered {
  readonly settings: Settings
  readonly notice: StartNotice | null
  /** What must happen to the file before a new one may stand in its place. */
  readonly before: () => void
}

/** Reads what is there, and changes nothing yet: what it says holds even if nothing can be written. */
function recover(file: string, backup: string): Recovered {
  const found = existsSync(file) ? readFileSafely(file) : null
  if (found?.sound) return { settings: found.settings, notice: null, before: () => undefined }
  if (found) return { settings: found.settings, notice: 'settings-mended', before: () => setAside(file) }
  const saved = existsSync(backup) ? readFileSafely(backup) : null
  const before = () => {
    if (existsSync(file)) setAside(file)
    if (existsSync(backup) && saved === null) setAside(backup)
  }
  if (saved) return { settings: saved.settings, notice: 'settings-restored', before }
  const lost = existsSync(file) || existsSync(backup)
  return { settings: defaultSettings, notice: lost ? 'settings-lost' : null, before }
}

/**
 * Opens the settings of this computer. A damaged file is kept aside under another name; the last good copy is used, else the
 * usual settings, with one notice. A file that cannot be written leaves the settings in memory, with a notice.
 */
export function openSettings(folder: string): SettingsStore {
  const file = join(folder, `${name}.json`)
  const backup = join(folder, `${name}.bak`)
  const { settings, notice, before } = recover(file, backup)
  let notices: StartNotice[] = notice === null ? [] : [notice]
  let current = settings
  let store: Store | null = null
  try {
    sweepLeftovers(folder)
    before()
    store = new Store({
      name,
      cwd: folder,
      clearInvalidConfig: false,
      serialize: (value) => JSON.stringify(value),
    })
  } catch (reason) {
    console.warn(`Settings cannot be opened: ${(reason as NodeJS.ErrnoException).code ?? 'unknown'}`)
    notices = [...notices, 'settings-not-saved']
  }
  const save = (): void => {
    try {
      if (store === null) throw new Error('no store')
      store.store = { ...current }
      writeFileSync(backup, JSON.stringify(current))
    } catch (reason) {
      console.warn(`Settings cannot be saved: ${(reason as NodeJS.ErrnoException).code ?? 'unknown'}`)
      if (!notices.includes('settings-not-saved')) notices = [...notices, 'settings-not-saved']
    }
  }
  if (store !== null) save()
  return {
    read: () => current,
    write: (change) => {
      current = parseSettings({ ...current, ...change })?.settings ?? current
      save()
      return current
    },
    notices: () => notices,
  }
}
