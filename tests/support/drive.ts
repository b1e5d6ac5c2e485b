// Drives the app as a facilitator does: by its keys, and by what stands on the screen. It knows nothing of how it is made.
import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'

/** What a person can read off the console. Nothing in it moves with the clock. */
export interface Facts {
  readonly place: 'home' | 'seats' | 'run' | 'closed' | 'elsewhere'
  readonly heading: string
  /** What the room sees, while nothing covers it. */
  readonly sees: string
  readonly halted: boolean
  readonly blank: boolean
  readonly frozen: boolean
  readonly asksAboutGap: boolean
  readonly notSaved: boolean
  readonly onWall: string | null
  readonly waiting: readonly string[]
  readonly answered: string
  readonly boardPutAway: boolean
  readonly done: string
  readonly undo: string
  readonly floor: string
  readonly facilitates: string
  /** Whether the role is on its way to somebody, and the console is the card for it. */
  readonly handing: boolean
  /** What the step asks for beside forward, and which of its buttons are pressed; nothing while the clock stands. */
  readonly panel: string
  /** What was written down in the harvest or as a commitment; nothing while the clock stands. */
  readonly written: string
  /** The time that the present step has in all, in seconds; null where no clock shows. */
  readonly allotted: number | null
}

/** The clock as it was painted: what was used up, and when that was painted, both in milliseconds. */
export interface Reading {
  readonly elapsed: number
  readonly at: number
}

interface WatchedWindow extends Window {
  circletFacts?: () => Facts
  circletSeen?: (facts: Facts) => Promise<void>
}

interface Names {
  readonly undoKey: string
  readonly seats: string
  readonly waiting: string
  readonly thanks: string
  readonly putAway: string
  readonly break: string
  /** What the room sees for a moment only, by its end. */
  readonly transient: readonly string[]
}

const names: Names = {
  undoKey: 'Ctrl Z',
  seats: en.console.run.seats,
  waiting: en.console.whoIsHere.title,
  thanks: en.console.close.thanks,
  putAway: en.console.board.putAway,
  break: en.console.items.break,
  transient: [en.console.sees.hold, en.console.sees.namedNow(''), en.console.sees.together],
}

