// Wrong words: how long to wait after them, and one derivation at a time.

/** What came of a try: what was opened, or how many seconds to wait after something wrong. */
export type Tried<Found> = { readonly found: Found } | { readonly wait: number }

export interface Tries {
  /** Tries to open a circle, after every try before it. Within a wait nothing is tried. */
  readonly attempt: <Found>(circle: string, open: () => Promise<Found | null>) => Promise<Tried<Found>>
}

const freeTries = 3
const longestWait = 30

/** How many seconds to wait after so many wrong tries: none at first, then 1, 2, 4 … 30. */
export const waitAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longestWait, 2 ** (wrong - freeTries))

/** Does one thing after another: each begins when the one before has ended, well or not. */
export function createLine(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Counts wrong tries by circle; `now`: milliseconds of any clock that only goes forward. */
export function createTries(now: () => number): Tries {
  const wrong = new Map<string, { readonly count: number; readonly until: number }>()
  const inLine = createLine()
  return {
    attempt: (circle, open) =>
      inLine(async () => {
        const before = wrong.get(circle) ?? { count: 0, until: 0 }
        const wait = Math.ceil((before.until - now()) / 1000)
        if (wait > 0) return { wait }
        const found = await open()
        if (found !== null) {
          wrong.delete(circle)
          return { found }
        }
        const count = before.count + 1
        wrong.set(circle, { count, until: now() + waitAfter(count) * 1000 })
        return { wait: waitAfter(count) }
      }),
  }
}
