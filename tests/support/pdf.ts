// Reads a PDF as far as the tests need it: how many pages of which size, and the words that are drawn on each.
import { inflateSync } from 'node:zlib'

/** One page: its size in points, and the words on it. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly text: string
}

interface Thing {
  /** Its dictionary, as it stands in the file. */
  readonly dictionary: string
  /** What is packed in it, unpacked; empty where nothing is. */
  readonly stream: string
}

function thingsOf(pdf: Buffer): ReadonlyMap<string, Thing> {
  const file = pdf.toString('latin1')
  const things = new Map<string, Thing>()
  for (const found of file.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?:\bendobj|\bstream\r?\n)/g)) {
    const from = found.index + found[0].length
    const isStream = found[0].trimEnd().endsWith('stream')
    const packed = isStream ? pdf.subarray(from, file.indexOf('endstream', from)) : Buffer.alloc(0)
    const plain = found[2]?.includes('/FlateDecode') ? inflateSync(packed) : packed
    things.set(found[1] ?? '', { dictionary: found[2] ?? '', stream: plain.toString('latin1') })
  }
  return things
}

const charactersOf = (hex: string): string =>
  Buffer.from(hex, 'hex').swap16().toString('utf16le').replaceAll('\0', '')

/** What each glyph of a font stands for, from the table that a PDF carries for whoever copies its words. */
function tableOf(map: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      table.set(parseInt(code, 16), charactersOf(text))
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1) {
        const unit = parseInt(text, 16) + code - parseInt(from, 16)
        table.set(code, String.fromCodePoint(unit))
      }
  return table
}

/** A font as a page uses it: how many signs its codes have in the file, and what each stands for. */
interface Font {
  readonly digits: 2 | 4
  readonly table: ReadonlyMap<number, string>
}

/** The words that a page draws, in the order in which it does. Blanks are not drawn: they are left out everywhere. */
function wordsOn(page: Thing, things: ReadonlyMap<string, Thing>): string {
  const fonts = new Map<string, Font>()
  for (const [, name = '', id = ''] of page.dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const { dictionary = '' } = things.get(id) ?? {}
    const map = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1]
    // Fonts with more than one weight are drawn sign by sign, and their codes are short.
    const digits = /\/Subtype\s*\/Type3/.test(dictionary) ? 2 : 4
    fonts.set(name, { digits, table: tableOf(things.get(map ?? '')?.stream ?? '') })
  }
  const drawn = things.get(/\/Contents (\d+) 0 R/.exec(page.dictionary)?.[1] ?? '')?.stream ?? ''
  let font: Font = { digits: 4, table: new Map() }
  let text = ''
  for (const [, name, hex] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font
    else
      for (const [code] of (hex ?? '').matchAll(font.digits === 2 ? /../g : /..../g))
        text += font.table.get(parseInt(code, 16)) ?? ''
  }
  return withoutBlanks(text)
}

/** A text as `PdfPage` has it. */
export const withoutBlanks = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The pages of a PDF as Chromium writes one. */
export function pagesOf(pdf: Buffer): readonly PdfPage[] {
  const things = thingsOf(pdf)
  return [...things.values()].flatMap((thing): readonly PdfPage[] => {
    if (!/\/Type\s*\/Page\b/.test(thing.dictionary)) return []
    const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(thing.dictionary)
    return [{ width: Number(box?.[1]), height: Number(box?.[2]), text: wordsOn(thing, things) }]
  })
}
