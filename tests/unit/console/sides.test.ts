// Right to left throughout: what stands in a style sheet says "start" and "end", so that it turns with the language.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url))

const sided =
  /(?:^|[\s;{])((?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)/g

/** Every declaration of a style sheet that names a side of the screen. */
const sides = (css: string): readonly string[] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(sided)].map(([, found = '']) => found.trim())

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
)

/** Sheets of a geometry of their own, which mirrors itself; and why. */
const mirrored: Readonly<Record<string, string>> = {}

describe('a style sheet', () => {
  it('is read, and there are many', () => {
    expect(sheets.length).toBeGreaterThan(10)
  })

  it.each(sheets)('%s names no side of the screen', (name) => {
    if (mirrored[name] !== undefined) return
    expect(sides(readFileSync(join(renderer, name), 'utf8'))).toEqual([])
  })

  it('would be found out', () => {
    const css = `.a { margin-left: 2px; left: 0; text-align: right; border-top-left-radius: 3px }
      .b { inset-inline-start: 0; margin-inline: 2px; text-align: start; /* left: 0 */ transform-origin: center }`
    expect(sides(css)).toEqual(['margin-left:', 'left:', 'text-align: right', 'border-top-left-radius:'])
  })
})
