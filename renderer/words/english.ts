// What all English words are made with.

export const list = new Intl.ListFormat('en', { type: 'conjunction' })

const written = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A small number as it is said; a larger one in digits. */
export const inWords = (n: number): string => written[n] ?? String(n)

/** The same of people: none of them is nobody. */
export const peopleInWords = (n: number): string => (n === 0 ? 'nobody' : inWords(n))

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A number and what it counts, as it is said. */
export const many = (n: number, one: string, others: string): string =>
  `${inWords(n)} ${n === 1 ? one : others}`
