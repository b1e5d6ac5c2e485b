import { describe, expect, it } from 'vitest'
import { deriveByArgon } from '../../../electron/vault/argon'
import { exactBytes } from '../../../electron/vault/sealing'
import { createLine, createTries, waitAfter } from '../../../electron/vault/tries'
import {
  areWords,
  codeAsHashed,
  isBearable,
  isCode,
  keyOfCode,
  proposeCode,
  proposeWords,
  usualCost,
  wordsAsHashed,
  type Kdf,
} from '../../../electron/vault/ways'

const salt = Buffer.from('circlet-salt-016').toString('base64url')

describe('the words', () => {
  it.each([
    ['river lamp seven oak', 'river lamp seven oak'],
    ['  River\tLAMP\u00a0seven\u3000\uff2f\uff21\uff2b\n', 'river lamp seven oak'],
    ['\u212bngstr\u00f6m', '\u00e5ngstr\u00f6m'],
    ['A\u030angstro\u0308m', '\u00e5ngstr\u00f6m'],
    ['\ufb01ve', 'five'],
    ['', ''],
    [' \t ', ''],
  ])('are the same however they are typed: %j', (typed, expected) => {
    expect(wordsAsHashed(typed)).toBe(expected)
  })

  it('are the same when they are typed as they are derived from', () => {
    // Among all signs, some leave their normal form when they become small letters.
    let left = 0
    const others: string[] = []
    for (let code = 1; code < 0x30000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const typed = `a${String.fromCodePoint(code)}\u0345\u0301`
      const once = typed.normalize('NFKC').toLowerCase()
      if (once !== once.normalize('NFKC')) left++
      const words = wordsAsHashed(typed)
      if (wordsAsHashed(words) !== words) others.push(typed)
    }
    expect(others).toEqual([])
    expect(left).toBeGreaterThan(0)
  })

  it.each([
    ['a b c d', true],
    ['twelve-chars', true],
    ['a b c', false],
    ['elevenchars', false],
    ['   a    b   ', false],
    ['x'.repeat(401), false],
  ])('%j protect: %s', (typed, expected) => {
    expect(areWords(typed)).toBe(expected)
  })

  it('are proposed as four of many', () => {
    const proposed = Array.from({ length: 500 }, proposeWords)
    expect(new Set(proposed).size).toBe(500)
    expect(new Set(proposed.flatMap((words) => words.split(' '))).size).toBeGreaterThan(900)
    for (const words of proposed) {
      expect(words).toMatch(/^[a-z]+( [a-z]+){3}$/)
      expect(areWords(words)).toBe(true)
    }
  })
})

describe('the code', () => {
  it.each([
    ['01234-56789-ABCDE-FGHJK-MNPQR-STVWX', '0123456789ABCDEFGHJKMNPQRSTVWX'],
    ['oi234 56789.abcde_fghjk/mnpqr\nstvwx', '0123456789ABCDEFGHJKMNPQRSTVWX'],
    ['OL234', '01234'],
    // Signs whose capitals are letters of the code, and others that only look like them.
    ['\u0131\u017f\ufb00\u00df\u212a\uff21\u0391', ''],
    ['a\u0131b\u017fc', 'ABC'],
    ['\u0000a\u007f', 'A'],
  ])('is the same however it is typed: %j', (typed, expected) => {
    expect(codeAsHashed(typed)).toBe(expected)
  })

  it('is proposed in six groups, of signs that nobody mistakes', () => {
    const proposed = Array.from({ length: 500 }, proposeCode)
    expect(new Set(proposed).size).toBe(500)
    expect(new Set(proposed.join('').replaceAll('-', '')).size).toBe(32)
    for (const code of proposed) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/)
      expect(isCode(code)).toBe(true)
    }
  })

  it.each([
    '',
    '0123456789ABCDEFGHJKMNPQRSTVW',
    '0123456789ABCDEFGHJKMNPQRSTVWXY',
    'U123456789ABCDEFGHJKMNPQRSTVWX',
  ])('is none: %j', (typed) => expect(isCode(typed)).toBe(false))

  it('gives a key for its salt', () => {
    const key = keyOfCode('0123456789ABCDEFGHJKMNPQRSTVWX', salt)
    expect(key).toHaveLength(32)
    expect(keyOfCode('o1234-56789-ABCDE-FGHJK-MNPQR-STVWX', salt)).toEqual(key)
    expect(keyOfCode('0123456789ABCDEFGHJKMNPQRSTVWX', 'A'.repeat(22))).not.toEqual(key)
  })
})

