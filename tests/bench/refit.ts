// How long a re-fit of forty items takes: prints the median and the 95th of a hundred parts, in milliseconds.
import { refit, type RefitItem } from '../../shared/session/refit'

const runs = 4000

const items = Array.from({ length: 40 }, (_, index): RefitItem => ({
  id: `item-${index}`,
  nominal: 4 + (index % 9),
  floor: 2 + (index % 3),
  ...(index % 4 === 0 ? { group: `group-${index % 8}` } : {}),
}))
const planned = items.reduce((sum, { nominal }) => sum + nominal, 0)

/** From a few minutes short to close to the floors, by both ways. */
const once = (run: number): number => {
  const start = performance.now()
  refit(items, planned * (0.7 + (run % 25) / 100), {
    way: run % 2 === 0 ? 'everywhere' : 'from-one',
    donor: ['item-1'],
  })
  return performance.now() - start
}

const times = Array.from({ length: runs }, (_, run) => once(run)).toSorted((one, other) => one - other)
console.log(JSON.stringify({ median: times[runs / 2], p95: times[runs * 0.95] }))
