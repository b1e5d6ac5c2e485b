// `node --import tsx scripts/checker/train.mjs [cv] [files] [held-back] [write]`: the question checker learns its weights.
// cv: ten parts, each judged by the other nine; files: each hand judged by the others; held-back: the numbers for the text that was
// held back (look rarely, never at single lines); write: shared/craft/weights.ts anew. Always the same weights from the same
// text. CHECKER_MISSES=FILE with cv or files: what was taken for something else, line by line.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { featuresOf } from '../../shared/craft/features.ts'
import { chances, keyOf, kinds, pack, unpack } from '../../shared/craft/model.ts'
import { choose, leanings } from '../../shared/craft/choose.ts'
import { read } from '../../shared/craft/reading.ts'
import { fired } from '../../shared/craft/rules.ts'
import { heldBack, root, sourceHash, trainingText } from './lib.mjs'

const N = kinds.length
const settings = {
  rounds: 24,
  rate: 0.083,
  l2: 1.2e-3,
  least: 2,
  rows: 15800,
  drop: 0.5,
  averaged: 8,
}
const fixed = new Set(['examples.tsv', 'offers.tsv', 'bank.tsv', 'rewordings.tsv'])

/** The same row of numbers every time (mulberry32's manner: any well-mixed small generator does). */
function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32
  }
}

function shuffled(list, roll) {
  const all = [...list]
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(roll() * (i + 1))
    ;[all[i], all[j]] = [all[j], all[i]]
  }
  return all
}

function prepared(rows) {
  return rows.map((row) => {
    const reading = read(row.text)
    const features = reading === null ? [] : featuresOf(reading, fired(reading))
    return {
      ...row,
      label: kinds.indexOf(row.kind),
      features,
      keys: [...new Set(features.map(({ name }) => keyOf(name)))],
    }
  })
}

/** Logistic regression by stochastic gradient with AdaGrad; features are dropped at random now and then, so that none is leant on alone. */
function learn(examples, roll, wanted = null) {
  const { rounds, rate, l2, least, drop, averaged } = settings
  const counts = new Map()
  for (const { keys } of examples) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const index = new Map()
  for (const [key, count] of counts)
    if (count >= least && (wanted === null || wanted.has(key))) index.set(key, index.size)
  const rows = examples.map(({ keys }) =>
    Int32Array.from(keys.flatMap((key) => (index.has(key) ? [index.get(key)] : []))),
  )
  const weights = new Float64Array(index.size * N)
  const sums = new Float64Array(index.size * N).fill(1e-2)
  const mean = new Float64Array(index.size * N)
  const share = new Float64Array(N)
  const order = examples.map((_, i) => i)
  const kept = new Int32Array(4000)
  for (let round = 0; round < rounds; round += 1) {
    for (const i of shuffled(order, roll)) {
      const row = rows[i]
      share.fill(0)
      let many = 0
      for (const f of row) {
        if (roll() < drop) continue
        kept[many] = f
        many += 1
      }
      for (let r = 0; r < many; r += 1) for (let k = 0; k < N; k += 1) share[k] += weights[kept[r] * N + k]
      const most = Math.max(...share)
      let all = 0
      for (let k = 0; k < N; k += 1) all += share[k] = Math.exp(share[k] - most)
      for (let k = 0; k < N; k += 1) share[k] = share[k] / all - (k === examples[i].label ? 1 : 0)
      for (let r = 0; r < many; r += 1) {
        for (let k = 0; k < N; k += 1) {
          const at = kept[r] * N + k
          const slope = share[k] + l2 * weights[at]
          sums[at] += slope * slope
          weights[at] -= (rate * slope) / Math.sqrt(sums[at])
        }
      }
    }
    if (round >= rounds - averaged)
      for (let at = 0; at < mean.length; at += 1) mean[at] += weights[at] / averaged
  }
  return new Map(
    [...index].map(([key, at]) => [key, { row: mean.subarray(at * N, at * N + N), count: counts.get(key) }]),
  )
}

const norm = (row) => {
  const mean = row.reduce((sum, value) => sum + value, 0) / N
  return Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0))
}

/** Learnt, cut down to the rows that matter, learnt again with those alone, and written in steps. */
function packed(examples, seed) {
  const first = learn(examples, dice(seed))
  const best = [...first]
    .map(([key, { row, count }]) => ({ key, worth: norm(row) * Math.log2(1 + count) }))
    .sort((one, other) => other.worth - one.worth || one.key - other.key)
    .slice(0, settings.rows)
  const second = learn(examples, dice(seed + 1), new Set(best.map(({ key }) => key)))
  // Only differences between kinds count, so each row is centred before it is written in steps.
  const centred = [...second].map(([key, { row }]) => {
    const middle = row.reduce((sum, value) => sum + value, 0) / N
    return [key, [...row].map((value) => value - middle)]
  })
  const sizes = centred.map(([, row]) => Math.max(...row.map(Math.abs))).sort((one, other) => one - other)
  // The sizes of rows have a thousandfold to stand in.
  const least = Number((sizes.at(-1) / 1000).toPrecision(3))
  return { least, rows: pack(centred, least) }
}

const judge = (weights, examples) =>
  examples.map((example) => ({
    ...example,
    chances: example.features.length === 0 ? null : chances(example.features, weights),
  }))

const quiet = new Set(['open', 'process'])
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

