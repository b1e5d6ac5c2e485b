/** What belongs to this computer, never to a circle, and never anything said in a room. */
export interface Settings {
  readonly version: 1
  readonly language: 'en' | 'test-rtl'
  readonly consoleTheme: 'light' | 'dark'
  readonly stageTheme: 'dark' | 'light'
  readonly time: 'minutes' | 'exact' | 'shape'
  readonly hours: 12 | 24
  readonly motion: 'system' | 'none'
}

export const defaultSettings: Settings = {
  version: 1,
  language: 'en',
  consoleTheme: 'light',
  stageTheme: 'dark',
  time: 'minutes',
  hours: 24,
  motion: 'system',
}

/** The values that each setting may have. */
export const settingValues: { readonly [Key in keyof Settings]: readonly Settings[Key][] } = {
  version: [1],
  language: ['en', 'test-rtl'],
  consoleTheme: ['light', 'dark'],
  stageTheme: ['dark', 'light'],
  time: ['minutes', 'exact', 'shape'],
  hours: [12, 24],
  motion: ['system', 'none'],
}

export interface ParsedSettings {
  readonly settings: Settings
  /** Names of fields that could not be used and were put back to the usual. */
  readonly mended: readonly (keyof Settings)[]
}

/** Reads settings from anything at all, field by field; what cannot be used becomes the usual. Null when it is no record. */
export function parseSettings(found: unknown): ParsedSettings | null {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return null
  const mended: (keyof Settings)[] = []
  const read = <Key extends keyof Settings>(key: Key): Settings[Key] => {
    const value: unknown = Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined
    if (value === undefined) return defaultSettings[key]
    const allowed = settingValues[key].find((candidate) => candidate === value)
    if (allowed === undefined) mended.push(key)
    return allowed ?? defaultSettings[key]
  }
  const settings: Settings = {
    version: read('version'),
    language: read('language'),
    consoleTheme: read('consoleTheme'),
    stageTheme: read('stageTheme'),
    time: read('time'),
    hours: read('hours'),
    motion: read('motion'),
  }
  return { settings, mended }
}
