import { useState, type RefObject } from 'react'
import { shelfOf, withQuestions } from '../../../shared/craft/of-circle'
import { searchBank, questionsOf, type BankQuestion } from '../../../shared/craft/search-bank'
import { addOwn, rewordOwn } from '../../../shared/craft/own-questions'
import {
  putOwn,
  removeOwn,
  shelfPlace,
  turnStar,
  type QuestionRefusal,
  type Shelf,
} from '../../../shared/craft/shelf'
import type { Result } from '../../../shared/basics/result'
import type { FamilyId } from '../../../shared/craft/family'
import type { OpenCircle } from '../../data/circles'
import { newId } from '../../data/new-id'
import { useWords } from '../../words/words'
import { useCircleWrites } from '../use-circle-writes'
import { useFocusOn } from '../use-focus-on'

/** What is looked at: a family, or what the circle likes or wrote. */
export type View = FamilyId | 'favourites' | 'own'

/** What is said of the last deed, and how it is undone where it can be. */
interface Said {
  readonly text: string
  readonly undo?: () => void
}

/** The questions of a view, in their order. */
export const inView = (view: View, shelf: Shelf): readonly BankQuestion[] =>
  view === 'favourites'
    ? searchBank('', shelf, null).filter(({ favourite }) => favourite)
    : questionsOf(view, shelf)

export const rowOf = (id: string) => `.questions-rows [data-row="${CSS.escape(id)}"] [data-part="name"]`
export const addField = '.questions-add input'

/** The questions of a circle, which of them are looked at, and what can be done with them. */
export function useQuestions(
  open: OpenCircle,
  onChanged: (open: OpenCircle) => void,
  page: RefObject<HTMLElement | null>,
) {
  const words = useWords().console.questions
  const { circle, latest, change, failed, settled } = useCircleWrites(open, onChanged)
  const [view, setView] = useState<View>('favourites')
  const [query, setQuery] = useState('')
  const [rewording, reword] = useState<string | null>(null)
  const [said, say] = useState<Said | null>(null)
  const focusOn = useFocusOn(page)
  const shelf = shelfOf(circle)
  const isSearch = query.trim() !== ''
  const shown = isSearch ? searchBank(query, shelf, null) : inView(view, shelf)

  const put = (next: Shelf) => {
    const now = latest()
    if (next !== shelfOf(now)) change({ ...withQuestions(now, next), version: now.version + 1 })
  }
  /** Puts what a deed gives, and says what it came to; gives whether it could be. */
  const settle = (made: Result<Shelf, QuestionRefusal>, done: string): boolean => {
    if (made.ok) put(made.value)
    say({ text: made.ok ? done : words.refusal(made.refusal) })
    return made.ok
  }
  /** Where the keys go when a row is no longer there. */
  const beside = (id: string): string => {
    const at = shown.findIndex((one) => one.id === id)
    const next = shown[at + 1] ?? shown[at - 1]
    return next !== undefined
      ? rowOf(next.id)
      : view === 'own'
        ? addField
        : '.questions-families [tabindex="0"]'
  }
  /** Somewhere else, what was said last says nothing; what can be undone stays. */
  const moveOn = () => say((last) => (last?.undo === undefined ? null : last))
  const look = (next: View) => {
    if (next !== view) moveOn()
    setView(next)
    setQuery('')
    reword(null)
  }
  return {
    shelf,
    view,
    query,
    isSearch,
    shown,
    rewording,
    said: failed ? { text: words.notWritten } : said,
    settled,
    look,
    search: (typed: string) => {
      setQuery(typed)
      moveOn()
      reword(null)
    },
    star: (id: string) => {
      if (view === 'favourites' && !isSearch) focusOn(beside(id))
      say(null)
      put(turnStar(shelfOf(latest()), id))
    },
    add: (typed: string): boolean => settle(addOwn(shelfOf(latest()), newId(), typed), words.added),
    remove: (id: string) => {
      const before = shelfOf(latest())
      const question = before.own.find((one) => one.id === id)
      if (question === undefined) return
      const where = shelfPlace(before, id)
      focusOn(beside(id))
      put(removeOwn(before, id))
      const putBack = () => {
        const anew = { ...question, id: newId<string>() }
        put(putOwn(shelfOf(latest()), anew, where))
        say({ text: words.isBack })
        focusOn(rowOf(anew.id))
      }
      say({ text: words.removed, undo: putBack })
    },
    /** Opens the field of an own question. */
    beginRewording: (id: string) => {
      if (shelf.own.some((one) => one.id === id)) reword(id)
    },
    leaveRewording: (id: string) => {
      reword(null)
      focusOn(rowOf(id))
    },
    reword: (id: string, typed: string): boolean => {
      const before = shelfOf(latest())
      const newOne = newId<string>()
      const made = rewordOwn(before, { id, newId: newOne, typed })
      const isDone = settle(made, words.reworded)
      if (!isDone) return false
      if (made.ok && made.value === before) say(null)
      reword(null)
      focusOn(rowOf(made.ok && made.value === before ? id : newOne))
      return true
    },
  }
}

export type Questions = ReturnType<typeof useQuestions>
