/** Prints one plain line for whoever started a script. */
export const say = (line) => process.stdout.write(`${line}\n`)

/** Ends the script with a sentence instead of a stack. */
export function stopWith(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}
