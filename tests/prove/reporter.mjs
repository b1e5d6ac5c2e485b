// One line a check, with what was measured.
const say = (line) => process.stdout.write(`${line}\n`)

export default class Lines {
  onTestEnd(test, { status, annotations, errors }) {
    if (status === 'skipped') return say(`  skipped  ${test.title}`)
    const said = annotations.filter(({ type }) => type === 'figure').map(({ description }) => description)
    say(`  ${status === 'passed' ? 'passed ' : 'FAILED '}  ${test.title}: ${said.join('; ') || 'no figure'}`)
    for (const { message, value, location } of errors) {
      say(`           ${(message ?? value ?? '').replaceAll('\n', '\n           ')}`)
      if (location) say(`           at ${location.file}:${location.line}`)
    }
  }

  onStdOut(text) {
    process.stdout.write(text)
  }

  printsToStdio() {
    return true
  }
}
