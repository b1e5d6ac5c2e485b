import { existsSync, readFileSync } from 'node:fs'

const empty = { passed: 0, failed: 0, skipped: 0 }

/** Counts from Vitest's JSON report; a report that is missing counts as one failure. */
export function countVitest(file) {
  if (!existsSync(file)) return { ...empty, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts from Playwright's JSON report; a test that passed only when repeated counts as failed. */
export function countPlaywright(file) {
  if (!existsSync(file)) return { ...empty, failed: 1 }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/** Counts from one of our own scripts' reports. */
export function countOwn(file) {
  if (!existsSync(file)) return { ...empty, failed: 1 }
  return { ...empty, ...JSON.parse(readFileSync(file, 'utf8')) }
}

/** The sum of counts. */
export const sum = (counts) =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    empty,
  )

/** The one closing line. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
