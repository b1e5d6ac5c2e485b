import type { Locator, Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { arm, buttonOf, forwardSays, sixNames, type Facts } from '../support/drive'

/** One gesture ready to be made: the last press is all that is missing. */
export interface Ready {
  readonly name: string
  /** Shows first and is saved right after (decisions.md 14): for what nobody can wait for. */
  readonly calming: boolean
  readonly fire: () => Promise<void>
  /** What is wrong with a screen on which the gesture has had its effect; null when it is all there. */
  readonly wrongAfter: (before: Facts, after: Facts) => string | null
}

type Offer = (page: Page, facts: Facts, chance: () => number) => Promise<Ready | null>

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
              'facilitates',
              'handing',
              'panel',
              'written',
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
  if (first === undefined || facts.handing) return null
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

/** What a held room puts out of sight, beside the room itself. */
const whileHalted: readonly (keyof Facts)[] = ['halted', 'sees', 'boardPutAway', 'panel', 'written']

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
            firstOf(!after.halted && 'not held', same(before, after, whileHalted)),
        }

const resume: Offer = async (page, facts) =>
  facts.halted && !(facts.handing && facts.blank)
    ? {
        name: 'go on',
        calming: false,
        // On the card of a hand-over, forward takes the role; Space goes on, where it need not light the wall first.
        fire: key(page, facts.handing ? ' ' : 'ArrowRight'),
        wrongAfter: (before, after) =>
          firstOf(after.halted && 'still held', same(before, after, whileHalted)),
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
        same(before, after, ['heading', 'sees', 'floor', 'undo', 'panel', 'written']),
      ),
  }
}

/** A chair's number by chance, and who sits there. */
const someChair = (chance: () => number): { readonly number: number; readonly name: string } => {
  const place = Math.floor(chance() * sixNames.length)
  return { number: place + 1, name: sixNames[place] ?? '' }
}

/** A digit: who brings something, who presents, whose voice it is, who takes the role. */
const chair: Offer = async (page, facts, chance) => {
  const { number, name } = someChair(chance)
  const { run, handOver, turnOf } = en.console
  // Only who stands on the card can take the role: not who presents.
  const onCard = (await page.locator('.hand-over .chairs button', { hasText: name }).count()) > 0
  const changes = ((): readonly (keyof Facts)[] | null => {
    if (facts.handing) return !onCard || facts.heading === handOver.youHaveIt(name) ? null : ['heading']
    if (facts.halted) return null
    if (facts.heading === run.whoPresents) return ['panel', 'sees', 'undo']
    if (facts.panel !== '' && /’s turn$/.test(facts.heading))
      return facts.heading === turnOf(name) ? null : ['heading', 'sees', 'floor', 'undo', 'panel']
    // In a round a number means nothing for who has spoken, and the console does not say who has.
    return null
  })()
  if (changes === null) return null
  return {
    name: 'chair',
    calming: false,
    fire: key(page, `Digit${number}`),
    wrongAfter: (before, after) => same(before, after, changes),
  }
}

/** What would help, or what came of it: one of the buttons that are not pressed. */
const choice =
  (name: string, of: (page: Page) => Locator): Offer =>
  async (page, facts, chance) => {
    const buttons = of(page).and(page.locator('[aria-pressed="false"]'))
    const count = facts.halted || facts.handing ? 0 : await buttons.count()
    if (count === 0) return null
    const label = (await buttons.nth(Math.floor(chance() * count)).textContent()) ?? ''
    const button = of(page).filter({ hasText: label }).first()
    return {
      name,
      calming: false,
      fire: () => button.click(),
      wrongAfter: (before, after) =>
        firstOf(
          !after.panel.includes(` | ${label}`) && `“${label}” is not what is chosen`,
          same(before, after, ['panel', 'undo']),
        ),
    }
  }

const wish = choice('what helps', (page) =>
  page.getByRole('group', { name: en.console.help_.wish }).getByRole('button'),
)

const outcome = choice('outcome', (page) =>
  page.locator('.step-panel:has(> .promised)').first().getByRole('button'),
)

/** A line of the harvest, or a commitment: typed already, only Enter is missing. */
const line: Offer = async (page, facts) => {
  const field = page.locator('.commitment input[type="text"]')
  if (facts.handing || facts.halted || !(await field.isVisible())) return null
  written += 1
  const words = `What ${facts.floor} says, ${written}.`
  await page.keyboard.press('q')
  await page.keyboard.insertText(words)
  return {
    name: 'line',
    calming: false,
    fire: key(page, 'Enter'),
    wrongAfter: (before, after) =>
      firstOf(
        after.written === before.written && 'what was written is not there',
        same(before, after, ['written', 'sees', 'undo']),
      ),
  }
}

/** What the card of a hand-over covers. */
const underTheCard: readonly (keyof Facts)[] = [
  'handing',
  'heading',
  'sees',
  'onWall',
  'waiting',
  'answered',
  'boardPutAway',
  'done',
  'undo',
  'panel',
  'written',
  'allotted',
]

const handOver: Offer = async (page, facts) => {
  if (facts.handing || facts.halted) return null
  return {
    name: 'hand over',
    calming: false,
    fire: key(page, 'g'),
    wrongAfter: (before, after) =>
      firstOf(!after.handing && 'the role is not on its way', same(before, after, underTheCard)),
  }
}

const decline: Offer = async (page, facts) => {
  if (!facts.handing) return null
  return {
    name: 'give it back',
    calming: false,
    fire: key(page, 'Escape'),
    wrongAfter: (before, after) =>
      firstOf(after.handing && 'the role is still on its way', same(before, after, underTheCard)),
  }
}

const freeze: Offer = async (page) => ({
  name: 'freeze',
  calming: true,
  fire: key(page, 'f'),
  wrongAfter: (before, after) =>
    firstOf(
      after.frozen === before.frozen && 'the wall is as it was',
      same(before, after, ['frozen', 'sees']),
    ),
})

const undo: Offer = async (page, facts) => {
  // Under the card of a hand-over, and beside what a held room puts away, nobody would see what is undone.
  const hidden = facts.handing || (facts.halted && !/· \d+ of \d+$/.test(facts.heading))
  if (facts.undo === en.console.run.nothingToUndo || hidden) return null
  return {
    name: 'undo',
    calming: false,
    fire: key(page, 'Control+z'),
    wrongAfter: (before, after) =>
      same(
        before,
        after,
        (Object.keys(before) as (keyof Facts)[]).filter(
          (one) => one !== 'blank' && one !== 'place' && one !== 'halted' && one !== 'frozen',
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
  [1, freeze],
  [2, pass],
  [3, chair],
  [3, wish],
  [3, outcome],
  [4, line],
  [1, handOver],
  [1, decline],
  [2, undo],
]

/** Draws one of the gestures that mean something on this screen, and makes everything ready for its last press. */
export async function drawGesture(
  page: Page,
  facts: Facts,
  chance: () => number,
  last: string,
): Promise<Ready> {
  if (last === 'undo' && chance() < 0.5) return (await redo(page, facts, chance)) as Ready
  for (;;) {
    let left = chance() * offers.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, offer] of offers) {
      left -= weight
      if (left >= 0) continue
      const ready = await offer(page, facts, chance)
      if (ready !== null) return ready
      break
    }
  }
}
