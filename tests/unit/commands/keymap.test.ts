import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindings, fixed } from '../../../shared/commands/bindings'
import type { CommandId, KeyPress } from '../../../shared/commands/commands'
import { partsOf, readKey, showKey, type Key } from '../../../shared/commands/key'
import {
  asUsual,
  changesOf,
  keysOf,
  meaningOf,
  mostKeys,
  readKeymap,
  usualKeymap,
  withKey,
  withoutKey,
  type Keymap,
} from '../../../shared/commands/keymap'
import { perform } from '../../../shared/commands/perform'
import { clickerKeys, neverByClicker } from '../../../shared/commands/reserved'
import { forward } from '../../../shared/session/forward'
import { allStates } from '../../support/catalogue/catalogue'
import { scripts } from '../../support/catalogue/scripts'
import { momentOf, planId, type Evening } from '../builders'

const codes: Readonly<Record<string, string>> = { ' ': 'Space' }
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: codes[key] ?? (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key),
  control: false,
  shift: false,
  alt: false,
  ...held,
})

/** The press of a key as it is kept. */
function pressOf(key: Key): KeyPress {
  const { name, ...held } = partsOf(key)
  return press(name === 'Space' ? ' ' : name, held)
}

const ids = bindings.map(({ id }) => id)
const names = [
  ...'abcdefghijklmnopqrstuvwxyz.,?',
  ' ',
  'F5',
  'Home',
  'End',
  'PageDown',
  'ArrowRight',
  'Delete',
]
const anyPress = fc
  .record({
    key: fc.oneof(fc.constantFrom(...names), fc.string({ minLength: 1, maxLength: 2 })),
    control: fc.boolean(),
    shift: fc.boolean(),
    alt: fc.boolean(),
  })
  .map(({ key, ...held }) => press(key, held))

type Change = (keymap: Keymap) => Keymap
const taken = (result: ReturnType<typeof withKey>, before: Keymap) => (result.ok ? result.value : before)
const anyChange: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: mostKeys }), anyPress, fc.nat(9))
  .map(([id, position, pressed, kind]): Change => {
    if (kind === 0) return (keymap) => taken(asUsual(keymap, id), keymap)
    if (kind === 1) return (keymap) => taken(withoutKey(keymap, id, position), keymap)
    return (keymap) => taken(withKey(keymap, id, position, pressed), keymap)
  })

