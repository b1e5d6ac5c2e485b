import type { Instant } from '../../../shared/basics/time'
import { methodTitle } from '../../../shared/craft/method-title'
import type { ExportLabels } from '../../../shared/export/labels'
import type { ExportWords } from '../../words/en-export'
import { dayOf, timeOfDay, weekday } from '../../words/time'

/** How days and times are written where the console is. */
export interface Calendar {
  readonly language: string
  readonly hours: 12 | 24
}

/** Everything of ours that a file says: the words, and days and times as this computer tells them. */
export function labelsOf({ file }: ExportWords, { language, hours }: Calendar): ExportLabels {
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const day = (at: Instant) => days.format(at)
  return {
    ...file,
    format: methodTitle,
    day,
    dayAndTime: (at) => [weekday(at, language), day(at), timeOfDay(at, hours, language)].join(' · '),
    date: dayOf,
    clock: (at) => timeOfDay(at, 24),
  }
}
