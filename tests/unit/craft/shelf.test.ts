import { describe, expect, it } from 'vitest'
import { addOwn, rewordOwn } from '../../../shared/craft/own-questions'
import {
  emptyShelf,
  mostOwnQuestions,
  putOwn,
  removeOwn,
  shelfPlace,
  turnStar,
  type Shelf,
} from '../../../shared/craft/shelf'

const added = (shelf: Shelf, id: string, typed: string): Shelf => {
  const found = addOwn(shelf, id, typed)
  if (!found.ok) throw new Error(found.refusal.kind)
  return found.value
}
const refusal = (shelf: Shelf, typed: string) => {
  const found = addOwn(shelf, 'new', typed)
  return found.ok ? found.value : found.refusal
}

describe('stars', () => {
  it('go on and off, and count once they were turned more than once', () => {
    const on = turnStar(emptyShelf, 'goal/wish')
    expect(on).toEqual({ favourites: ['goal/wish'], own: [] })
    const off = turnStar(on, 'goal/wish')
    expect(off).toEqual({ favourites: [], own: [], turned: [{ id: 'goal/wish', times: 2 }] })
    expect(turnStar(off, 'goal/wish')).toEqual({
      favourites: ['goal/wish'],
      own: [],
      turned: [{ id: 'goal/wish', times: 3 }],
    })
  })
})

describe('own questions', () => {
  it('are kept as one clean line', () => {
    const shelf = added(emptyShelf, 'a', '  What  would\nCafe\u0301 Lena\u202e say? ')
    expect(shelf.own).toEqual([{ id: 'a', text: 'What would Café Lena say?' }])
  })

  it.each([
    ['', { kind: 'too-short', fewest: 3 }],
    ['??', { kind: 'too-short', fewest: 3 }],
    ['?!…', { kind: 'too-short', fewest: 3 }],
    [`${'a'.repeat(200)}?`, { kind: 'too-long', letters: 201, most: 200 }],
    ['what  matters MOST to you here', { kind: 'in-bank', family: 'values' }],
    ['what would LENA say', { kind: 'in-own' }],
  ])('refuse %j', (typed, why) => {
    expect(refusal(added(emptyShelf, 'a', 'What would Lena say?'), typed)).toEqual(why)
  })

  it('take two hundred letters as people count them, and a hundred questions', () => {
    const long = `${'👩‍👩‍👧'.repeat(199)}a`
    expect(added(emptyShelf, 'a', long).own[0]?.text).toBe(long)
    const full = Array.from({ length: mostOwnQuestions }, (_, nth) => nth).reduce(
      (shelf, nth) => added(shelf, `id-${nth}`, `Question number ${nth}?`),
      emptyShelf,
    )
    expect(refusal(full, 'One more?')).toEqual({ kind: 'too-many', most: 100 })
  })

  it('go with their star, and come back in their place under another id', () => {
    const three = ['One?', 'Two?', 'Three?'].reduce((shelf, text) => added(shelf, text, text), emptyShelf)
    const liked = turnStar(three, 'Two?')
    const where = shelfPlace(liked, 'Two?')
    const gone = removeOwn(liked, 'Two?')
    expect(gone).toEqual({
      favourites: [],
      own: [
        { id: 'One?', text: 'One?' },
        { id: 'Three?', text: 'Three?' },
      ],
      removed: ['Two?'],
    })
    const back = putOwn(gone, { id: 'anew', text: 'Two?' }, where)
    expect(back.own.map(({ id }) => id)).toEqual(['One?', 'anew', 'Three?'])
    expect(back.favourites).toEqual(['anew'])
    expect(removeOwn(gone, 'Two?')).toBe(gone)
  })

  it('are reworded in their place, as another question', () => {
    const two = ['One?', 'Two?'].reduce((shelf, text) => added(shelf, text, text), emptyShelf)
    const reworded = rewordOwn(turnStar(two, 'One?'), { id: 'One?', newId: 'anew', typed: ' Which one? ' })
    expect(reworded).toEqual({
      ok: true,
      value: {
        favourites: ['anew'],
        own: [
          { id: 'anew', text: 'Which one?' },
          { id: 'Two?', text: 'Two?' },
        ],
        removed: ['One?'],
      },
    })
    expect(rewordOwn(two, { id: 'One?', newId: 'anew', typed: 'two' })).toMatchObject({
      refusal: { kind: 'in-own' },
    })
    expect(rewordOwn(two, { id: 'One?', newId: 'anew', typed: 'ONE?' })).toMatchObject({ ok: true })
    expect(rewordOwn(two, { id: 'One?', newId: 'anew', typed: ' One? ' })).toEqual({ ok: true, value: two })
    expect(rewordOwn(two, { id: 'gone', newId: 'anew', typed: 'Now?' })).toMatchObject({
      refusal: { kind: 'not-there' },
    })
  })
})
