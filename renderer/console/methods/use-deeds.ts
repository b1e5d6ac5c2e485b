import { useState, type RefObject } from 'react'
import type { FormatId, PhaseId } from '../../../shared/basics/ids'
import { accepted } from '../../../shared/basics/result'
import { sameNameKey } from '../../../shared/circle/names'
import type { Format } from '../../../shared/formats/format'
import { library } from '../../../shared/formats/library/library'
import {
  addPhase,
  changePhase,
  copyOf,
  movePhase,
  movePhaseTo,
  removePhase,
  rename,
  takeIn,
  type Edited,
  type OwnRefusal,
  type PhaseChange,
} from '../../../shared/formats/own'
import type { OpenCircle } from '../../data/circles'
import { newId } from '../../data/new-id'
import { useWords } from '../../words/words'
import { useFocusOn } from '../use-focus-on'
import { bringFormat, saveFormat, type Brought } from './files'
import { useMethods } from './use-methods'

/** What is said of the last deed, and how it is undone where it can be. */
export interface Said {
  readonly text: string
  readonly undo?: () => void
}

/** Settles what is being typed: a button that takes no focus would leave it behind. */
export function settleTyped(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.blur()
  field.focus({ preventScroll: true })
}

const rowOf = (id: FormatId | PhaseId) => `[data-row="${CSS.escape(id)}"] button`
const nameField = '.methods-name input'

/** The methods of a circle, which of them is looked at, and everything that can be done with it. */
export function useDeeds(
  open: OpenCircle,
  onChanged: (open: OpenCircle) => void,
  page: RefObject<HTMLElement | null>,
) {
  const words = useWords().console.methods
  const methods = useMethods(open, onChanged)
  const [chosen, choose] = useState<FormatId | null>(null)
  const [chosenPhase, choosePhase] = useState<PhaseId | null>(null)
  const [said, say] = useState<Said | null>(null)
  const focusOn = useFocusOn(page)
  const { own } = methods
  const all = [...own, ...library]
  const format = all.find(({ id }) => id === chosen) ?? all[0]
  const isOwn = own.some(({ id }) => id === format?.id)
  const phase = format?.phases.find(({ id }) => id === chosenPhase) ?? format?.phases[0]

  const tell = (refusal: OwnRefusal | null, done: Said | null = null): boolean => {
    say(refusal === null ? done : { text: words.refusal(refusal) })
    return refusal === null
  }
  /** Changes the method that is looked at, and says what it has come to. */
  const edit = (make: (now: Format, own: readonly Format[]) => Edited, done?: (now: Format) => Said) => {
    let made: Format | null = null
    const refusal = methods.edit(format?.id ?? ('' as FormatId), (now, others) => {
      const edited = make(now, others)
      if (edited.ok) made = edited.value
      return edited
    })
    return tell(refusal, made !== null && done ? done(made) : null)
  }
  const look = (id: FormatId, at: string) => {
    choose(id)
    choosePhase(null)
    focusOn(at)
  }
  const placed = (id: PhaseId) => (now: Format) => {
    const place = now.phases.findIndex((one) => one.id === id)
    return { text: words.place(now.phases[place]?.title ?? '', place + 1, now.phases.length) }
  }

  const copy = () => {
    if (format === undefined) return
    const id = newId<FormatId>()
    const titles = Array.from({ length: own.length + 1 }, (_, nth) => words.copyTitle(format.title, nth + 1))
    const isFree = (title: string) => own.every((one) => sameNameKey(one.title) !== sameNameKey(title))
    const title = titles.find(isFree) ?? format.title
    if (
      tell(
        methods.put((others) => copyOf(format, { id, title, own: others })),
        { text: words.copied(title) },
      )
    )
      look(id, nameField)
  }
  const remove = () => {
    if (format === undefined || !isOwn) return
    const at = own.findIndex(({ id }) => id === format.id)
    const putBack = () => {
      if (
        tell(
          methods.put(() => accepted(format)),
          { text: words.isBack(format.title) },
        )
      )
        look(format.id, rowOf(format.id))
    }
    methods.remove(format.id)
    say({ text: words.removed(format.title), undo: putBack })
    const next = own[at + 1] ?? own[at - 1] ?? library[0]
    if (next !== undefined) look(next.id, '.methods-undo button')
  }
  const leaveOut = (id: PhaseId) => {
    const before = format
    const gone = format?.phases.find((one) => one.id === id)
    if (before === undefined || gone === undefined) return
    const putBack = () => {
      const back = (now: Format) => accepted({ ...before, version: now.version + 1 })
      if (!edit(back, () => ({ text: words.isBack(gone.title) }))) return
      choosePhase(id)
      focusOn(`.methods-phases ${rowOf(id)}`)
    }
    edit(
      (now) => removePhase(now, id),
      () => ({ text: words.leftOut(gone.title), undo: putBack }),
    )
  }
  const add = () => {
    if (phase === undefined) return
    settleTyped()
    const place = format?.phases.indexOf(phase) ?? -1
    edit(
      (now) => addPhase(now, phase.id, words.newPhase),
      (now) => {
        const added = now.phases[place + 1]
        if (added !== undefined) choosePhase(added.id)
        return { text: words.added }
      },
    )
    focusOn('.methods-panel input')
  }
  const save = async () => {
    settleTyped()
    if (format === undefined) return
    const now = methods.latest(format.id) ?? format
    const came = await saveFormat(now, open.circle).catch(() => 'failed' as const)
    say({ text: typeof came === 'string' ? words.saved[came] : words.nameStays(came) })
  }
  const bring = async () => {
    settleTyped()
    const came = await bringFormat().catch((): Brought => ({ is: 'unreadable' }))
    if (came.is === 'refused') return say({ text: words.file(came.refusal) })
    if (came.is !== 'format') return say({ text: came.is === 'left' ? words.noFile : words.unreadable })
    const id = newId<FormatId>()
    let taken: FormatId = id
    const refusal = methods.put((others) => {
      const made = takeIn(came.format, { id, own: others })
      if (made.ok) taken = made.value.id
      return made
    })
    say({ text: refusal === null ? words.brought(came.format.title) : words.notTaken(refusal) })
    if (refusal === null) look(taken, rowOf(taken))
  }
  return {
    own,
    format,
    isOwn,
    phase,
    said: methods.failed ? { text: words.notWritten } : said,
    settled: methods.settled,
    choose: (id: FormatId) => {
      if (id !== format?.id) choosePhase(null)
      choose(id)
    },
    choosePhase,
    copy,
    remove,
    add,
    save,
    bring,
    leaveOut,
    rename: (title: string) => edit((now, others) => rename(now, title, others)),
    change: (id: PhaseId, change: PhaseChange) => edit((now) => changePhase(now, id, change)),
    move: (id: PhaseId, by: 1 | -1) => edit((now) => movePhase(now, id, by), placed(id)),
    moveTo: (id: PhaseId, place: number) => edit((now) => movePhaseTo(now, id, place), placed(id)),
    noMinutes: () => say({ text: words.noMinutes }),
  }
}

export type Deeds = ReturnType<typeof useDeeds>
