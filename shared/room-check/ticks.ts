// What the computer can see by itself of a room that is to be ready, as facts. The words are the page's.
import type { DisplaysState, RoomFacts } from '../desktop-api'

/** What was looked at; `look` where somebody should see to it. */
export type Tick =
  | { readonly id: 'power'; readonly is: 'well' | 'look' }
  | { readonly id: 'disk'; readonly is: 'well' | 'look'; readonly room: DiskRoom }
  | { readonly id: 'display'; readonly is: 'well' | 'look'; readonly wall: WallPlace }
  | { readonly id: 'awake'; readonly is: 'well' | 'look' }
  | { readonly id: 'letters'; readonly is: 'well' | 'look'; readonly names: readonly string[] }

/** How much room is left for what is written; with its megabytes where that matters. */
export type DiskRoom =
  | { readonly kind: 'enough' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'little' | 'too-little'; readonly megabytes: number }

/** Where the wall is. */
export type WallPlace =
  | {
      readonly kind: 'own'
      readonly number: number
      readonly label: string
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'this-screen' | 'window' | 'gone' | 'unasked' }

/** With less than this an evening may not fit, and with less than that it is soon so; in megabytes. */
const tooLittle = 100
const little = 500

/** What the free room on the disk means. */
export function diskRoom(megabytes: number | null): DiskRoom {
  if (megabytes === null) return { kind: 'unknown' }
  if (megabytes >= little) return { kind: 'enough' }
  return { kind: megabytes < tooLittle ? 'too-little' : 'little', megabytes }
}

/** Where the wall is, of the displays as they are. */
export function wallPlace({ displays, form, asks, lost }: DisplaysState): WallPlace {
  const own = displays.find(({ holds }) => holds === 'stage')
  if (lost) return { kind: 'gone' }
  if (asks) return { kind: 'unasked' }
  if (form === 'full-screen' && own)
    return { kind: 'own', number: own.number, label: own.label, width: own.width, height: own.height }
  return { kind: form === 'strip' ? 'this-screen' : 'window' }
}

/** Names with letters that Circlet does not bring along: Chinese, Japanese and Korean come from the computer. */
export const namesToCheck = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].filter((name) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u.test(name),
  )

interface Looked {
  readonly room: RoomFacts
  readonly displays: DisplaysState
  /** Names in letters that the computer must have, and those of them for which it has none. */
  readonly named: readonly string[]
  readonly letterless: readonly string[]
}

/** All that was looked at, in its order; letters only where a name needs them. */
export function ticksOf({ room, displays, named, letterless }: Looked): readonly Tick[] {
  const disk = diskRoom(room.freeMegabytes)
  const wall = wallPlace(displays)
  const well = (is: boolean) => (is ? 'well' : 'look')
  return [
    { id: 'power', is: well(room.power === 'plugged-in') },
    { id: 'disk', is: well(disk.kind === 'enough'), room: disk },
    { id: 'display', is: well(wall.kind === 'own' || wall.kind === 'this-screen'), wall },
    { id: 'awake', is: well(room.awake) },
    ...(named.length === 0
      ? []
      : [{ id: 'letters', is: well(letterless.length === 0), names: letterless } as const]),
  ]
}
