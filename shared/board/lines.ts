/** How long a question may be, in letters; what is pasted at once, in lines. */
export const longestQuestion = 600
export const mostPasted = 100

const bullet = /^(?:[-–—*•·‣▪]|\d{1,3}[.)]|\(\d{1,3}\)|[a-z][.)])\s+/iu

/** What somebody wrote, as it goes on the board: one line, no spaces around it, no longer than a question may be. */
export const asQuestion = (text: string): string =>
  [...text.normalize('NFC').replace(/\s+/gu, ' ').trim()].slice(0, longestQuestion).join('').trim()

/** Pasted text as questions, one a line; bullets and numbers before them are left out, and empty lines. */
export const pastedQuestions = (text: string): readonly string[] =>
  text
    .split(/\r\n?|[\n\u2028\u2029\v\f]/u)
    .map((line) => asQuestion(line.trim().replace(bullet, '')))
    .filter((line) => line !== '')
    .slice(0, mostPasted)

/** The number of a chair that a line begins with, and what is asked; null where it begins with none. */
export function askedFrom(text: string): { readonly chair: number; readonly question: string } | null {
  const found = /^\s*(\p{Nd}{1,2})[\s.:)]+(\S.*)$/su.exec(text)
  const chair = Number(found?.[1]?.normalize('NFKC'))
  return found?.[2] === undefined || !Number.isInteger(chair) || chair < 1
    ? null
    : { chair, question: found[2] }
}
