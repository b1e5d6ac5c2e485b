import { en, type Words } from './en'

// A test locale: right to left and about 40 % longer, so that what breaks in a real one breaks here first.
const marked = (text: string): string => `\u200f${text.replace(/[aeiou]/g, (vowel) => vowel + vowel)}`

function stretch(value: unknown): unknown {
  if (typeof value === 'string') return marked(value)
  if (Array.isArray(value)) return value.map(stretch)
  if (typeof value === 'function')
    return (...args: unknown[]) => stretch(Reflect.apply(value, undefined, args))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stretch(inner)]))
  return value
}

export const testRtl: Words = { ...(stretch(en) as Words), language: 'ar', direction: 'rtl' }
