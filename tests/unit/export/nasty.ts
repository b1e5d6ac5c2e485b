import fc from 'fast-check'

/** Pieces of text that programs have stumbled over: formulas, addresses, marks, breaks, signs that nobody sees. */
const pieces = [
  ...[
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '%0A',
    '|calc',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    '"',
    '""',
    "'",
    ',',
    ';',
  ],
  ...[
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\n\n',
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u2028',
    '\u2029',
    ' ',
    '    ',
  ],
  ...[
    '\ufeff',
    '\u200b',
    '\u00ad',
    '\u202e',
    '\u2066',
    '\u{e0041}',
    '\ud800',
    '\udc00',
    'a\u0301',
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
  ],
  ...[
    'https://a.example/x?y=1',
    'HTTP://a.example',
    '://',
    'www.a.example',
    'WWW.',
    'a@b.example',
    'mailto:a@b.c',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<!-- -->',
    '<http://a.b>',
    '![x](http://a.b/c.png)',
    '[x](y)',
    '[x]: http://y',
  ],
  ...[
    '# x',
    '1. x',
    '12) x',
    '- x',
    '* x',
    '> x',
    '```',
    '~~~',
    '---',
    '===',
    '|a|b|',
    '| - |',
    '&amp;',
    '&#65;',
    '\\',
  ],
  ...[
    '`x`',
    '**x**',
    '_x_',
    '~~x~~',
    '$x$',
    '{{x}}',
    '{% x %}',
    '[[x]]',
    '[^1]',
    '[x] ',
    ':smile:',
    'BEGIN:VEVENT',
  ],
  ...['END:VCALENDAR\r\n', '\\n', '\\;', 'שלום', 'مرحبا', '你好', 'ÄÖÜß', 'i̇', 'x'],
]

/** Texts at their worst: those pieces, and anything at all, in any order. */
export const nasty = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
          .map((units) => String.fromCharCode(...units)),
      },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

export const runs = 10_000
