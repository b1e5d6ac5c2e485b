import { describe, expect, it } from 'vitest'
import type { CommandId, KeyPlace, KeyPress } from '../../../shared/commands/commands'
import { keyShown, meaningOf, usualKeymap } from '../../../shared/commands/keymap'

const press = (key: string, code: string, ...held: readonly ('control' | 'shift' | 'alt')[]): KeyPress => ({
  key,
  code,
  control: held.includes('control'),
  shift: held.includes('shift'),
  alt: held.includes('alt'),
})

function meant(key: KeyPress, place: KeyPlace): string | null {
  const meaning = meaningOf(key, place, usualKeymap)
  if (meaning === null) return null
  return meaning.kind === 'chair' ? `chair ${meaning.number}` : meaning.id
}

describe('a key on the run surface', () => {
  it.each<[string, KeyPress, string | null]>([
    ['→', press('ArrowRight', 'ArrowRight'), 'forward'],
    ['PageDown of a clicker', press('PageDown', 'PageDown'), 'forward'],
    ['←', press('ArrowLeft', 'ArrowLeft'), 'back'],
    ['PageUp of a clicker', press('PageUp', 'PageUp'), 'back'],
    ['Space', press(' ', 'Space'), 'pause'],
    ['H', press('h', 'KeyH'), 'hold'],
    ['H with caps lock', press('H', 'KeyH'), 'hold'],
    ['Ctrl+H', press('h', 'KeyH', 'control'), 'hold'],
    ['B', press('b', 'KeyB'), 'blank'],
    ['the full stop of a clicker', press('.', 'Period'), 'blank'],
    ['R', press('r', 'KeyR'), 'remind'],
    ['K', press('k', 'KeyK'), 'what-can-i-say'],
    ['Q', press('q', 'KeyQ'), 'write'],
    ['+ with shift', press('+', 'Equal', 'shift'), 'add-minute'],
    ['=', press('=', 'Equal'), 'add-minute'],
    ['-', press('-', 'Minus'), 'take-minute'],
    ['a true minus', press('−', 'Minus'), 'take-minute'],
    ['↓', press('ArrowDown', 'ArrowDown'), 'choose-down'],
    ['↑', press('ArrowUp', 'ArrowUp'), 'choose-up'],
    ['Enter', press('Enter', 'Enter'), 'show-question'],
    ['Ctrl+Z', press('z', 'KeyZ', 'control'), 'undo'],
    ['Ctrl+Shift+Z', press('Z', 'KeyZ', 'control', 'shift'), 'redo'],
    ['G', press('g', 'KeyG'), 'hand-over'],
    ['A', press('a', 'KeyA'), 'come-and-go'],
    ['T', press('t', 'KeyT'), 'time-card'],
    ['F', press('f', 'KeyF'), 'freeze'],
    ['0', press('0', 'Digit0'), 'all-names'],
    ['0 on AZERTY without shift', press('à', 'Digit0'), 'all-names'],
    ['0 on the number pad', press('0', 'Numpad0'), 'all-names'],
    ['Insert on the number pad', press('Insert', 'Numpad0'), null],
    ['Shift+0', press(')', 'Digit0', 'shift'), null],
    ['Ctrl+0', press('0', 'Digit0', 'control'), null],
    [
      'Escape, which clickers send by themselves: it only gives a hand-over back',
      press('Escape', 'Escape'),
      'decline',
    ],
    ['F11', press('F11', 'F11'), 'full-screen'],
    ['Ctrl L', press('l', 'KeyL', 'control'), 'lock'],
    ['?', press('?', 'Slash', 'shift'), 'all-keys'],
    ['Z alone', press('z', 'KeyZ'), null],
    ['Alt+H', press('h', 'KeyH', 'alt'), null],
    ['Ctrl+R', press('r', 'KeyR', 'control'), null],
    ['a letter that is nobody’s', press('x', 'KeyX'), null],
  ])('%s', (_, key, wanted) => {
    expect(meant(key, 'surface')).toBe(wanted)
  })

  it.each<[string, KeyPress, string | null]>([
    ['H on a Russian keyboard', press('р', 'KeyH'), 'hold'],
    ['B on a Greek keyboard', press('β', 'KeyB'), 'blank'],
    ['K on an Arabic keyboard', press('ن', 'KeyK'), 'what-can-i-say'],
    ['Ctrl+Z on a Russian keyboard', press('я', 'KeyZ', 'control'), 'undo'],
    ['Q on AZERTY, by its letter', press('q', 'KeyA'), 'write'],
    ['A on AZERTY, where Q would be', press('a', 'KeyQ'), 'come-and-go'],
    ['G on a Russian keyboard', press('п', 'KeyG'), 'hand-over'],
    ['A on a Greek keyboard', press('α', 'KeyA'), 'come-and-go'],
    ['T on a Hebrew keyboard', press('א', 'KeyT'), 'time-card'],
    ['F on an Arabic keyboard', press('ب', 'KeyF'), 'freeze'],
    ['0 in Arabic digits', press('٠', 'Digit0'), 'all-names'],
    ['Z on QWERTZ with Ctrl', press('z', 'KeyY', 'control'), 'undo'],
    ['Y on QWERTZ with Ctrl, where Z would be', press('y', 'KeyZ', 'control'), null],
  ])('falls back to its place only where there are no Latin letters: %s', (_, key, wanted) => {
    expect(meant(key, 'surface')).toBe(wanted)
  })

  it.each<[string, KeyPress, string | null]>([
    ['1', press('1', 'Digit1'), 'chair 1'],
    ['9', press('9', 'Digit9'), 'chair 9'],
    ['1 on AZERTY without shift', press('&', 'Digit1'), 'chair 1'],
    ['an Arabic 3', press('٣', 'Digit3'), 'chair 3'],
    ['5 on the number pad', press('5', 'Numpad5'), 'chair 5'],
    ['Shift+1', press('!', 'Digit1', 'shift'), null],
    ['Ctrl+1', press('1', 'Digit1', 'control'), null],
    ['Alt+1', press('1', 'Digit1', 'alt'), null],
  ])('names a chair by the place of the digit: %s', (_, key, wanted) => {
    expect(meant(key, 'surface')).toBe(wanted)
  })
})

