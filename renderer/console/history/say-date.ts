import type { Instant } from '../../../shared/basics/time'

const made = new Map<string, Intl.DateTimeFormat>()

/** A day as people remember it: "Thursday 12 March", with its year where that is not this one. */
export function dayAndYear(at: Instant, now: Instant, language = 'en'): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const key = `${language}/${isThisYear}`
  const format =
    made.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(isThisYear ? {} : { year: 'numeric' }),
    })
  made.set(key, format)
  return format.format(at)
}