describe('a keymap after any changes', () => {
  it('has no key for two commands, a key for each, the fixed ones as they were, and is read back from the settings', () => {
    let changed = 0
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 25 }), (changes) => {
        const keymap = changes.reduce((now, change) => change(now), usualKeymap)
        const all = ids.flatMap((id) => keysOf(id, keymap))
        expect(new Set(all).size).toBe(all.length)
        for (const id of ids) {
          expect(keysOf(id, keymap).length).toBeGreaterThanOrEqual(1)
          expect(keysOf(id, keymap).length).toBeLessThanOrEqual(mostKeys)
          for (const key of keysOf(id, keymap)) {
            expect(readKey(key)).toBe(key)
            expect(meaningOf(pressOf(key), 'surface', keymap)).toEqual({ kind: 'command', id })
          }
        }
        for (const id of fixed) expect(keysOf(id, keymap)).toEqual(keysOf(id, usualKeymap))
        const kept = changesOf(keymap)
        if (Object.keys(kept).length > 0) changed += 1
        expect(readKeymap(JSON.parse(JSON.stringify(kept)))).toEqual({ keymap, sound: true })
      }),
      { numRuns: 500 },
    )
    // It would show nothing if every change were refused.
    expect(changed).toBeGreaterThan(300)
  })

  it('is whole whatever the settings hold', () => {
    const value = fc.oneof(
      fc.array(fc.oneof(fc.constantFrom('n', 'Ctrl+y', 'PageDown', 'Enter', '3'), fc.string())),
      fc.anything(),
    )
    const found = fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom<string>(...ids), fc.string()), value),
      fc.anything(),
    )
    fc.assert(
      fc.property(found, (settings) => {
        const { keymap } = readKeymap(settings)
        const all = ids.flatMap((id) => keysOf(id, keymap))
        expect(new Set(all).size).toBe(all.length)
        expect(ids.filter((id) => keysOf(id, keymap).length === 0)).toEqual([])
        expect(readKeymap(changesOf(keymap)).sound).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a key for a command', () => {
  const asked = (id: CommandId, pressed: KeyPress, position = 0) =>
    withKey(usualKeymap, id, position, pressed)

  it('is its only meaning from then on', () => {
    const given = asked('hold', press('n'))
    if (!given.ok) throw new Error(given.refusal.kind)
    expect(meaningOf(press('n'), 'surface', given.value)).toEqual({ kind: 'command', id: 'hold' })
    expect(meaningOf(press('h'), 'surface', given.value)).toBeNull()
    expect(meaningOf(press('h', { control: true }), 'field', given.value)).toEqual({
      kind: 'command',
      id: 'hold',
    })
    expect(changesOf(given.value)).toEqual({ hold: ['n', 'Ctrl+h'] })
  })

  it.each<[string, CommandId, KeyPress, object]>([
    ['that another has', 'hold', press('b'), { kind: 'taken', by: 'blank' }],
    ['that is a chair', 'hold', press('3', { code: 'Digit3' }), { kind: 'kept', for: 'chairs' }],
    ['that lists need', 'hold', press('Tab'), { kind: 'kept', for: 'lists' }],
    ['that whoever writes needs', 'hold', press('c', { control: true }), { kind: 'kept', for: 'text' }],
    ['that the computer needs', 'hold', press('F4', { alt: true }), { kind: 'kept', for: 'computer' }],
    ['that shows the cue', 'hold', press('`', { code: 'Backquote' }), { kind: 'kept', for: 'cue' }],
    ['that is none', 'hold', press('Shift'), { kind: 'no-key' }],
    ['for one that stays', 'decline', press('n'), { kind: 'fixed' }],
    ['for one that has a button only', 'leave-now', press('n'), { kind: 'fixed' }],
    ['of a clicker for what is too much for it', 'lock', press('F5'), { kind: 'clicker' }],
  ])('is refused with its reason: one %s', (_, id, pressed, refusal) => {
    const given = asked(id, pressed)
    expect(given.ok ? null : given.refusal).toMatchObject(refusal)
  })

  it('is not a fifth, and the last is not taken away', () => {
    const full = ['n', 'j', 'e'].reduce(
      (keymap, key) => taken(withKey(keymap, 'pause', mostKeys, press(key)), keymap),
      usualKeymap,
    )
    expect(keysOf('pause', full)).toHaveLength(mostKeys)
    expect(withKey(full, 'pause', mostKeys, press('y'))).toEqual({ ok: false, refusal: { kind: 'enough' } })
    expect(withoutKey(usualKeymap, 'pause', 0)).toEqual({ ok: false, refusal: { kind: 'last' } })
  })
})

describe('what a clicker sends', () => {
  const states = allStates.flatMap(({ kind, name, state }): { what: string; evening: Evening }[] => {
    // Before a session there is none to harm.
    if (typeof state === 'object' && 'show' in state) return []
    const build = typeof state === 'function' ? state : state.build
    const evening = build({ script: scripts.latin, seats: 7 }) ?? build({ script: scripts.latin, seats: 12 })
    return evening === null ? [] : [{ what: `${kind}: ${name}`, evening }]
  })
  /** Facts after which something is gone for good. */
  const final = ['session-closed', 'turn-forgotten']

  it('takes nothing away for good in any state, but for the two forwards whose button says so', () => {
    const found = states.flatMap(({ what, evening }) =>
      clickerKeys.flatMap((key) => {
        const meaning = meaningOf(pressOf(key), 'surface', usualKeymap)
        if (meaning?.kind !== 'command') return []
        const facts = perform(meaning.id, momentOf(evening)) ?? []
        return facts.some(({ type }) => final.includes(type)) ? [{ what, key, id: meaning.id, evening }] : []
      }),
    )
    // The last forward is among them: a search that misses it would find nothing at all.
    const closing = found.filter(
      ({ evening }) => forward(evening.session, evening.now, planId)?.label.kind === 'close',
    )
    expect(new Set(closing.map(({ id }) => id))).toEqual(new Set(['forward']))
    const others = found.filter((one) => !closing.includes(one))
    expect(
      others.filter(
        ({ evening }) => forward(evening.session, evening.now, planId)?.label.kind !== 'forget-turn',
      ),
    ).toEqual([])
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set(['forward']))
  })

  it('never gives a command that is too much for it, whatever is changed', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 25 }), (changes) => {
        const keymap = changes.reduce((now, change) => change(now), usualKeymap)
        for (const key of clickerKeys) {
          const meaning = meaningOf(pressOf(key), 'surface', keymap)
          if (meaning?.kind === 'command') expect(neverByClicker).not.toContain(meaning.id)
        }
      }),
      { numRuns: 300 },
    )
    expect(clickerKeys.map(showKey)).toContain('PageDown')
  })
})
