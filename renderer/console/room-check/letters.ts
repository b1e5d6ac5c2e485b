/** What no font has: it is drawn as a character without letters is. */
const letterless = '\u{10fffd}'

/** Whether this computer has letters for a text: each of its characters is drawn otherwise than one that nobody has. */
export function hasLetters(text: string): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 32
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return true
  pen.font = `24px ${getComputedStyle(document.body).fontFamily}`
  pen.textBaseline = 'top'
  const drawn = (character: string): string => {
    pen.clearRect(0, 0, 32, 32)
    pen.fillText(character, 2, 2)
    return pen.getImageData(0, 0, 32, 32).data.join()
  }
  const missing = drawn(letterless)
  return [...text].every((character) => /\s/u.test(character) || drawn(character) !== missing)
}
