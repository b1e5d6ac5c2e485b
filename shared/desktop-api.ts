// The whole of what the console may ask of the computer, and what the computer may tell it. Types and names only.
import type { PaperSize } from './export/paper-size'
import type { OneDisplayAnswer, StageForm } from './displays/place'
import type { Settings } from './settings'
import type { StageView } from './stage/stage-view'
import type { CircleId } from './basics/ids'
import type { Errand, ErrandAnswer } from './vault/errands'
import type {
  KeyChange,
  Opening,
  OpenWish,
  OwnKeep,
  OwnLook,
  OwnOpening,
  OwnSealing,
  ProposedWays,
  Protection,
  ScopeKeys,
  VaultFacts,
  VaultList,
} from './vault/vault'

/** Something to tell the person once, after the start. */
export type StartNotice = 'settings-mended' | 'settings-restored' | 'settings-lost' | 'settings-not-saved'

export interface About {
  readonly runtime: 'release' | 'test'
  readonly notices: readonly StartNotice[]
  /** Why nothing can be kept at all; null when all is well. */
  readonly trouble: 'profile-not-writable' | null
  /** Where Circlet's files lie on this computer, for anyone who wants to look. */
  readonly folder: string
  /** The paper that printers hold where this computer is. */
  readonly usualPaper: PaperSize
  /** What the computer itself has to say of a room that is to be ready; as it is now. */
  readonly room: RoomFacts
}

export interface RoomFacts {
  readonly power: 'plugged-in' | 'battery'
  /** How much room is left where Circlet's files lie, in millions of bytes; null where that can't be seen. */
  readonly freeMegabytes: number | null
  /** Whether the computer is kept from falling asleep by itself. */
  readonly awake: boolean
}

