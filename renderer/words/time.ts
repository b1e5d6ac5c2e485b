import type { Instant, Millis } from '../../shared/basics/time'
import type { Day } from '../../shared/circle/circle'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A time of day as people say it: "18:00", or "6:00 pm". */
export function timeOfDay(at: Instant, hours: 12 | 24, language = 'en'): string {
  const key = `${language}/${hours}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      hour: hours === 12 ? 'numeric' : '2-digit',
      minute: '2-digit',
      hour12: hours === 12,
    })
  formats.set(key, format)
  return format.format(at)
}

/** The day's name, in the language. */
export const weekday = (at: Instant, language = 'en'): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long' }).format(at)

/** A day of the year as people say it: "27 March". */
export const dayAndMonth = (at: Instant, language = 'en'): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'long' }).format(
    at,
  )

/** A day and a time as people say them: "Thursday 27 March, 18:00". */
export function dayAndTime(at: Instant, hours: 12 | 24, language = 'en'): string {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at)
  return `${day}${language === 'ar' ? '،' : ','} ${timeOfDay(at, hours, language)}`
}

/** A length as an exact clock: "6:42", "0:07", "1:02:30"; without a sign. Rounded up while time is left, down when it is over. */
export function exactClock(length: Millis): string {
  const all = length >= 0 ? Math.ceil(length / 1000) : Math.floor(-length / 1000)
  const pad = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(all / 3600)
  const minutes = Math.floor(all / 60) % 60
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(all % 60)}` : `${minutes}:${pad(all % 60)}`
}

/** The calendar day of an instant where this computer is, as "2026-03-27". */
export function dayOf(at: Instant): Day {
  const date = new Date(at)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
