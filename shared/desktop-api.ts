// The whole of what the console may ask of the computer, and what the computer may tell it. Types and names only.
import type { Settings } from './settings'
import type { StageView } from './stage/stage-view'

/** Something to tell the person once, after the start. */
export type StartNotice = 'settings-mended' | 'settings-restored' | 'settings-lost' | 'settings-not-saved'

export interface About {
  readonly runtime: 'release' | 'test'
  readonly notices: readonly StartNotice[]
  /** Why nothing can be kept at all; null when all is well. */
  readonly trouble: 'profile-not-writable' | null
}

/** A key pressed while the stage has the focus; the console answers it. */
export interface StageKey {
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export interface DesktopApi {
  readonly openStage: () => Promise<void>
  readonly closeStage: () => Promise<void>
  readonly readSettings: () => Promise<Settings>
  readonly writeSettings: (change: Partial<Settings>) => Promise<Settings>
  readonly keepAwake: (wish: 'on' | 'off') => Promise<void>
  readonly toggleFullScreen: () => Promise<void>
  readonly about: () => Promise<About>
  /** A small picture of the wall as it is now, as a data address; null when there is no wall. */
  readonly pictureOfStage: () => Promise<string | null>
}

export interface DesktopEvents {
  readonly woke: null
  readonly stageKey: StageKey
  readonly stageRestarted: null
  readonly stageClosed: null
  readonly settingsChanged: Settings
  readonly command: string
}

/** Every method's name; leaving one out does not compile. */
export const desktopMethods = {
  openStage: true,
  closeStage: true,
  readSettings: true,
  writeSettings: true,
  keepAwake: true,
  toggleFullScreen: true,
  about: true,
  pictureOfStage: true,
} as const satisfies Record<keyof DesktopApi, true>

/** Every event's name. */
export const desktopEvents = {
  woke: true,
  stageKey: true,
  stageRestarted: true,
  stageClosed: true,
  settingsChanged: true,
  command: true,
} as const satisfies Record<keyof DesktopEvents, true>

/** The channel of a method or an event; never written by hand. */
export const channelOf = (name: keyof DesktopApi | keyof DesktopEvents): string => `app:${name}`

/** The channel on which main hands a window its end of the port. */
export const portChannel = 'app:port'

/** What the console's preload puts into its page. */
export type ConsoleBridge = DesktopApi & {
  readonly on: <Name extends keyof DesktopEvents>(
    name: Name,
    listener: (payload: DesktopEvents[Name]) => void,
  ) => () => void
  /** Sends the view to the wall, and again by itself whenever the wall has reloaded. */
  readonly showOnStage: (view: StageView) => void
}

/** What the stage's preload puts into its page: it can only listen. */
export interface StageBridge {
  readonly onView: (listener: (view: unknown) => void) => () => void
}