describe('a key while somebody types', () => {
  it.each<[string, KeyPress, string | null]>([
    ['Ctrl+H', press('h', 'KeyH', 'control'), 'hold'],
    ['Ctrl+H on a Russian keyboard', press('р', 'KeyH', 'control'), 'hold'],
    ['PageDown of a clicker', press('PageDown', 'PageDown'), 'forward'],
    ['PageUp of a clicker', press('PageUp', 'PageUp'), 'back'],
    ['F11', press('F11', 'F11'), 'full-screen'],
    ['Ctrl L', press('l', 'KeyL', 'control'), 'lock'],
  ])('is still ours: %s', (_, key, wanted) => {
    expect(meant(key, 'field')).toBe(wanted)
  })

  it.each<[string, KeyPress]>([
    ['H', press('h', 'KeyH')],
    ['B', press('b', 'KeyB')],
    ['the full stop', press('.', 'Period')],
    ['Space', press(' ', 'Space')],
    ['→ moves the caret', press('ArrowRight', 'ArrowRight')],
    ['← moves the caret', press('ArrowLeft', 'ArrowLeft')],
    ['↓', press('ArrowDown', 'ArrowDown')],
    ['Enter', press('Enter', 'Enter')],
    ['a digit', press('3', 'Digit3')],
    ['G', press('g', 'KeyG')],
    ['A', press('a', 'KeyA')],
    ['T', press('t', 'KeyT')],
    ['F', press('f', 'KeyF')],
    ['0', press('0', 'Digit0')],
    ['Escape', press('Escape', 'Escape')],
    ['+', press('+', 'Equal', 'shift')],
    ['?', press('?', 'Slash', 'shift')],
    ['Ctrl+Z edits the text', press('z', 'KeyZ', 'control')],
    ['Ctrl+Shift+Z edits the text', press('Z', 'KeyZ', 'control', 'shift')],
  ])('is not ours: %s', (_, key) => {
    expect(meant(key, 'field')).toBeNull()
  })
})

const shown = (id: CommandId) => keyShown(id, usualKeymap)

describe('the key on a button', () => {
  it('is the first of its keys, and none where there is none', () => {
    expect([shown('forward'), shown('hold'), shown('undo')]).toEqual(['→', 'H', 'Ctrl Z'])
    expect([shown('hand-over'), shown('decline'), shown('freeze')]).toEqual(['G', 'Esc', 'F'])
    expect([shown('pass'), shown('end-with-thanks'), shown('leave-now')]).toEqual([null, null, null])
  })
})
