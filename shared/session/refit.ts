// Re-fitting what is left of an agenda into the minutes that are left (circles.md 3.6, decisions.md 28).
// 1. Nothing goes below its floor, nothing above what was planned.
// 2. Equal turns stay equal, to the half minute.
// 3. Nothing is left out unless somebody asked for it.

/** One stretch of time ahead. Minutes are planned minutes; the floor is the least it can be held in. */
export interface RefitItem<Id extends string = string> {
  readonly id: Id
  readonly nominal: number
  readonly floor: number
  /** Stays as planned, whatever happens. */
  readonly keep?: true
  /** Those of one group get the same minutes: the same phase of several turns. */
  readonly group?: string
}

/** Shorten everything a little, take it from one first, or change nothing and close later. */
export type RefitWay = 'everywhere' | 'from-one' | 'close-later'

export interface RefitWish<Id extends string = string> {
  readonly way: RefitWay
  /** For `from-one`: what gives first, in this order. What it cannot give the others give, those of a group never. */
  readonly donor?: readonly Id[]
  /** What is to be left out altogether: only what somebody asked for. */
  readonly drop?: readonly Id[]
}

/** What came of it, in minutes. `reserve` is what is left over, less than half a minute for each that had to stay equal. */
export type Refit<Id extends string = string> =
  /** Everything fits as planned; nothing is stretched. */
  | { readonly kind: 'fits'; readonly spare: number }
  | { readonly kind: 'refitted'; readonly minutes: ReadonlyMap<Id, number>; readonly reserve: number }
  | { readonly kind: 'later'; readonly by: number }
  /** Too long by so many minutes at its shortest. */
  | { readonly kind: 'impossible'; readonly by: number }

const half = 0.5
/** Less than a tenth of a second: sums of halves and of shares are compared with it. */
const hair = 1 / 1024

const downToHalf = (minutes: number) => Math.floor((minutes + hair) / half) * half

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const leastOf = ({ keep, nominal, floor }: RefitItem) => (keep ? nominal : Math.min(floor, nominal))

/** Equal are those of one group that were planned alike and can be shortened alike. */
const equalKey = ({ id, group, nominal, floor }: RefitItem): string =>
  group === undefined ? `one ${id}` : `group ${group} ${nominal} ${floor}`

/** A little less of everything: each keeps its floor and the same part of what it has above it. */
function everywhere<Id extends string>(
  items: readonly RefitItem<Id>[],
  left: number,
): ReadonlyMap<Id, number> {
  const floors = sum(items.map(leastOf))
  const planned = sum(items.map(({ nominal }) => nominal))
  const part = planned - floors < hair ? 0 : (left - floors) / (planned - floors)
  const exact = new Map(
    items.map((item) => [item.id, leastOf(item) + part * (item.nominal - leastOf(item))] as const),
  )
  const rounded = items.map((item) => {
    if (item.keep) return item.nominal
    return Math.max(leastOf(item), downToHalf(exact.get(item.id) ?? 0))
  })
  const smallest = new Map<string, number>()
  items.forEach((item, index) => {
    const key = equalKey(item)
    smallest.set(key, Math.min(smallest.get(key) ?? Infinity, rounded[index] ?? 0))
  })
  const minutes = new Map(items.map((item) => [item.id, smallest.get(equalKey(item)) ?? 0] as const))
  // Half minutes left over: to what stands alone, the largest remainder first, round after round.
  const alone = items
    .filter(({ keep, group }) => !keep && group === undefined)
    .map((item) => ({ item, remainder: (exact.get(item.id) ?? 0) - (minutes.get(item.id) ?? 0) }))
    .toSorted((one, other) =>
      Math.abs(one.remainder - other.remainder) < hair ? 0 : other.remainder - one.remainder,
    )
  let over = left - sum([...minutes.values()])
  for (let given = true; given && over + hair >= half;) {
    given = false
    for (const { item } of alone) {
      const now = minutes.get(item.id) ?? 0
      if (over + hair < half || now + half > item.nominal + hair) continue
      minutes.set(item.id, now + half)
      over -= half
      given = true
    }
  }
  return minutes
}

/** From one first, then from whoever has most to give; what belongs to a group gives nothing. */
function fromOne<Id extends string>(
  items: readonly RefitItem<Id>[],
  left: number,
  donors: readonly Id[],
): ReadonlyMap<Id, number> | null {
  const minutes = new Map(items.map(({ id, nominal }) => [id, nominal] as const))
  const givers = items.filter(({ keep, group }) => !keep && group === undefined)
  const slack = (item: RefitItem) => item.nominal - leastOf(item)
  const first = donors.flatMap((id) => givers.filter((item) => item.id === id))
  const others = givers
    .filter((item) => !first.includes(item))
    .toSorted((one, other) => slack(other) - slack(one))
  let missing = sum(items.map(({ nominal }) => nominal)) - left
  for (const item of [...first, ...others]) {
    if (missing < hair) break
    const given = Math.min(slack(item), Math.ceil((missing - hair) / half) * half)
    minutes.set(item.id, item.nominal - given)
    missing -= given
  }
  return missing < hair ? minutes : null
}

/**
 * What is ahead, fitted into the minutes that are left. Refuses with `impossible`, and by how many minutes, where even the
 * shortest form is too long; for `from-one`, where the others would have to take it from equal turns.
 * What is asked to be left out counts with nothing. Minutes and what is left over add up to `minutesLeft`.
 */
export function refit<Id extends string>(
  items: readonly RefitItem<Id>[],
  minutesLeft: number,
  { way, donor = [], drop = [] }: RefitWish<Id>,
): Refit<Id> {
  const held = items.filter(({ id }) => !drop.includes(id))
  const planned = sum(held.map(({ nominal }) => nominal))
  const over = planned - minutesLeft
  if (over < hair && drop.length === 0) return { kind: 'fits', spare: Math.max(0, -over) }
  if (way === 'close-later') return { kind: 'later', by: Math.max(0, over) }
  const least = (item: RefitItem) =>
    way === 'from-one' && item.group !== undefined ? item.nominal : leastOf(item)
  const short = sum(held.map(least)) - minutesLeft
  if (short >= hair) return { kind: 'impossible', by: short }
  const asPlanned = () => new Map(held.map(({ id, nominal }) => [id, nominal] as const))
  const minutes =
    over < hair
      ? asPlanned()
      : way === 'everywhere'
        ? everywhere(held, minutesLeft)
        : fromOne(held, minutesLeft, donor)
  if (minutes === null) return { kind: 'impossible', by: over }
  return { kind: 'refitted', minutes, reserve: Math.max(0, minutesLeft - sum([...minutes.values()])) }
}