/** A key pressed while the stage has the focus; the console answers it. */
export interface StageKey {
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** One display: what it is, and what stands on it. */
export interface DisplayFacts {
  readonly id: number
  /** The console's own is 1. */
  readonly number: number
  readonly label: string
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly internal: boolean
  readonly holds: 'console' | 'stage' | 'nothing'
}

/** The displays, and how the wall stands on them. */
export interface DisplaysState {
  readonly displays: readonly DisplayFacts[]
  readonly form: StageForm
  /** Whether somebody has yet to say if this screen is also on the wall. */
  readonly asks: boolean
  /** Whether the wall's own display has gone. */
  readonly lost: boolean
  /** Whether another display shows the same as the console's. */
  readonly mirrored: boolean
}

/** What a sheet is: something written out of the circle, a member's own page, or what an evening needs on paper. */
export const printedSheets = ['export', 'own', 'sheet', 'cards', 'sheet-and-cards'] as const
export type PrintedSheet = (typeof printedSheets)[number]

/** What is to be printed, and how: into a PDF, or on a printer's own paper. */
export interface PrintWish {
  readonly what: PrintedSheet
  readonly way: 'pdf' | PaperSize
}

/** What came of it: done, left by the person, or not possible. */
export type Printed = 'written' | 'left' | 'failed'

export type ScreenWish = 'full-screen' | 'front' | 'awake' | 'may-sleep'

export interface DesktopApi {
  readonly setStage: (wish: 'open' | 'closed') => Promise<void>
  readonly readSettings: () => Promise<Settings>
  readonly writeSettings: (change: Partial<Settings>) => Promise<Settings>
  /** Fills the screen with the console or gives it back its size, brings it to the front, keeps the computer awake or lets it sleep. */
  readonly thisScreen: (wish: ScreenWish) => Promise<void>
  readonly about: () => Promise<About>
  /** A small picture of the wall as it is now, as a data address; null when there is no wall. */
  readonly pictureOfStage: () => Promise<string | null>
  readonly displays: () => Promise<DisplaysState>
  /** Puts the wall on a display, and remembers what that display is; on the console's own, the two change places. */
  readonly chooseStageDisplay: (id: number) => Promise<DisplaysState>
  /** Says whether the one display is also on the wall; holds until the wall is closed. */
  readonly answerOneDisplay: (answer: Exclude<OneDisplayAnswer, 'unasked'>) => Promise<DisplaysState>
  /** Tells that the strip stands under the wall, or is put away: until then the wall covers all of the console. */
  readonly showStrip: (wish: 'shown' | 'away') => Promise<void>
  /** Shows its number on every display for three seconds. */
  readonly showNumbers: () => Promise<void>
  readonly vaults: () => Promise<VaultList>
  /** Makes the keys of a new circle; until it is protected, anyone at this computer can open it. */
  readonly makeVault: (label: string) => Promise<VaultFacts>
  readonly openVault: (wish: OpenWish) => Promise<Opening>
  /** Makes and destroys keys of an open circle; done when it stands on disk. Gives all its keys. */
  readonly changeKeys: (change: KeyChange) => Promise<ScopeKeys>
  readonly proposeWays: () => Promise<ProposedWays>
  readonly protectVault: (protection: Protection) => Promise<void>
  /** Closes every circle that is protected; the keys are gone from memory. */
  readonly lockVaults: () => Promise<void>
  /** Destroys a circle: its keys, and every pack of it on this computer. */
  readonly forgetVault: (id: CircleId) => Promise<void>
  /** Seals a member's text under words of their own; its key never leaves main. */
  readonly sealOwn: (keep: OwnKeep) => Promise<OwnSealing>
  readonly openOwn: (look: OwnLook) => Promise<OwnOpening>
  /** Writes what the page shows for printing into a PDF that somebody chooses, or, while there is no wall, hands it to a printer. */
  readonly printSheet: (wish: PrintWish) => Promise<Printed>
}

export interface DesktopEvents {
  readonly woke: null
  readonly stageKey: StageKey
  /** A key was let go while the stage had the focus. */
  readonly stageKeyUp: StageKey
  readonly displaysChanged: DisplaysState
  /** Whether any window of the app has the keys. */
  readonly focusChanged: boolean
  readonly stageRestarted: null
  readonly stageClosed: null
  /** The computer was locked or slept: the circles are closed, and the page begins anew. */
  readonly vaultsLocked: null
  readonly settingsChanged: Settings
  readonly command: string
}

/** Every method's name; leaving one out does not compile. */
export const desktopMethods = {
  setStage: true,
  readSettings: true,
  writeSettings: true,
  thisScreen: true,
  about: true,
  pictureOfStage: true,
  displays: true,
  chooseStageDisplay: true,
  answerOneDisplay: true,
  showStrip: true,
  showNumbers: true,
  vaults: true,
  makeVault: true,
  openVault: true,
  changeKeys: true,
  proposeWays: true,
  protectVault: true,
  lockVaults: true,
  forgetVault: true,
  sealOwn: true,
  openOwn: true,
  printSheet: true,
} as const satisfies Record<keyof DesktopApi, true>

/** Every event's name. */
export const desktopEvents = {
  woke: true,
  stageKey: true,
  stageKeyUp: true,
  displaysChanged: true,
  focusChanged: true,
  stageRestarted: true,
  stageClosed: true,
  vaultsLocked: true,
  settingsChanged: true,
  command: true,
} as const satisfies Record<keyof DesktopEvents, true>

/** The channel of a method or an event; never written by hand. */
export const channelOf = (name: keyof DesktopApi | keyof DesktopEvents): string => `app:${name}`

/** The channel on which main hands a window its end of the port. */
export const portChannel = 'app:port'

/** The channel on which a page hands main an errand with a port for its bytes. */
export const errandChannel = 'app:errand'

/** What the console's preload puts into its page. */
export type ConsoleBridge = DesktopApi & {
  readonly on: <Name extends keyof DesktopEvents>(
    name: Name,
    listener: (payload: DesktopEvents[Name]) => void,
  ) => () => void
  /** Sends the view to the wall, and again by itself whenever the wall has reloaded. */
  readonly showOnStage: (view: StageView) => void
  /** Has main carry bytes to a file or from one; the file is always chosen by a person, or lies beside the keys. */
  readonly carry: (errand: Errand, bytes: Uint8Array | null) => Promise<ErrandAnswer>
}

/** What the stage's preload puts into its page: it can only listen. */
export interface StageBridge {
  readonly onView: (listener: (view: unknown) => void) => () => void
}
