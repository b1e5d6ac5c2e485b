/** The forms in which something can leave: files, or a page for paper. */
export type Form = 'markdown' | 'csv' | 'calendar' | 'paper'

/** What a file is called unless somebody calls it otherwise; never anything that people typed. */
export const fileNames: Readonly<Record<Form, string>> = {
  markdown: 'circlet-export.md',
  csv: 'circlet-export.csv',
  calendar: 'circlet-next-meeting.ics',
  paper: 'circlet-export.pdf',
}