function installFacts(known: Names): void {
  const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? ''
  const all = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '')
  const banner = (id: string) => document.querySelector(`[data-banner="${id}"]`) !== null
  const secondsOf = (clock: string) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const allotted = () => {
    const timer = document.querySelector<HTMLElement>('[role="timer"][data-elapsed]')
    const shown = /^[\d:]+/.exec(timer?.textContent ?? '')?.[0]
    if (!timer || shown === undefined) return null
    const over = timer.textContent !== shown
    const left = over ? -secondsOf(shown) : secondsOf(shown)
    return Math.round((left - 0.5 + Number(timer.dataset['elapsed']) / 1000) / 6) * 6
  }
  const placeOf = (heading: string): Facts['place'] => {
    if (document.querySelector(`[aria-label="${known.seats}"]`) !== null) return 'run'
    if (heading === known.waiting) return 'seats'
    if (heading === known.thanks) return 'closed'
    return document.querySelector('.home') === null ? 'elsewhere' : 'home'
  }
  const read = (): Facts => {
    const title = text('h1')
    const handing = document.querySelector('.hand-over') !== null
    // The time that the cover of a break shows moves on while the room is held; what the held console shows in its place does not count.
    const isBreak = !handing && (title === known.break || document.querySelector('.break-cover') !== null)
    const heading = isBreak ? known.break : title
    const halted = banner('held') || banner('paused')
    const blank = banner('blank')
    const sees = text('.sees b')
    const undo = [...document.querySelectorAll('button')].find(
      (button) => button.querySelector('kbd')?.textContent === known.undoKey,
    )
    return {
      place: placeOf(heading),
      heading,
      sees:
        halted || blank || known.transient.some((end) => sees.endsWith(end))
          ? ''
          : isBreak
            ? known.break
            : sees,
      halted,
      blank,
      frozen: banner('frozen'),
      asksAboutGap: document.querySelector('.gap-card') !== null,
      notSaved: banner('not-saved'),
      onWall: document.querySelector('.board .on-wall bdi')?.textContent ?? null,
      waiting: all('.board .questions bdi'),
      answered: all('.board > p').join(' '),
      boardPutAway: all('.board .soft').includes(known.putAway),
      done: isBreak ? '' : text('nav .agenda-row.soft'),
      undo: isBreak ? '' : (undo?.querySelector('span')?.textContent ?? ''),
      floor: text(`[aria-label="${known.seats}"] [aria-current="true"]`),
      facilitates: text(`[aria-label="${known.seats}"] .facilitates`),
      handing,
      panel: halted ? '' : [...all('.step-panel'), ...all('.step-panel [aria-pressed="true"]')].join(' | '),
      written: halted
        ? ''
        : all('.commitment .question bdi, .commitment > p, .commitment > .row > .small').join(' | '),
      allotted: isBreak ? null : allotted(),
    }
  }
  const here = window as WatchedWindow
  here.circletFacts = read
  let last = JSON.stringify(read())
  new MutationObserver(() => {
    const facts = read()
    const now = JSON.stringify(facts)
    if (now === last) return
    last = now
    void here.circletSeen?.(facts)
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** Tells of every change of the console's facts, as soon as it stands in the page. Once a page. */
export async function watchFacts(page: Page, seen: (facts: Facts) => void = () => undefined): Promise<void> {
  await page.exposeFunction('circletSeen', seen)
  await page.evaluate(installFacts, names)
}

/** The console's facts now; the page must be watched. */
export async function readFacts(page: Page): Promise<Facts> {
  const facts = await page.evaluate(() => (window as WatchedWindow).circletFacts?.() ?? null)
  if (facts === null) throw new Error('The page is not watched: call watchFacts first.')
  return facts
}

/** Waits for the next tick of the console's clock; null where none runs. */
export function nextTick(page: Page): Promise<Reading | null> {
  return page.evaluate(
    () =>
      new Promise<{ elapsed: number; at: number } | null>((done) => {
        const timer = document.querySelector<HTMLElement>('[role="timer"][data-elapsed]')
        if (timer === null || timer.classList.contains('halted')) return done(null)
        const watch = new MutationObserver(() => {
          watch.disconnect()
          done({ elapsed: Number(timer.dataset['elapsed']), at: Date.now() })
        })
        watch.observe(timer, { attributes: true, attributeFilter: ['data-elapsed'] })
      }),
  )
}

/** The button that a key belongs to. */
export const buttonOf = (page: Page, key: string): Locator =>
  page.locator('button', { has: page.locator('kbd', { hasText: new RegExp(`^${escaped(key)}$`) }) }).first()

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What the forward button says. */
export const forwardSays = async (page: Page): Promise<string> =>
  (await buttonOf(page, '→').locator('span').textContent()) ?? ''

/** Presses forward until it takes: it asks once where it would cut more than a minute. */
export async function arm(page: Page): Promise<void> {
  const label = await forwardSays(page)
  if (!/, in \d+ min$/.test(label)) return
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => forwardSays(page), { intervals: [20] }).not.toBe(label)
}

/** Whether the forward button asks to be pressed again; not where there is none, as after the close. */
const asksAgain = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button')].some(
      (button) =>
        button.querySelector('kbd')?.textContent === '→' &&
        /^Press again/.test(button.querySelector('span')?.textContent ?? ''),
    ),
  )

/**
 * Goes forward, and waits until the heading or what the room sees is another. Where the button asks again meanwhile, it is pressed
 * again, as whoever stands there would; that is said, with how long it took: under three seconds it should not come about.
 */
export async function forward(page: Page): Promise<void> {
  const where = () =>
    page.evaluate(
      () => `${document.querySelector('h1')?.textContent} ${document.querySelector('.sees b')?.textContent}`,
    )
  const before = await where()
  const from = performance.now()
  await arm(page)
  await page.keyboard.press('ArrowRight')
  const look = async () => {
    if ((await where()) === before && (await asksAgain(page))) {
      console.warn(`Forward asked again after ${Math.round(performance.now() - from)} ms.`)
      await page.keyboard.press('ArrowRight')
    }
    return where()
  }
  await expect.poll(look, { intervals: [20] }).not.toBe(before)
}

