/** The two papers of the world's printers. */
export type PaperSize = 'a4' | 'letter'

/** Where printers hold Letter: by the two letters of a country, as the Unicode locale data has it. */
const letterCountries: readonly string[] = [
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
]

/** The paper that is usual in a country; A4 where none is known. */
export const usualPaper = (country: string): PaperSize =>
  letterCountries.includes(country.toUpperCase()) ? 'letter' : 'a4'
