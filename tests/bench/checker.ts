// How long one text takes to be checked, as it is typed: prints the median and the 95th of a hundred parts, in milliseconds, and
// how long the very first one takes, with the unpacking of the weights.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { classify } from '../../shared/craft/classify'

const rounds = 4
const file = fileURLToPath(new URL('../unit/craft/held-back-a.tsv', import.meta.url))
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.includes('\t'))
  .map((line) => line.slice(line.indexOf('\t') + 1))

const timed = (text: string): number => {
  const start = performance.now()
  classify(text)
  return performance.now() - start
}

const first = timed('What would help?')
for (const text of texts) timed(text)
const times = Array.from({ length: rounds }, () => texts.map(timed))
  .flat()
  .toSorted((one, other) => one - other)
console.log(
  JSON.stringify({
    median: times[Math.floor(times.length / 2)],
    p95: times[Math.floor(times.length * 0.95)],
    first,
  }),
)
