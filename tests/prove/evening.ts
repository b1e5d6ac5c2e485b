// A session in which a marker stands in every field that anybody can write in, led through the real app.
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { begin, forward, forwardSays, forwardTo } from '../support/drive'
import type { Running } from './app'
import type { Markers } from './markers'

const { home, newCircle, whoIsHere, board, run, items, close, commitment, vault, plan, history, circle } =
  en.console

/** What is written in it. Only the label may ever be read without a key. */
export interface Script {
  readonly label: string
  readonly names: readonly string[]
  readonly questions: readonly string[]
  readonly takeaways: readonly string[]
  readonly lines: readonly string[]
  readonly commitments: readonly string[]
  readonly privately: readonly string[]
  /** Said in a turn that ends with thanks: forgotten before the session is. */
  readonly thanked: string
  readonly newcomer: string
  readonly renamed: string
  /** Typed and never written: left with Esc, searched for, not the words. */
  readonly draft: string
  readonly search: string
  readonly wrongWords: string
  /** When the circle meets next; in milliseconds it is a marker too. */
  readonly meets: { readonly day: string; readonly time: string; readonly marker: string }
}

export const wordsOf = (text: string): readonly string[] => text.split(' ')

/** How far a script has been led through. */
export type Stage = 'turn' | 'close' | 'settled' | 'later'

/** Everything that is written until then, but the label. */
export function writtenIn(script: Script, until: Stage): readonly string[] {
  const { takeaways, lines, commitments, privately, thanked, meets, newcomer, renamed } = script
  const inTurn = [...script.names, ...script.questions]
  if (until === 'turn') return inTurn.flatMap(wordsOf)
  const atClose = [...inTurn, ...takeaways, ...lines, ...commitments, ...privately, thanked]
  if (until === 'close') return atClose.flatMap(wordsOf)
  const settled = [...atClose, meets.marker]
  return (until === 'settled' ? settled : [...settled, newcomer, renamed]).flatMap(wordsOf)
}

/** Typed, and left again: on no disk, whatever seals it. */
export const leftIn = ({ draft, search, wrongWords }: Script): readonly string[] =>
  [draft, search, wrongWords].flatMap(wordsOf)

/** A short script of some sixty markers, a long one of some five hundred. */
export function writeScript(markers: Markers, isShort: boolean): Script {
  const text = (words: number) => markers.take(words).join(' ')
  const texts = (count: number, words: number) => Array.from({ length: count }, () => text(words))
  return {
    label: text(1),
    names: texts(isShort ? 4 : 6, 1),
    questions: isShort ? texts(2, 8) : texts(9, 36),
    takeaways: isShort ? texts(1, 6) : texts(1, 30),
    lines: isShort ? texts(2, 3) : texts(8, 8),
    commitments: isShort ? texts(2, 4) : texts(5, 10),
    privately: isShort ? texts(1, 4) : texts(2, 10),
    thanked: text(isShort ? 4 : 10),
    newcomer: text(1),
    renamed: text(1),
    draft: text(2),
    search: text(1),
    wrongWords: text(4),
    meets: { day: '2031-07-19', time: '03:47', marker: String(Date.parse('2031-07-19T03:47:00+02:00')) },
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function writeQuestion(page: Page, words: string): Promise<void> {
  const field = page.locator('.board')
  const waiting = Number(await field.getAttribute('data-waiting'))
  await page.keyboard.press('q')
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
  // What is said about it before it stands there is read, and the question kept as it is.
  const written = page.locator(`.board[data-waiting="${waiting + 1}"]`)
  await expect(written.or(page.locator('.thought'))).toBeVisible()
  if (await page.locator('.thought').isVisible()) await page.keyboard.press('Enter')
  await expect(field).toHaveAttribute('data-waiting', String(waiting + 1))
}

/** From Home into the questions of the first turn, all of them written. */
export async function upToTheQuestions({ page, wall }: Running, script: Script): Promise<void> {
  await button(page, home.startACircle).click()
  await page.getByLabel(newCircle.name).fill(script.label)
  await page.getByLabel(newCircle.who).fill(script.names.join('\n'))
  await button(page, newCircle.minutes(90)).click()
  await button(page, newCircle.begin(script.names.length)).click()
  await expect(page.getByRole('heading', { name: whoIsHere.title })).toBeVisible()
  await wall()
  await begin(page)
  await forwardTo(page, 'Open questions')
  for (const question of script.questions) await writeQuestion(page, question)
  await page.keyboard.press('Enter')
  await expect(page.locator('.board .on-wall')).toBeVisible()
  await page.keyboard.press('q')
  await page.keyboard.insertText(script.draft)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel(new RegExp(`^${board.write}`))).toHaveValue(script.draft)
}

/** The next turn's question, and its end with thanks: what was said in it is forgotten when the session goes on. */
async function aTurnWithThanks(page: Page, script: Script): Promise<void> {
  await forward(page)
  await forwardTo(page, 'Open questions')
  await writeQuestion(page, script.thanked)
  await page.keyboard.press('h')
  await button(page, en.console.commands['end-with-thanks']).click()
  await expect(page.getByText(run.keepUntilClose).first()).toBeVisible()
}

async function writeLine(page: Page, words: string): Promise<void> {
  const field = page.locator('.commitment input[type="text"]')
  await page.keyboard.press('q')
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('')
}

/**
 * From the questions to the last step: what is taken, a turn that ends with thanks (`thanked` is called where its words are still
 * there), the harvest, what each will do. Forward closes then.
 */
export async function upToTheClose(
  { page }: Running,
  script: Script,
  thanked: () => Promise<void>,
): Promise<void> {
  for (const takeaway of script.takeaways) {
    await forwardTo(page, 'What I take')
    await page.getByLabel(run.takeaway).fill(takeaway)
    await page.keyboard.press('Enter')
    await expect(page.getByText(run.takeawayKept)).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await aTurnWithThanks(page, script)
  await thanked()
  await forwardTo(page, items.harvest)
  for (const line of script.lines) await writeLine(page, line)
  await forwardTo(page, items.commitments)
  for (const [index, words] of [...script.commitments, ...script.privately].entries()) {
    if (index >= script.commitments.length) await button(page, commitment.isPrivate).click()
    await writeLine(page, words)
  }
  for (let steps = 0; steps < 60 && (await forwardSays(page)) !== en.console.forward.close; steps += 1)
    await forward(page)
  expect(await forwardSays(page)).toBe(en.console.forward.close)
}

/** From Home back into the session, at its last step. Where that asks whether the group went on meanwhile, it did not. */
export async function goOn({ page, wall }: Running): Promise<void> {
  await button(page, home.goOn).click()
  await expect(page.getByLabel(run.seats)).toBeVisible()
  await wall()
  const leaveOut = button(page, run.leaveOut)
  await expect(async () => {
    if (await leaveOut.isVisible()) await leaveOut.click()
    expect(await forwardSays(page)).toBe(en.console.forward.close)
  }).toPass({ intervals: [50] })
}

/** Closes the session, and waits for what the receipt says when all of it stands on disk. */
export async function closeIt({ page }: Running): Promise<void> {
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: close.thanks })).toBeVisible()
  await expect(page.getByText(/^Forgotten: /)).toBeVisible()
}

