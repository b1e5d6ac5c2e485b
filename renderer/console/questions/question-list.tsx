import type { KeyboardEvent } from 'react'
import type { BankQuestion } from '../../../shared/craft/search-bank'
import { useWords } from '../../words/words'
import { Mini } from '../plan/mini'
import { useRows } from '../plan/use-rows'
import { QuestionField } from './question-field'
import type { Questions } from './use-questions'

/** The questions that are looked at: a star for each, and for the circle's own ones other words. */
export function QuestionList({
  deeds,
  withFamily,
}: {
  readonly deeds: Questions
  readonly withFamily: boolean
}) {
  const { questions } = useWords().console
  const { shown } = deeds
  const { list, tab, onFocus, onKeyDown } = useRows(
    shown.map(({ id }) => id),
    { move: () => undefined, leaveOut: deeds.remove, rename: deeds.beginRewording },
  )
  // What is typed into a question is not a key for its row.
  const onRowKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement)) onKeyDown(event)
  }
  return (
    <ol ref={list} className="questions-rows" onKeyDown={onRowKey} aria-label={questions.title}>
      {shown.map((question) => (
        <li
          key={question.id}
          className="questions-row"
          data-row={question.id}
          onFocus={() => onFocus(question.id)}
        >
          {deeds.rewording === question.id ? (
            <QuestionField
              label={questions.newWords}
              value={question.text}
              onSettle={(typed) => deeds.reword(question.id, typed)}
              onLeave={() => deeds.leaveRewording(question.id)}
            />
          ) : (
            <Row question={question} tab={tab(question.id)} withFamily={withFamily} deeds={deeds} />
          )}
        </li>
      ))}
    </ol>
  )
}

interface RowProps {
  readonly question: BankQuestion
  readonly tab: 0 | -1
  readonly withFamily: boolean
  readonly deeds: Questions
}

function Row({ question: { id, family, text, favourite }, tab, withFamily, deeds }: RowProps) {
  const { questions } = useWords().console
  return (
    <>
      <button
        type="button"
        data-part="name"
        tabIndex={tab}
        aria-pressed={favourite}
        onClick={() => deeds.star(id)}
      >
        <Star />
        <bdi>{text}</bdi>
        {withFamily && <span className="soft small">{questions.titles[family]}</span>}
      </button>
      {family === 'own' && (
        <span className="row-actions">
          <Mini label={questions.reword(text)} onPress={() => deeds.beginRewording(id)}>
            {'✎'}
          </Mini>
          <Mini label={questions.remove(text)} onPress={() => deeds.remove(id)}>
            {'×'}
          </Mini>
        </span>
      )}
    </>
  )
}

/** A star: filled where its button is pressed. */
const Star = () => (
  <svg className="star" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 2.8l2.8 5.9 6.4.9-4.6 4.5 1.1 6.4-5.7-3.1-5.7 3.1 1.1-6.4L2.8 9.6l6.4-.9z" />
  </svg>
)
