import { describe, expect, it } from 'vitest'
import type { ItemId, PhaseId, SessionId, StepId } from '../../../shared/basics/ids'
import { cardUp, deckOf, drawCards, nextCard, turnsAt, type Deck } from '../../../shared/craft/cards'
import { classify } from '../../../shared/craft/classify'
import { hintFor } from '../../../shared/craft/hint'
import { cameraLines } from '../../../shared/craft/drills/camera-lines'
import type { Card } from '../../../shared/craft/drills/card'
import { turnIt } from '../../../shared/craft/drills/questions'
import { rewordings } from '../../../shared/craft/drills/rewordings'
import { instantOf, minutes, seconds } from '../../../shared/basics/time'
import { addTime, newClock, pauseClock, startClock } from '../../../shared/session/clock'
import { nextChange, projectStage } from '../../../shared/stage/project-stage'
import { aPhase, aPlan, begun, goTo, item, press, wait, withFormat, type Evening } from '../builders'
import { notToBeFound } from '../formats/say'

const deckAt = (id: string): Deck => {
  const deck = deckOf(aPhase({ id: id as PhaseId }))
  if (deck === null) throw new Error(`No deck for ${id}.`)
  return deck
}
const turn = deckAt('drill-turn-it/turn')
const compare = deckAt('drill-turn-it/compare')
const started = instantOf(1_800_000_000_000)
const after = (count: number) => instantOf(started + count * 1000)
const clock = startClock(newClock(minutes(5.5)), started)

describe('the cards', () => {
  it('belong to four phases of two drills, and to no other', () => {
    for (const id of ['turn-it/turn', 'turn-it/compare', 'camera-test/strike', 'camera-test/compare'])
      expect(deckOf(aPhase({ id: `drill-${id}` as PhaseId }))).not.toBeNull()
    for (const id of ['drill-turn-it/look-back', 'toString', 'f/asking'])
      expect(deckOf(aPhase({ id: id as PhaseId }))).toBeNull()
  })

  it('come after forty seconds each, and the last one stays', () => {
    const up = [0, 39, 40, 79, 80, 279, 280, 330, 900].map((at) => cardUp(turn, clock, after(at)))
    expect(up).toEqual([0, 0, 1, 1, 2, 6, 7, 7, 7])
    expect(turnsAt(turn, clock, after(0))).toBe(after(40))
    expect(turnsAt(turn, clock, after(95))).toBe(after(120))
    expect(turnsAt(turn, clock, after(290))).toBeNull()
  })

  it('have a part of the phase each where it is too short for that', () => {
    const short = startClock(newClock(minutes(4)), started)
    expect([29, 30, 210].map((at) => cardUp(turn, short, after(at)))).toEqual([0, 1, 7])
    const longer = addTime(clock, minutes(3))
    expect(cardUp(turn, longer, after(40))).toBe(1)
  })

  it('stand while the clock stands', () => {
    const paused = pauseClock(clock, after(70))
    expect(cardUp(turn, paused, after(500))).toBe(1)
    expect(turnsAt(turn, paused, after(500))).toBeNull()
  })

  it('have forty seconds of their own when they are turned by hand', () => {
    const turned = nextCard(turn, clock, after(10))
    expect(turned).toEqual({ card: 1, since: seconds(10) })
    const up = [10, 49, 50, 89, 90].map((at) => cardUp(turn, clock, after(at), turned ?? undefined))
    expect(up).toEqual([1, 1, 2, 2, 3])
    expect(turnsAt(turn, clock, after(20), turned ?? undefined)).toBe(after(50))
    expect(nextCard(turn, clock, after(300))).toBeNull()
  })

  it('go round by hand alone while they are compared', () => {
    expect(cardUp(compare, clock, after(300))).toBe(0)
    let turned = nextCard(compare, clock, after(1))
    const seen = [turned?.card]
    for (let more = 0; more < 8; more += 1) {
      turned = nextCard(compare, clock, after(1), turned ?? undefined)
      seen.push(turned?.card)
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 0, 1])
    expect(turnsAt(compare, clock, after(1))).toBeNull()
  })

  it('are drawn by session and item alone: the same again, others elsewhere, none twice', () => {
    const draw = (session: string, deck = turn) =>
      drawCards(deck, { session: session as SessionId, item: item('drill') as ItemId })
    expect(draw('s1')).toEqual(draw('s1'))
    expect(draw('s1', compare)).toEqual(draw('s1'))
    const drawn = Array.from({ length: 300 }, (_, n) => draw(`session-${n}`))
    for (const cards of drawn) {
      expect(new Set(cards).size).toBe(8)
      expect(cards.filter(({ kind }) => kind === 'advice').length).toBeGreaterThanOrEqual(3)
      expect(cards.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['leading', 'closed']))
    }
    // Every card is met, none much more often than another of its kind.
    const met = rewordings.map((card) => drawn.filter((cards) => cards.includes(card)).length)
    expect(Math.min(...met)).toBeGreaterThan(5)
    expect(Math.max(...met)).toBeLessThan(110)
  })
})

/** In the first phase of “Turn it”, with six people. */
function practising(phase = 'turn'): Evening {
  const plan = withFormat(aPlan({ people: 6 }), 'turn-1', turnIt.format)
  const groups = press(goTo(begun(plan), 'turn-1/groups'), 'forward')
  return phase === 'turn' ? groups : wait(goTo(groups, `turn-1/drill-turn-it/${phase}`), 0.05)
}

