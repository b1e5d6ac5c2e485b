import { useCallback, useId, useRef, type KeyboardEvent } from 'react'
import type { OpenCircle } from '../../data/circles'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useBackKey } from '../use-back-key'
import { FamilyList } from './family-list'
import { QuestionField } from './question-field'
import { QuestionList } from './question-list'
import './questions.css'
import { useQuestions, type Questions } from './use-questions'

interface QuestionsScreenProps {
  readonly open: OpenCircle
  /** The circle as it is from now on. */
  readonly onChanged: (open: OpenCircle) => void
  readonly onBack: () => void
}

/** The bank of questions by family, what the circle likes of it, and what it wrote itself. */
export function QuestionsScreen({ open, onChanged, onBack }: QuestionsScreenProps) {
  const words = useWords().console.questions
  const page = useRef<HTMLElement>(null)
  const deeds = useQuestions(open, onChanged, page)
  const { settled } = deeds
  // What was changed is on disk before anything is read anew.
  const leave = useCallback(() => void settled().then(onBack), [settled, onBack])
  useBackKey(leave)
  return (
    <main className="questions" ref={page}>
      <header className="row questions-top">
        <h1 className="human">
          {words.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <SearchField deeds={deeds} />
        <Button kind="quiet" keyName="Esc" onPress={leave}>
          {words.back}
        </Button>
      </header>
      <div className="questions-columns">
        <FamilyList shelf={deeds.shelf} chosen={deeds.isSearch ? null : deeds.view} onLook={deeds.look} />
        <Shown deeds={deeds} />
      </div>
      <Foot deeds={deeds} />
    </main>
  )
}

/** Finds while it is typed; ↓ goes to what was found, Esc clears it. */
function SearchField({ deeds }: { readonly deeds: Questions }) {
  const words = useWords().console.questions
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('.questions-rows [data-part="name"]')?.focus()
    }
    if (event.key !== 'Escape' || deeds.query === '') return
    event.stopPropagation()
    deeds.search('')
  }
  return (
    <span className="questions-search">
      <label htmlFor={id} className="hidden-label">
        {words.search}
      </label>
      <input
        id={id}
        type="text"
        dir="auto"
        autoFocus
        spellCheck={false}
        autoComplete="off"
        maxLength={100}
        placeholder={words.search}
        value={deeds.query}
        onChange={({ target }) => deeds.search(target.value)}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}

/** The questions of a family with when it helps, or what was found. */
function Shown({ deeds }: { readonly deeds: Questions }) {
  const words = useWords().console.questions
  const { isSearch, view, shown } = deeds
  const title = isSearch ? words.found(shown.length) : words.titles[view]
  const none = isSearch ? words.tryAnother : view === 'own' ? words.noOwn : words.noFavourites
  return (
    <section className="questions-shown" aria-label={title}>
      <div className="questions-head">
        <h2 className="human" aria-live="polite">
          {title}
        </h2>
        <p className="soft">{isSearch ? words.foundHow : words.helps[view]}</p>
      </div>
      {view === 'own' && !isSearch && (
        <div className="questions-add">
          <QuestionField label={words.write} placeholder={words.write} onSettle={deeds.add} />
        </div>
      )}
      {shown.length === 0 ? (
        <p className="soft questions-none">{none}</p>
      ) : (
        <QuestionList
          key={isSearch ? 'search' : view}
          deeds={deeds}
          withFamily={isSearch || view === 'favourites'}
        />
      )}
    </section>
  )
}

/** What the last deed came to, and how it is undone; else what the keys do. */
function Foot({ deeds }: { readonly deeds: Questions }) {
  const words = useWords().console.questions
  const { said, view, isSearch } = deeds
  const hint = view === 'own' && !isSearch ? words.ownHint : words.hint
  return (
    <footer className="row questions-foot">
      <p className={said === null ? 'soft small' : ''} aria-live="polite">
        {said?.text ?? hint}
      </p>
      {said?.undo !== undefined && (
        <span className="questions-undo">
          <Button onPress={said.undo}>{words.putBack}</Button>
        </span>
      )}
    </footer>
  )
}
