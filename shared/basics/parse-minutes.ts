import { accepted, refused, type Result } from './result'

export type MinutesRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-length'; readonly typed: string }
  | { readonly kind: 'negative' }
  | { readonly kind: 'too-long' }

/** The longest session, in minutes: a whole day. */
export const longestMinutes = 480

/** The same text with its digits as 0 to 9: Arabic, Persian and Devanagari ones, and whatever NFKC makes plain. */
export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))

/**
 * Reads a length as people type it: "12" is minutes, "1:30" hours and minutes, "90s" seconds, "1h 30" or "45 min" as said.
 * Gives minutes, to the half; refuses what is no length, below nothing, or longer than eight hours.
 */
export function parseMinutes(typed: string): Result<number, MinutesRefusal> {
  const text = plainDigits(typed).replace(/[,٫]/g, '.').replace(/[−–—]/g, '-').trim().toLowerCase()
  if (text === '') return refused({ kind: 'empty' })
  if (/^-\s*\d/.test(text)) return refused({ kind: 'negative' })
  const found = readMinutes(text)
  if (found === null || found === 0) return refused({ kind: 'not-a-length', typed: text.slice(0, 20) })
  const rounded = Math.max(0.5, Math.round(found * 2) / 2)
  return rounded > longestMinutes ? refused({ kind: 'too-long' }) : accepted(rounded)
}

function readMinutes(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const hours = /^(\d+(?:\.\d+)?)\s*(?:h|hours?)(?:\s*(\d{1,2})\s*(?:m|min|minutes?)?)?$/.exec(text)
  if (hours) return Number(hours[1]) * 60 + Number(hours[2] ?? 0)
  const plain = /^(\d+(?:\.\d+)?)\s*(?:(m|min|mins|minutes?)|(s|sec|secs|seconds?))?$/.exec(text)
  if (plain) return Number(plain[1]) / (plain[3] ? 60 : 1)
  return null
}
