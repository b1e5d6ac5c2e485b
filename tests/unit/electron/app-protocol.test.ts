import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fileFor, headers, listPages, schemePrivileges } from '../../../electron/app-protocol'

const folder = mkdtempSync(join(tmpdir(), 'circlet-pages-'))
const pages = join(folder, 'renderer')
mkdirSync(join(pages, 'assets'), { recursive: true })
writeFileSync(join(folder, 'secret.txt'), 'not a page')
for (const name of ['console.html', 'stage.html', 'assets/console-1a.js', 'assets/a b.woff2']) {
  writeFileSync(join(pages, name), name)
}
const list = listPages(pages)
const files = new Set(list.values())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the list of pages', () => {
  it('holds every file below its folder and nothing else', () => {
    expect([...list.keys()].sort()).toEqual([
      '/assets/a b.woff2',
      '/assets/console-1a.js',
      '/console.html',
      '/stage.html',
    ])
  })
})

describe('an address', () => {
  it.each([
    'app://circle/console.html',
    'app://circle/stage.html?a=1#b',
    'app://circle/assets/console-1a.js',
  ])('on the list is answered: %s', (address) => {
    expect(files).toContain(fileFor(list, address, 'GET'))
    expect(files).toContain(fileFor(list, address, 'HEAD'))
  })

  it.each([
    'app://circle/../secret.txt',
    'app://circle/%2e%2e/secret.txt',
    'app://circle/assets/%2e%2e/%2e%2e/secret.txt',
    'app://circle/..\\secret.txt',
    'app://circle//console.html',
    'app://circle/console.html%00',
    'app://circle/console.html/',
    'app://circle/CONSOLE.HTML',
    'app://circle/',
    'app://circle',
    'app://other/console.html',
    'app://circle.other/console.html',
    'app://circle:80/console.html',
    'app://name@circle/console.html',
    'app://name:word@circle/console.html',
    'app:console.html',
    'file:///console.html',
    'http://circle/console.html',
    'https://circle/console.html',
    `file://${join(pages, 'console.html')}`,
    '',
    'console.html',
  ])('that is not on the list does not exist: %s', (address) => {
    expect(fileFor(list, address, 'GET')).toBeNull()
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT', 'get', ''])(
    'is answered for no method but GET and HEAD: %s',
    (method) => {
      expect(fileFor(list, 'app://circle/console.html', method)).toBeNull()
    },
  )

  it('leads to a listed file or to nothing, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '%00',
        '\\',
        '%5c',
        '/',
        '//',
        '%2f',
        '?',
        '#',
        ';',
        ':',
        '@',
      ),
      fc.constantFrom('console.html', 'stage.html', 'assets', 'console-1a.js', 'secret.txt', 'renderer', '~'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    const start = fc.constantFrom(
      ...[
        'app://circle/',
        'app://circle',
        'app:',
        'app:///',
        'APP://CIRCLE/',
        'app://other/',
        'app://circle:1/',
      ],
      ...['file:///', 'http://circle/', 'app://a@circle/', ''],
    )
    const path = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('/')),
      fc.constantFrom(...[...list.keys()].map((key) => key.slice(1))),
    )
    const method = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('GET', 'HEAD') }, fc.constant('POST'))
    const counts = { found: 0, nothing: 0 }
    fc.assert(
      fc.property(start, path, method, (start, path, method) => {
        const file = fileFor(list, `${start}${path}`, method)
        counts[file === null ? 'nothing' : 'found'] += 1
        return (
          file === null || (files.has(file) && method !== 'POST' && start.toLowerCase().startsWith('app:'))
        )
      }),
      { numRuns: 10_000 },
    )
    expect(counts.found).toBeGreaterThan(100)
    expect(counts.nothing).toBeGreaterThan(100)
  })
})

describe('the privileges of app:', () => {
  it('are three, and none that goes round the rules', () => {
    expect(schemePrivileges).toEqual({ standard: true, secure: true, supportFetchAPI: true })
  })

  it('come with headers that let nothing be kept or guessed', () => {
    expect(headers).toMatchObject({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    expect(headers['Content-Security-Policy']).not.toMatch(/unsafe|https?:|\*/)
  })
})