describe('the derivation', () => {
  // The same bytes came from another implementation (@noble/hashes 1.8, which gives the tag of RFC 9106, section 5.3), once.
  it('is Argon2id at 64 MiB and three passes', async () => {
    const key = await deriveByArgon('river lamp seven oak', { ...usualCost, salt })
    expect(key.toString('hex')).toBe('5ec75247fea5be0947b36c37cea7893f7847d463785fcdd3f1dc0e784120d8a4')
  })

  const kdf: Kdf = { ...usualCost, salt }
  it.each<[Partial<Record<keyof Kdf, unknown>>, boolean]>([
    [{}, true],
    [{ m: 19456, t: 1 }, true],
    [{ m: 262144, t: 10 }, true],
    [{ m: 19455 }, false],
    [{ m: 262145 }, false],
    [{ m: 4 * 1024 * 1024 }, false],
    [{ m: 65536.5 }, false],
    [{ m: Infinity }, false],
    [{ m: NaN }, false],
    [{ m: '65536' }, false],
    [{ t: 0 }, false],
    [{ t: 11 }, false],
    [{ p: 2 }, false],
    [{ p: 0 }, false],
    [{ alg: 'argon2i' }, false],
    [{ salt: '' }, false],
    [{ salt: `${salt}AA` }, false],
    [{ salt: `${salt}==` }, false],
    [{ salt: 7 }, false],
  ])('%j: %s', (wish, expected) => {
    expect(isBearable({ ...kdf, ...wish } as Kdf)).toBe(expected)
  })
})

describe('base64url', () => {
  it('has one writing', () => {
    const text = Buffer.from([1, 2, 3, 4]).toString('base64url')
    expect(exactBytes(text)).toEqual(Buffer.from([1, 2, 3, 4]))
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const same = [...alphabet].filter((sign) => exactBytes(text.slice(0, -1) + sign)?.[3] === 4)
    expect(same).toEqual([text.at(-1)])
  })

  it.each(['AQIDBA==', 'AQIDBA=', 'AQID BA', ' AQIDBA', 'AQIDB', '+/+/', 'AQIDBA\n', 'AQID\u0000BA', 'é'])(
    'is none: %j',
    (text) => expect(exactBytes(text)).toBeNull(),
  )

  it('has as many bytes as asked for', () => {
    expect(exactBytes('AQIDBA', 4)).not.toBeNull()
    expect(exactBytes('AQIDBA', 5)).toBeNull()
    expect(exactBytes('', 0)).toHaveLength(0)
  })
})

describe('wrong tries', () => {
  it('wait longer and longer', () => {
    expect(Array.from({ length: 11 }, (_, wrong) => waitAfter(wrong))).toEqual([
      0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30,
    ])
    expect(waitAfter(100_000)).toBe(30)
  })

  it('are counted for each circle of its own, and no more once it is open', async () => {
    let now = 0
    const tries = createTries(() => now)
    const wrong = (circle: string) => tries.attempt(circle, async () => null)
    const right = (circle: string) => tries.attempt(circle, async () => 'open')
    expect([await wrong('a'), await wrong('a'), await wrong('a')]).toEqual([
      { wait: 0 },
      { wait: 0 },
      { wait: 1 },
    ])
    expect(await right('b')).toEqual({ found: 'open' })
    expect(await right('a')).toEqual({ wait: 1 })
    now = 999
    expect(await right('a')).toEqual({ wait: 1 })
    now = 1000
    expect(await right('a')).toEqual({ found: 'open' })
    expect(await wrong('a')).toEqual({ wait: 0 })
  })

  it('come one after another, however many are begun at once', async () => {
    const tries = createTries(() => 0)
    let tried = 0
    let most = 0
    let running = 0
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        tries.attempt('a', async () => {
          tried++
          most = Math.max(most, ++running)
          await new Promise((done) => setImmediate(done))
          running--
          return null
        }),
      ),
    )
    expect({ tried, most }).toEqual({ tried: 3, most: 1 })
    expect(answers.slice(2)).toEqual(Array.from({ length: 98 }, () => ({ wait: 1 })))
  })

  it('that fail for another reason are told so, and hold up nothing', async () => {
    const line = createLine()
    const failed = line(async () => {
      throw new Error('no memory')
    })
    await expect(failed).rejects.toThrow('no memory')
    expect(await line(async () => 'next')).toBe('next')
  })
})
