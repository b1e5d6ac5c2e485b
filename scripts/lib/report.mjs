import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

const empty = { passed: 0, failed: 0, skipped: 0, names: [] }

const firstLine = (text) => (text ?? '').split('\n', 1)[0].slice(0, 300)
const missing = (file) => ({ ...empty, failed: 1, names: [`no report at ${basename(file)}`] })

/** Counts from Vitest's JSON report; a report that is missing counts as one failure. */
export function countVitest(file) {
  if (!existsSync(file)) return missing(file)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  const failed = report.testResults.flatMap((suite) =>
    suite.assertionResults.filter((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: [
      ...broken.map((suite) => `${basename(suite.name)}: ${firstLine(suite.message)}`),
      ...failed.map((test) => `${test.fullName}: ${firstLine(test.failureMessages[0])}`),
    ],
  }
}

/** The names of what did not pass the first time, in a suite of Playwright's report and all within it. */
const notOk = (suite) => [
  ...(suite.specs ?? [])
    .filter((spec) => spec.tests.some((test) => test.status === 'unexpected' || test.status === 'flaky'))
    .map((spec) => {
      const results = spec.tests.flatMap((test) => test.results)
      const errors = results.flatMap((result) => (result.error ? [result.error] : []))
      return `${spec.file}:${spec.line} ${spec.title}: ${firstLine(errors[0]?.message)}`
    }),
  ...(suite.suites ?? []).flatMap(notOk),
]

/** Counts from Playwright's JSON report; a test that passed only when repeated counts as failed. */
export function countPlaywright(file) {
  if (!existsSync(file)) return missing(file)
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    names: [...errors.map((error) => firstLine(error.message)), ...suites.flatMap(notOk)],
  }
}

/** Counts from one of our own scripts' reports. */
export function countOwn(file) {
  if (!existsSync(file)) return missing(file)
  return { ...empty, ...JSON.parse(readFileSync(file, 'utf8')) }
}

/** The sum of counts. */
export const sum = (counts) =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      names: [...all.names, ...(one.names ?? [])],
    }),
    empty,
  )

/** What did not pass, by name and first line of its error; nothing when all did. */
export const failures = ({ names }) => names.map((name) => `  FAILED  ${name}`).join('\n')

/** The one closing line. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
