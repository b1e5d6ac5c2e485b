import { useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'
import type { TextId } from '../../../../shared/basics/ids'
import { asQuestion, askedFrom, longestQuestion, pastedQuestions } from '../../../../shared/board/lines'
import type { OpenBoard } from '../../../../shared/commands/board-commands'
import { useWords } from '../../../words/words'
import { chairNumber } from '../../../../shared/session/session'
import { nameIn } from '../../say-forward'
import type { Conductor, Written } from '../../use-conductor'
import { LineField } from '../line-field'
import { useBank } from './use-bank'
import { Thought } from './thought'
import { useChecker, type Heard } from './use-checker'
import { useKeyShown } from '../../keys/use-keymap'

interface QuestionFieldProps {
  readonly conductor: Conductor
  readonly open: OpenBoard
  readonly field: RefObject<HTMLInputElement | null>
  /** A question that is put in other words; null for a new one. */
  readonly rewording: TextId | null
  readonly onReword: (question: TextId | null) => void
  /** A new question as far as it is written; it waits while another is put in other words. */
  readonly draft: QuestionDraft
  readonly onDraft: (draft: QuestionDraft) => void
}

/** What stands in the line, and pasted lines that come after it. */
export interface QuestionDraft {
  readonly text: string
  readonly waiting: readonly string[]
}

/**
 * The line to write a question in. Enter writes it, or first says one thing about it: Enter again keeps it, Tab takes the
 * other wording, Esc goes on writing. Pasted lines are one question each. ↓ goes into the bank. Nothing of it is kept.
 */
export function QuestionField(props: QuestionFieldProps) {
  const keyShown = useKeyShown()
  const { conductor, open, field, rewording, onReword, draft, onDraft } = props
  const words = useWords().console.board
  const { session } = conductor
  const before = rewording === null ? '' : (session.texts.get(rewording)?.text ?? '')
  const [reworded, setReworded] = useState(before)
  const text = rewording === null ? draft.text : reworded
  const [heard, setHeard] = useState<Heard | null>(null)
  const check = useChecker(session)
  const bank = useBank(session, open, rewording === null ? text : null)
  const { question, owner } = written(conductor, text)

  const put = (next: string, waiting = draft.waiting) => {
    if (rewording === null) onDraft({ text: next, waiting })
    else setReworded(next)
    setHeard(null)
    bank.close()
  }
  const send = (what: Written, leave: () => void) => {
    if (rewording !== null) {
      if (what.text !== before) conductor.rewordQuestion(rewording, what)
      onReword(null)
      return leave()
    }
    conductor.writeQuestions([what])
    const [next, ...rest] = draft.waiting
    put(next ?? '', rest)
    if (next !== undefined) setHeard(check(written(conductor, next).question))
    else if (session.scribe === null) leave()
  }
  const enter = (leave: () => void) => {
    const taken = bank.chosen
    if (taken !== null) return send({ text: taken }, leave)
    if (question === '') {
      if (rewording !== null) onReword(null)
      return leave()
    }
    const thought = heard === null && question !== before ? check(question) : null
    if (thought !== null) return setHeard(thought)
    send({ text: question, ...(owner === null ? {} : { owner }) }, leave)
  }
  const takeOffer = () => {
    if (heard?.offer == null) return
    // Whose question it is stays with it.
    put(owner === null ? heard.offer : `${chairNumber(session, owner)} ${heard.offer}`)
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent): boolean => {
    if (event.key === 'Tab' && !event.shiftKey && heard?.offer != null) takeOffer()
    else if (event.key === 'Escape' && heard !== null) setHeard(null)
    else if (event.key === 'Escape' && bank.isOpen) bank.close()
    else if (event.key === 'Escape' && rewording !== null) onReword(null)
    else if (event.key === 'ArrowDown' && heard === null) bank.move(1)
    else if (event.key === 'ArrowUp' && bank.isOpen) bank.move(-1)
    else return false
    event.preventDefault()
    return true
  }
  const paste = (event: ClipboardEvent) => {
    const lines = pastedQuestions(event.clipboardData.getData('text/plain'))
    if (lines.length < 2 || rewording !== null) return
    event.preventDefault()
    const read = lines.map((line) => ({ line, ...written(conductor, line) }))
    const good = read.filter(({ question: asked }) => check(asked) === null)
    conductor.writeQuestions(
      good.map(({ question: asked, owner: by }) => ({ text: asked, ...(by === null ? {} : { owner: by }) })),
    )
    const others = read.filter((one) => !good.includes(one)).map(({ line }) => line)
    // What was begun before stays in the line, and what was pasted comes after it.
    if (text.trim() !== '') return put(text, [...others, ...draft.waiting])
    const [next, ...rest] = [...others, ...draft.waiting]
    if (next === undefined) return
    put(next, rest)
    setHeard(check(written(conductor, next).question))
  }
  const leaveField = () => field.current?.blur()
  return (
    <div className="question-field">
      <LineField
        label={
          <>
            {rewording === null ? words.write : words.rewording}{' '}
            <kbd aria-hidden="true">{keyShown('write')}</kbd>
            {owner !== null && <span className="soft small">{words.asks(nameIn(session, owner))}</span>}
          </>
        }
        field={field}
        maxLength={longestQuestion}
        value={text}
        onChange={put}
        onEnter={enter}
        onKey={keys}
        onPaste={paste}
        suggests={bank.suggests}
        takesFocus={rewording !== null}
        placeholder={session.plan.namesOnBoard ? words.whose : undefined}
      />
      {heard !== null && (
        <Thought
          heard={heard}
          more={draft.waiting.length}
          onKeep={() => enter(leaveField)}
          onReword={() => {
            setHeard(null)
            field.current?.focus()
          }}
          onOffer={takeOffer}
        />
      )}
      {heard === null && bank.list}
    </div>
  )
}

/** What a line asks, and whose question it is where names stand on the board. */
function written({ session }: Conductor, text: string) {
  const named = session.plan.namesOnBoard ? askedFrom(text) : null
  const owner = named === null ? undefined : session.chairs[named.chair - 1]
  return named !== null && owner !== undefined && session.here.has(owner)
    ? { question: asQuestion(named.question), owner }
    : { question: asQuestion(text), owner: null }
}
