import { changesOf, readKeymap, type KeyChanges } from './commands/keymap'

/** How a window is drawn; `contrast` is for eyes, rooms and machines that need more than the other two give. */
export type Theme = 'light' | 'dark' | 'contrast'

/** What belongs to this computer, never to a circle, and never anything said in a room. */
export interface Settings {
  readonly version: 1
  readonly language: 'en' | 'test-rtl'
  readonly consoleTheme: Theme
  readonly stageTheme: Theme
  readonly time: 'minutes' | 'exact' | 'shape'
  readonly hours: 12 | 24
  readonly motion: 'system' | 'none'
  /** How large the console's text is. */
  readonly textSize: 'usual' | 'large'
  /** What sounds at the end of a phase whose rule wants a tone. */
  readonly sound: 'bowl' | 'wood' | 'none'
  /** How loud, in fifths of the computer's own volume. */
  readonly volume: 1 | 2 | 3 | 4 | 5
  /** The display that the wall is on, by what it is and never by where it stands; empty for "the other one". */
  readonly stageDisplay: string
  /** Keys that are others than out of the box: a command's name, and all its keys. */
  readonly keys: KeyChanges
  /** What an evening is printed on; `usual` is what printers hold where this computer is. */
  readonly paper: 'usual' | 'a4' | 'letter'
}

/** A setting with a fixed list of values; only the display's own description is free, and the keys have laws of their own. */
export type ListedSetting = Exclude<keyof Settings, 'stageDisplay' | 'keys'>

/** The longest description of a display that is kept, in letters. */
export const longestDisplay = 200

export const defaultSettings: Settings = {
  version: 1,
  language: 'en',
  consoleTheme: 'light',
  stageTheme: 'dark',
  time: 'minutes',
  hours: 24,
  motion: 'system',
  textSize: 'usual',
  sound: 'bowl',
  volume: 3,
  stageDisplay: '',
  keys: {},
  paper: 'usual',
}

/** The values that each setting may have. */
export const settingValues: { readonly [Key in ListedSetting]: readonly Settings[Key][] } = {
  version: [1],
  language: ['en', 'test-rtl'],
  consoleTheme: ['light', 'dark', 'contrast'],
  stageTheme: ['dark', 'light', 'contrast'],
  time: ['minutes', 'exact', 'shape'],
  hours: [12, 24],
  motion: ['system', 'none'],
  textSize: ['usual', 'large'],
  sound: ['bowl', 'wood', 'none'],
  volume: [1, 2, 3, 4, 5],
  paper: ['usual', 'a4', 'letter'],
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
  const given = (key: keyof Settings): unknown =>
    Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined
  const read = <Key extends ListedSetting>(key: Key): Settings[Key] => {
    const value = given(key)
    if (value === undefined) return defaultSettings[key]
    const allowed = settingValues[key].find((candidate) => candidate === value)
    if (allowed === undefined) mended.push(key)
    return allowed ?? defaultSettings[key]
  }
  const readDisplay = (): string => {
    const value = given('stageDisplay')
    if (typeof value === 'string' && value.length <= longestDisplay) return value
    if (value !== undefined) mended.push('stageDisplay')
    return defaultSettings.stageDisplay
  }
  const readKeys = (): KeyChanges => {
    const { keymap, sound } = readKeymap(given('keys'))
    if (!sound) mended.push('keys')
    return changesOf(keymap)
  }
  const settings: Settings = {
    version: read('version'),
    language: read('language'),
    consoleTheme: read('consoleTheme'),
    stageTheme: read('stageTheme'),
    time: read('time'),
    hours: read('hours'),
    motion: read('motion'),
    textSize: read('textSize'),
    sound: read('sound'),
    volume: read('volume'),
    stageDisplay: readDisplay(),
    keys: readKeys(),
    paper: read('paper'),
  }
  return { settings, mended }
}