export interface Ways {
  readonly words: string
  readonly code: string
}

/** At the close: when the circle meets next, who is asked, and who can open it: the four words. */
export async function settle({ page }: Running, script: Script): Promise<Ways> {
  await page.getByLabel(close.nextDay, { exact: true }).fill(script.meets.day)
  await page.getByLabel(close.nextTime, { exact: true }).fill(script.meets.time)
  await page.getByRole('button', { name: / will$/ }).click()
  await button(page, vault.who.words).click()
  const words = (await page.locator('.four-words').textContent())?.trim() ?? ''
  await button(page, vault.who.said).click()
  const code = (await page.locator('.recovery-code').textContent())?.trim() ?? ''
  await page.getByLabel(vault.who.confirm).fill(code.slice(0, 5))
  await button(page, vault.who.confirmed).click()
  await expect(page.getByText(vault.who.byWords)).toBeVisible()
  await button(page, close.done).click()
  await expect(button(page, home.prepare)).toBeVisible()
  return { words, code }
}

/** The next time: not the words, then the words; a search; an export that nobody writes. Home is there again. */
export async function openAgain({ page }: Running, script: Script, ways: Ways): Promise<void> {
  const field = page.getByLabel(vault.unlock.field)
  await field.fill(script.wrongWords)
  await button(page, vault.unlock.open).click()
  await expect(page.getByText(vault.unlock.wrongWords)).toBeVisible()
  await field.fill(ways.words)
  await button(page, vault.unlock.open).click()
  await button(page, home.whatWasKept).click()
  await page.getByLabel(history.search).fill(script.search)
  await expect(page.getByText(history.nothingFound)).toBeVisible()
  await page.keyboard.press('Escape')
  await button(page, home.theCircle).click()
  await button(page, circle.export).click()
  await expect(page.getByText(wordsOf(script.commitments[0] ?? '')[0] ?? '').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: circle.title })).toBeVisible()
  await page.keyboard.press('Escape')
}

/** The circle's page asks whether somebody leaves; what is given presses the last button. */
export async function askToLeave({ page }: Running, name: string): Promise<() => Promise<void>> {
  await button(page, home.theCircle).click()
  await button(page, circle.leaves(name)).click()
  await button(page, circle.forgetMember(name)).focus()
  return () => page.keyboard.press('Enter')
}

/** Whoever has promised something leaves the circle, and all of theirs is forgotten; gives the name. */
export async function somebodyLeaves(running: Running, script: Script): Promise<string> {
  const { page } = running
  for (const name of script.names) {
    const press = await askToLeave(running, name)
    const said = await page
      .getByText(new RegExp(`Kept here of ${name}’s|Nothing that ${name} said`))
      .textContent()
    if (said?.includes('commitment')) {
      await press()
      // The question goes only when all of it stands on disk.
      await expect(button(page, circle.forgetMember(name))).toHaveCount(0)
      await expect(button(page, circle.leaves(name))).toHaveCount(0)
    }
    await page.keyboard.press('Escape')
    await expect(button(page, home.prepare)).toBeVisible()
    if (said?.includes('commitment')) return name
  }
  throw new Error('Nobody has promised anything.')
}

/** The next session is planned: somebody new, a name put right, and the room is opened. */
export async function planNext({ page, wall }: Running, script: Script, gone: string): Promise<void> {
  await button(page, home.prepare).click()
  await page.getByLabel(plan.newcomer).fill(script.newcomer)
  await page.keyboard.press('Enter')
  const first = script.names.find((name) => name !== gone) ?? ''
  await button(page, plan.isHere(first)).focus()
  await page.keyboard.press('F2')
  await page.getByLabel(plan.newName(first)).fill(script.renamed)
  await page.keyboard.press('Enter')
  await expect(button(page, plan.isHere(script.renamed))).toBeVisible()
  await button(page, plan.openRoom).click()
  await expect(page.getByRole('heading', { name: whoIsHere.title })).toBeVisible()
  await wall()
}