const faceOf = ({ session, now }: Evening) => {
  const { face } = projectStage(session, now)
  return face.kind === 'card' ? face : null
}

describe('a card on the wall', () => {
  it('is the heard sentence, its number, and nothing of an answer yet', () => {
    const face = faceOf(practising())
    expect(face).toMatchObject({ number: 1, of: 8, open: null, sentence: 'Which open question hides in it?' })
    expect(rewordings.map(({ heard }) => heard)).toContain(face?.heard)
  })

  it('changes by itself, at the instant that is announced', () => {
    const first = practising()
    const due = nextChange(first.session, first.now)
    expect(due).toBe(wait(first, 40 / 60).now)
    expect(faceOf({ ...first, now: instantOf((due ?? 0) - 1) })?.number).toBe(1)
    expect(faceOf({ ...first, now: due ?? first.now })?.number).toBe(2)
  })

  it('changes by key, for everybody, and back by undo', () => {
    const turned = press(wait(practising(), 0.2), 'next-card')
    expect(faceOf(turned)?.number).toBe(2)
    expect(faceOf(press(turned, 'undo'))?.number).toBe(1)
    expect(turned.log.at(-1)).toMatchObject({
      type: 'card-turned',
      step: 'turn-1/drill-turn-it/turn' as StepId,
    })
  })

  it('stays where the last one is, and while the room is held', () => {
    const last = wait(practising(), 5)
    expect(faceOf(last)?.number).toBe(8)
    expect(press(last, 'next-card').log).toEqual(last.log)
    const held = press(practising(), 'hold')
    expect(press(held, 'next-card').log).toEqual(held.log)
  })

  it('stands on a frozen wall, also when the key is pressed', () => {
    const frozen = press(wait(practising(), 0.2), 'freeze')
    expect(faceOf(wait(frozen, 3))?.number).toBe(1)
    expect(faceOf(press(wait(frozen, 0.1), 'next-card'))?.number).toBe(1)
    expect(faceOf(press(wait(frozen, 2), 'freeze'))?.number).toBe(4)
  })

  it('has one open wording beneath it while all compare, the same cards from the first on', () => {
    const first = faceOf(practising())
    const compared = practising('compare')
    const face = faceOf(compared)
    expect(face?.heard).toBe(first?.heard)
    expect(rewordings.find(({ heard }) => heard === face?.heard)?.open).toBe(face?.open)
    expect(faceOf(press(compared, 'next-card'))?.number).toBe(2)
  })
})

// What a heard sentence gives away, by circles.md 4.3, apart from the checker.
const givenAway: Readonly<Record<Card['kind'], RegExp>> = {
  advice:
    /^(have you (tried|looked into)|why (don’t|not)|what (about|if) you|what about|could|can’t you|how about|wouldn’t it|has anyone suggested|did you consider|is there any way|if i were you|do you think you should|perhaps|you (should|could)|maybe you could)/i,
  leading:
    /(^(so|would you agree|is it because|obviously|don’t you think|honestly)|, (weren’t|doesn’t|don’t) (you|it)\?$)/i,
  closed: /^(do|are|is|will|has|have|did) /i,
  'either-or': /^(do|is|are|was|would|will) .* or /i,
  multiple: /(\?.*\?|,? and (how|what|when|are|have|could|who|do)\b)/i,
  blame: /^(why (did|haven’t|didn’t)|how could you|what on earth|whose fault|who is to blame)/i,
  why: /^why /i,
  judgement: /./,
}

describe('the deck', () => {
  it('has more than sixty pairs, each heard sentence once', () => {
    expect(rewordings.length).toBeGreaterThan(60)
    expect(new Set(rewordings.map(({ heard }) => heard)).size).toBe(rewordings.length)
    expect(new Set(cameraLines.map(({ heard }) => heard)).size).toBe(cameraLines.length)
  })

  it.each(rewordings.map((card) => [card.heard, card] as const))('%s', (_, { kind, heard, open }) => {
    expect(heard).toMatch(givenAway[kind])
    // One open question: it asks what or how, once, and offers nothing to choose from.
    expect(open).toMatch(/^(What|How)\b[^?]*\?$/)
    expect(open).not.toMatch(/\b(or|should|why|and (what|how|who))\b|^How (many|long|often|much|old)\b/i)
  })

  it.each(rewordings.map((card) => [card.heard, card] as const))(
    'is told apart by the checker: %s',
    (_, { kind, heard, open }) => {
      expect(hintFor(classify(heard), 'QOPEN')?.about).toBe(kind)
      expect(classify(open).kind).toBe('open')
      expect(hintFor(classify(open), 'QOPEN')).toBeNull()
    },
  )

  it('can be read from the back, and says nothing that must not be found', () => {
    for (const { heard, open } of [...rewordings, ...cameraLines]) {
      expect(heard.length, heard).toBeLessThanOrEqual(72)
      expect(open.length, open).toBeLessThanOrEqual(80)
      expect(`${heard} ${open}`).not.toMatch(notToBeFound)
      expect(`${heard} ${open}`).not.toMatch(/['"]/)
    }
  })
})
