import type { CircleId, RecordId, TextId } from '../../../shared/basics/ids'
import { nothingForgotten } from '../../../shared/circle/kept'
import {
  hereAtFirst,
  parts,
  practiceCircle,
  practiceCommitments,
  practicePlan,
  type EveningWords,
} from '../../../shared/practice/evening'
import { currentStep } from '../../../shared/session/session'
import { planSession, type OpenCircle } from '../../data/circles'
import { newPracticeName, openDatabase, wipePractice } from '../../data/database'
import type { LiveSession } from '../../data/live-session'
import { newId } from '../../data/new-id'
import { passingKeyring } from '../../data/keyring'
import { circleScope, createRepository } from '../../data/repository'
import { dayOf } from '../../words/time'
import { desktop } from '../../desktop'
import { createPracticeClock, type PracticeClock, type Speed } from './practice-clock'

/** A practice session that runs, on a database of its own. */
export interface Rehearsal {
  readonly live: LiveSession
  readonly clock: PracticeClock
  readonly speed: Speed
  /** Questions that the made-up people wrote. */
  readonly written: ReadonlySet<TextId>
  /** The scribe writes a question on the board of the present turn. */
  readonly write: (text: string) => Promise<void>
  /** Ends it, and wipes everything. */
  readonly end: () => Promise<void>
}

// One after the other: what one practice session leaves is wiped before the next one writes.
let wiping: Promise<unknown> = Promise.resolve()

/** Wipes what practice sessions left on this computer; gives whether there was any. */
export function clearPractice(): Promise<boolean> {
  const wiped = wiping.then(wipePractice, wipePractice)
  wiping = wiped
  return wiped
}

/** At the start of the app: a practice session that was cut off leaves nothing, on disk or on the wall. */
export async function clearCutOffPractice(): Promise<void> {
  if (await clearPractice()) await desktop().setStage('closed')
}

/** Opens the made-up circle and its session; nobody has begun yet. */
export async function openRehearsal(speed: Speed, words: EveningWords): Promise<Rehearsal> {
  await clearPractice()
  const clock = createPracticeClock(speed)
  const name = newPracticeName()
  const keyring = passingKeyring()
  const repository = createRepository(await openDatabase(name), keyring)
  const circle = practiceCircle(name as CircleId, words)
  const commitments = practiceCommitments(words)
  const recordId = newId<RecordId>()
  await repository.commit([
    await repository.prepare({ t: 'circle', d: circle }, { ...circleScope, id: recordId }),
    ...(await Promise.all(
      commitments.map((commitment) =>
        repository.prepare({ t: 'commitment', d: commitment }, { ...circleScope, id: newId<RecordId>() }),
      ),
    )),
  ])
  const open: OpenCircle = {
    circle,
    recordId,
    repository,
    keyring,
    vault: { id: circle.id, label: circle.name, state: 'open', ways: [], database: name },
    unfinished: null,
    traces: [],
    commitments,
    kept: [],
    forgotten: nothingForgotten,
    seenAt: null,
  }
  const plan = practicePlan(circle, commitments, dayOf(clock.now()))
  const live = await planSession(open, plan, { here: hereAtFirst, clock })
  await live.act(() => ({ events: [{ type: 'scribe-chosen', member: parts.scribe }] }))
  const written = new Set<TextId>()
  return {
    live,
    clock,
    speed,
    written,
    write: (text) =>
      live.act(({ session }) => {
        const step = currentStep(session)
        if (step?.kind !== 'phase' || session.course !== 'running') return null
        const id = newId<TextId>()
        written.add(id)
        const { item } = step
        return {
          events: [{ type: 'question-written', item, question: id }],
          texts: [{ id, kind: 'question', item, text, seenBy: 'room' }],
        }
      }),
    end: async () => {
      await live.retry()
      live.end()
      repository.close()
      await clearPractice()
    },
  }
}
