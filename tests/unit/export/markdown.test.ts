import fc from 'fast-check'
import { parsers } from 'prettier/plugins/markdown'
import { describe, expect, it } from 'vitest'
import { markdownOf, markdownText } from '../../../shared/export/markdown'
import { sheetOf } from '../../../shared/export/sheet'
import { exportOf, type Export } from '../../../shared/export/what'
import { circleAt, labels } from './held'
import { nasty, runs } from './nasty'

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

/** Prettier's own reader of Markdown, with links that it finds by itself, tables, footnotes, formulas and templates. */
const parse = async (text: string): Promise<Node> => (await parsers.markdown.parse(text, {} as never)) as Node

const all = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(all)]
const typesIn = (node: Node): readonly string[] => [...new Set(all(node).map(({ type }) => type))].toSorted()
const textOf = (node: Node): string =>
  all(node)
    .map(({ value }) => value ?? '')
    .join('')

const plain = ['heading', 'list', 'listItem', 'paragraph', 'root', 'text']
/** The text as it is read: without the breaks in addresses, and with what has no width left out of the comparison. */
const bare = (text: string) =>
  text
    .replaceAll('\u200b', '')
    .replace(/[\s\ufeff]+/gu, ' ')
    .trim()
const oneLine = (text: string) => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

const exported = (texts: readonly string[], name = 'x'): Export => ({
  what: 'all',
  circle: name,
  entries: [
    {
      kind: 'session',
      at: 0 as never,
      minutes: 1,
      formats: [name],
      facilitated: [name, name],
      presented: [],
      lines: texts.map((text) => ({ kind: 'line', line: 'takeaway', name, text })),
    },
    ...texts.map((text) => ({ kind: 'agreement' as const, text })),
  ],
  stays: { lines: 0, private: 0 },
  nameless: 0,
})

describe('Markdown', () => {
  it('leaves no sign that could mean something without its backslash, and no address whole', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const written = markdownText(text)
        const left = written.replace(/\\[!-/:-@[-`{-~]/g, '')
        expect(left).not.toMatch(/[#$&*+/:<=>@[\\\]^_`{|}~\n\r]/)
        // What begins a list, a heading's underline or a line across the page stands behind a letter, or between digits.
        expect(left).not.toMatch(/(?<![\p{L}\p{M}\u200b])[.!)]|(?<![\p{L}\p{M}\d])-/u)
        expect(written.replaceAll('\\', '')).not.toMatch(/:\/\/|www\.|@\w/i)
        expect(written.isWellFormed()).toBe(true)
        expect(bare(written.replace(/\\(.)/gu, '$1'))).toBe(bare(oneLine(text)))
      }),
      { numRuns: runs },
    )
  })

  it('is read as headings, lists and text, never as anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 7, maxLength: 7 }), nasty, async (texts, name) => {
        const found = exported(texts, name)
        const tree = await parse(markdownOf(found, labels))
        expect(plain).toEqual(expect.arrayContaining([...typesIn(tree)]))
        const sheet = sheetOf(found, labels)
        const lists = all(tree)
          .filter(({ type }) => type === 'listItem')
          .map(textOf)
        const rows = sheet.sections.flatMap(({ rows }) =>
          rows.map((row) => row.map(({ text }) => text).join(' · ')),
        )
        expect(lists.map(squeezed)).toEqual(rows.map((row) => squeezed(oneLine(row))))
      }),
      { numRuns: runs / 8 },
    )
  })

  it('is read by a reader that would find the links, pictures and HTML if they were there', async () => {
    const raw = '# <b>x</b>\n\n- ![x](http://a.b/c) https://a.b `x`\n\n| a |\n| - |\n'
    const types = typesIn(await parse(raw))
    expect(types).toEqual(expect.arrayContaining(['html', 'image', 'link', 'inlineCode', 'table']))
  })

  it.each([
    ['1. one', '1\\. one'],
    ['https://a.b', 'https\\:\u200b\\/\\/a.b'],
    ['see WWW.a.b', 'see WWW\u200b.a.b'],
    ['a@b.c', 'a\\@\u200bb.c'],
    ['a\n\n# b', 'a \\# b'],
    ['    code', 'code'],
    ['Jean-Luc’s — “yes”, (why?)', 'Jean-Luc’s — “yes”, (why?\\)'],
    ['I ask Dana, on Monday. Really!', 'I ask Dana, on Monday. Really!'],
    ['-5 - 3', '\\-5 \\- 3'],
  ])('writes %j as %j', (text, written) => expect(markdownText(text)).toBe(written))

  it('reads like a page', () => {
    const named = exportOf(circleAt('C0', 'C0'), { what: 'all', names: true, labels })
    expect(named.ok && markdownOf(named.value, labels)).toMatchInlineSnapshot(`
      "# all · Wombatcircle

      ## 2026-03-03

      - 92 minutes · Question round
      - Facilitated · Quokkanoor Velt
      - Presented · Ibexamara
      - Takeaway · Ibexamara · takenaway from QUOKKANOOR VELT

      ## 2026-03-17

      - 92 minutes · Question round
      - Facilitated · Quokkanoor Velt
      - Presented · Ibexamara

      ## Lines

      - Takeaway · takennameless …
      - Harvest · harvested Ibexamara’s calm
      - Question · whatasked by Zebra​jun?

      ## Open

      - Zebrajun · promisedroom to call zebrajun · by 2026-03-29
      - Quokkanoor Velt · restingpromise · rests

      ## Agreements

      - agreed\\: what Quokkanoor wrote

      ## Next

      - 2026-03-31T18\\:00 · Facilitates · Zebrajun
      "
    `)
    const bareOne = exportOf(circleAt('C2', 'C2'), { what: 'all', names: false, labels })
    expect(bareOne.ok && markdownOf(bareOne.value, labels)).toMatchInlineSnapshot(`
      "# all

      ## 2026-03-03

      - 92 minutes · Question round

      ## 2026-03-17

      - 92 minutes · Question round

      ## Lines

      - Takeaway · takenaway from …
      - Takeaway · takennameless …

      ## Open

      - promisedroom to call …
      - restingpromise · rests

      ## Agreements

      - agreed\\: what … wrote

      ## Next

      - 2026-03-31T18\\:00
      "
    `)
  })
})

/** What a reader may do to blanks put aside. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, '')
}