/** Six people who were never anywhere. */
export const sixNames = ['Amara', 'Bela', 'Chidi', 'Dana', 'Emeka', 'Farah'] as const

interface Evening {
  readonly people?: readonly string[]
  /** One of the lengths that stand on buttons. */
  readonly minutes?: 60 | 90 | 120
}

/** From Home to a new circle whose names are typed, and nothing begun. */
export async function fillNewCircle(page: Page, people: readonly string[] = sixNames): Promise<void> {
  await page.getByRole('button', { name: en.console.home.startACircle }).click()
  await page.getByLabel(en.console.newCircle.who).pressSequentially(people.join('\n'))
}

/** From Home to the seats: a new circle of these people. */
export async function startCircle(
  page: Page,
  { people = sixNames, minutes = 60 }: Evening = {},
): Promise<void> {
  await fillNewCircle(page, people)
  await beginWith(page, people.length, minutes)
}

/** From Home to the seats: the circle that is there meets again. */
export async function meetAgain(page: Page, { minutes = 60 }: Pick<Evening, 'minutes'> = {}): Promise<void> {
  const { home, newCircle, plan, whoIsHere } = en.console
  await page.getByRole('button', { name: home.prepare }).click()
  await expect(page.getByRole('heading', { name: plan.title })).toBeVisible()
  await page.getByRole('button', { name: newCircle.minutes(minutes), exact: true }).click()
  await page.getByRole('button', { name: plan.openRoom, exact: true }).click()
  // The plan has a heading of the same words, one level down.
  await expect(page.getByRole('heading', { name: whoIsHere.title, level: 1 })).toBeVisible()
}

async function beginWith(page: Page, people: number, minutes: number): Promise<void> {
  const { newCircle, whoIsHere } = en.console
  await page.getByRole('button', { name: newCircle.minutes(minutes), exact: true }).click()
  await page.getByRole('button', { name: newCircle.begin(people) }).click()
  await expect(page.getByRole('heading', { name: whoIsHere.title })).toBeVisible()
}

/** Waits until nobody is asked any more where the wall is: until then keys are kept from the session, on purpose. */
const wallStands = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          // Asked now, read at the next look: the driver never waits on a promise of the page.
          const page = window as Window & { displaysTold?: { asks: boolean; form: string } }
          void window.circlet?.displays().then((state) => (page.displaysTold = state))
          const state = page.displaysTold
          const stands = state !== undefined && !state.asks && !['none', 'strip'].includes(state.form)
          return stands && document.querySelector('.top') !== null
        }),
      { intervals: [20] },
    )
    .toBe(true)

/** From the seats into the session. */
export async function begin(page: Page): Promise<void> {
  await wallStands(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByLabel(en.console.run.seats)).toBeVisible()
}

/** Writes a question on the board: its key, the words, Enter; what is said about it is read, and the question kept as it is. */
export async function writeQuestion(page: Page, words: string): Promise<void> {
  const board = page.locator('.board')
  const waiting = Number(await board.getAttribute('data-waiting'))
  await page.keyboard.press('q')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  const thought = page.locator('.thought')
  await expect(page.locator(`.board[data-waiting="${waiting + 1}"]`).or(thought)).toBeVisible()
  if (await thought.isVisible()) await page.keyboard.press('Enter')
  await expect(board).toHaveAttribute('data-waiting', String(waiting + 1))
}

/** Writes a line of the harvest, or a commitment: the key, the words, Enter. */
export async function writeLine(page: Page, words: string): Promise<void> {
  const before = await page.locator('.commitment').textContent()
  await page.keyboard.press('q')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(page.locator('.commitment')).not.toHaveText(before ?? '')
  await expect(page.locator('.commitment input[type="text"]')).toHaveValue('')
}

/** Goes forward until the step's heading has these words. */
export async function forwardTo(page: Page, words: string): Promise<void> {
  const heading = page.locator('h1')
  for (let steps = 0; steps < 90; steps += 1) {
    if ((await heading.textContent())?.includes(words)) return
    await forward(page)
  }
  throw new Error(`Ninety steps forward, and never at “${words}”.`)
}