function figures(judged, leaning) {
  const said = judged.map((one) => ({
    ...one,
    got: one.chances === null ? 'open' : choose(one.chances, leaning),
  }))
  const count = (test) => said.filter(test).length
  const open = count(({ kind }) => kind === 'open')
  const advice = count(({ kind }) => kind === 'advice')
  const deserve = ({ kind }) => !quiet.has(kind)
  const hinted = ({ got }) => !quiet.has(got)
  return {
    said,
    labels: count(({ kind, got }) => kind === got) / said.length,
    alarms: count((one) => one.kind === 'open' && hinted(one)) / open,
    recall: count(({ kind, got }) => kind === 'advice' && got === 'advice') / advice,
    line: [
      `labels ${percent(
        count(({ kind, got }) => kind === got),
        said.length,
      )} of ${said.length}`,
      `false alarms on open ${percent(
        count((one) => one.kind === 'open' && hinted(one)),
        open,
      )} of ${open}`,
      `recall of advice ${percent(
        count(({ kind, got }) => kind === 'advice' && got === 'advice'),
        advice,
      )} of ${advice}`,
      `hints right ${percent(
        count((one) => hinted(one) && deserve(one)),
        count(hinted),
      )}`,
      `hints found ${percent(
        count((one) => hinted(one) && deserve(one)),
        count(deserve),
      )}`,
    ].join(' · '),
  }
}

/** What other leanings would give. */
function leanTable(judged) {
  for (const openAt of [0.25, 0.3, 0.35])
    for (const openBesideAdvice of [0.3, 0.4, 0.5, 0.6])
      for (const advice of [1.5, 2, 4])
        say(
          `${openAt} ${openBesideAdvice} ${advice}  ${figures(judged, { openAt, openBesideAdvice, advice }).line}`,
        )
}

function tables(said) {
  const lines = [
    'kind         right  found  all',
    ...kinds.map((kind) => {
      const all = said.filter((one) => one.kind === kind)
      const got = said.filter((one) => one.got === kind)
      const both = all.filter((one) => one.got === kind).length
      return `${kind.padEnd(11)} ${percent(both, got.length).padStart(7)} ${percent(both, all.length).padStart(7)} ${String(all.length).padStart(5)}`
    }),
  ]
  lines.push(
    '',
    `${''.padEnd(11)}${kinds.map((kind) => kind.slice(0, 6).padStart(7)).join('')}   (columns: what it was taken for)`,
  )
  for (const kind of kinds)
    lines.push(
      kind.padEnd(11) +
        kinds
          .map((other) =>
            String(said.filter((one) => one.kind === kind && one.got === other).length).padStart(7),
          )
          .join(''),
    )
  return lines.join('\n')
}

const say = (text) => process.stdout.write(`${text}\n`)
const wishes = new Set(process.argv.slice(2))
const examples = prepared(trainingText())
const written = examples.filter(({ file }) => !fixed.has(file))
const base = examples.filter(({ file }) => fixed.has(file))

function parts(groups) {
  return groups.flatMap(({ test, rest }, at) => {
    const { rows, least } = packed(rest, 1000 + at)
    return judge(unpack(rows, least), test)
  })
}

function folds(many) {
  const mixed = shuffled(written, dice(7))
  return Array.from({ length: many }, (_, fold) => ({
    test: mixed.filter((_, i) => i % many === fold),
    rest: [...base, ...mixed.filter((_, i) => i % many !== fold)],
  }))
}

if (wishes.has('cv')) {
  const many = wishes.has('quick') ? 3 : 10
  const judged = parts(folds(many))
  const { said, line } = figures(judged, leanings)
  say(`${many} parts, each judged by the others: ${line}\n${tables(said)}`)
  leanTable(judged)
  if (process.env.CHECKER_MISSES)
    writeFileSync(
      process.env.CHECKER_MISSES,
      said
        .filter(({ kind, got }) => kind !== got)
        .map(({ kind, got, text }) => `${kind}\t${got}\t${text}`)
        .sort()
        .join('\n'),
    )
}
if (wishes.has('files')) {
  const files = [...new Set(written.map(({ file }) => file))]
  const all = files.flatMap((file, at) => {
    const { rows, least } = packed([...base, ...written.filter((one) => one.file !== file)], 2000 + at)
    const judged = judge(
      unpack(rows, least),
      written.filter((one) => one.file === file),
    )
    say(`${file} by the others: ${figures(judged, leanings).line}`)
    return judged
  })
  const { line, said } = figures(all, leanings)
  say(`all hands, each by the others: ${line}\n${tables(said)}`)
  leanTable(all)
  if (process.env.CHECKER_MISSES)
    writeFileSync(
      process.env.CHECKER_MISSES,
      said
        .filter(({ kind, got }) => kind !== got)
        .map(({ kind, got, text }) => `${kind}\t${got}\t${text}`)
        .sort()
        .join('\n'),
    )
}
if (wishes.has('held-back') || wishes.has('write')) {
  const { rows, least } = packed(examples, 3000)
  if (wishes.has('write')) {
    writeFileSync(
      join(root, 'shared/craft/weights.ts'),
      `// Learnt by scripts/checker/train.mjs from scripts/checker/text: not to be edited.\nexport const weights = {\n  of: '${sourceHash()}',\n  least: ${least},\n  rows: '${rows}',\n}\n`,
    )
    say(`${rows.length} letters of weights written.`)
  }
  const known = unpack(rows, least)
  say(`what it learnt from: ${figures(judge(known, examples), leanings).line}`)
  const missed = figures(judge(known, base), leanings).said.filter(({ kind, got }) => kind !== got)
  for (const { kind, got, text, file } of missed) say(`  ${file}: ${kind}, taken for ${got}: ${text}`)
  if (wishes.has('held-back')) say(`held back: ${figures(judge(known, prepared(heldBack())), leanings).line}`)
}
