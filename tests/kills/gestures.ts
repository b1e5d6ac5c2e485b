import { type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { arm, buttonOf, forwardSays, type Facts } from '../support/drive'

/** One gesture ready to be made: the last press is all that is missing. */
export interface Ready {
  readonly name: string
  /** Shows first and is saved right after (decisions.md 14): for what nobody can wait for. */
  readonly calming: boolean
  readonly fire: () => Promise<void>
  /** What is wrong with a screen on which the gesture has had its effect; null when it is all there. */
  readonly wrongAfter: (before: Facts, after: Facts) => string | null
}

type Offer = (page: Page, facts: Facts) => Promise<Ready | null>

const same = (before: Facts, after: Facts, except: readonly (keyof Facts)[]): string | null => {
  const changed = (Object.keys(before) as (keyof Facts)[]).filter(
    (key) => !except.includes(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  return changed.length === 0 ? null : `changed without cause: ${changed.join(', ')}`
}

const firstOf = (...found: readonly (string | null | false)[]): string | null =>
  found.find((one): one is string => typeof one === 'string') ?? null

const key =
  (page: Page, ...keys: readonly string[]) =>
  async () => {
    for (const one of keys) await page.keyboard.press(one)
  }

const forward: Offer = async (page, facts) => {
  if (facts.halted) return null
  await arm(page)
  const label = facts.heading === '' ? '' : await forwardSays(page)
  const title = /^Next: (.*?)(, in \d+ min)?$/.exec(label)?.[1]
  const closes = label === en.console.forward.close
  return {
    name: closes ? 'close' : 'forward',
    calming: false,
    fire: key(page, 'ArrowRight'),
    wrongAfter: (before, after) =>
      closes
        ? (after.place === 'run' && 'not closed, and not where it was') || null
        : firstOf(
            after.heading === before.heading &&
              after.sees === before.sees &&
              'the step is the same, and something else is not',
            title !== undefined &&
              !`${after.heading} ${after.floor}`
                .toLowerCase()
                .includes(title.toLowerCase().replace(/’s turn$/, '')) &&
              title !== en.console.forward.theNextTurn &&
              `forward said “${title}”, and the heading says “${after.heading}”`,
            /^\s|^·/.test(after.heading) && 'a turn without its presenter',
            same(before, after, [
              'heading',
              'sees',
              'onWall',
              'waiting',
              'answered',
              'done',
              'undo',
              'floor',
              'allotted',
              'boardPutAway',
              'place',
            ]),
          ),
  }
}

const minute =
  (sign: '+' | '-'): Offer =>
  async (page, facts) => {
    const shown = sign === '+' ? '+' : '−'
    if (facts.halted || facts.allotted === null || !(await buttonOf(page, shown).isVisible())) return null
    return {
      name: sign === '+' ? 'add minute' : 'take minute',
      calming: false,
      fire: key(page, sign),
      wrongAfter: (before, after) =>
        firstOf(
          (after.allotted ?? 0) - (before.allotted ?? 0) !== (sign === '+' ? 60 : -60) &&
            `the clock went from ${before.allotted} to ${after.allotted} s in all`,
          same(before, after, ['allotted', 'undo']),
        ),
    }
  }

let written = 0

const question: Offer = async (page, facts) => {
  const field = page.getByLabel(new RegExp(`^${en.console.board.write}`))
  if (!(await field.isVisible())) return null
  written += 1
  const words = `What would ${facts.floor || 'it'} need, ${written}?`
  await page.keyboard.press('q')
  await page.keyboard.insertText(words)
  return {
    name: 'question',
    calming: false,
    fire: key(page, 'Enter'),
    wrongAfter: (before, after) =>
      firstOf(
        JSON.stringify(after.waiting) !== JSON.stringify([...before.waiting, words]) &&
          `the board has “${after.waiting.join('” and “')}”`,
        same(before, after, ['waiting', 'answered', 'undo', 'boardPutAway']),
      ),
  }
}

const toWall: Offer = async (page, facts) => {
  const [first] = facts.waiting
  if (first === undefined) return null
  return {
    name: 'to the wall',
    calming: false,
    fire: key(page, 'Enter'),
    wrongAfter: (before, after) =>
      firstOf(
        !before.waiting.includes(after.onWall ?? '') && `“${after.onWall}” came on the wall`,
        after.waiting.includes(after.onWall ?? '') && 'the question waits and is on the wall',
        after.waiting.length !== before.waiting.length - 1 && 'the wrong number of questions waits',
        same(before, after, ['waiting', 'onWall', 'answered', 'undo', 'boardPutAway']),
      ),
  }
}

const halt =
  (name: 'hold' | 'pause'): Offer =>
  async (page, facts) =>
    facts.halted || (name === 'pause' && facts.blank)
      ? null
      : {
          name,
          calming: true,
          fire: key(page, name === 'hold' ? 'h' : ' '),
          wrongAfter: (before, after) =>
            firstOf(!after.halted && 'not held', same(before, after, ['halted', 'sees', 'boardPutAway'])),
        }

const resume: Offer = async (page, facts) =>
  facts.halted
    ? {
        name: 'go on',
        calming: false,
        fire: key(page, 'ArrowRight'),
        wrongAfter: (before, after) =>
          firstOf(after.halted && 'still held', same(before, after, ['halted', 'sees', 'boardPutAway'])),
      }
    : null

const blank: Offer = async (page) => ({
  name: 'blank',
  calming: true,
  fire: key(page, 'b'),
  wrongAfter: (before, after) =>
    firstOf(after.blank === before.blank && 'the wall is as it was', same(before, after, ['blank', 'sees'])),
})

const pass: Offer = async (page, facts) => {
  const button = page.getByRole('button', { name: en.console.commands.pass, exact: true })
  if (facts.halted || !(await button.isVisible())) return null
  return {
    name: 'pass',
    calming: false,
    fire: () => button.click(),
    wrongAfter: (before, after) =>
      firstOf(
        after.floor === before.floor && 'the same voice',
        same(before, after, ['heading', 'sees', 'floor', 'undo']),
      ),
  }
}

const undo: Offer = async (page, facts) => {
  if (facts.undo === en.console.run.nothingToUndo) return null
  return {
    name: 'undo',
    calming: false,
    fire: key(page, 'Control+z'),
    wrongAfter: (before, after) =>
      same(
        before,
        after,
        (Object.keys(before) as (keyof Facts)[]).filter(
          (one) => one !== 'blank' && one !== 'place' && one !== 'halted',
        ),
      ),
  }
}

const redo: Offer = async (page) => ({
  name: 'redo',
  calming: false,
  fire: key(page, 'Control+Shift+Z'),
  wrongAfter: (before, after) =>
    same(
      before,
      after,
      (Object.keys(before) as (keyof Facts)[]).filter(
        (one) => one !== 'blank' && one !== 'place' && one !== 'halted',
      ),
    ),
})

const offers: readonly (readonly [number, Offer])[] = [
  [3, forward],
  [4, minute('+')],
  [1, minute('-')],
  [5, question],
  [3, toWall],
  [1, halt('hold')],
  [1, halt('pause')],
  [6, resume],
  [1, blank],
  [2, pass],
  [2, undo],
]

/** Draws one of the gestures that mean something on this screen, and makes everything ready for its last press. */
export async function drawGesture(
  page: Page,
  facts: Facts,
  chance: () => number,
  last: string,
): Promise<Ready> {
  if (last === 'undo' && chance() < 0.5) return (await redo(page, facts)) as Ready
  for (;;) {
    let left = chance() * offers.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, offer] of offers) {
      left -= weight
      if (left >= 0) continue
      const ready = await offer(page, facts)
      if (ready !== null) return ready
      break
    }
  }
}
