import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import {
  checkDots,
  letterOf,
  mostLines,
  noDots,
  pressDots,
  takenUp,
  usualDots,
  type Dots,
} from '../../../shared/board/dots'
import type { TextId } from '../../../shared/basics/ids'
import { currentStep, seated, type Session } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import type { Conductor } from '../use-conductor'

/** The lines of the present item that can be chosen among: those that are written down without a name. */
export function linesToChoose(session: Session): readonly TextId[] {
  const item = currentStep(session)?.item
  return session.words.filter((text) => session.texts.get(text)?.item === item).slice(-mostLines)
}

interface DotsSheetProps {
  readonly conductor: Conductor
  readonly onClose: () => void
}

/** Everybody says their lines, one keyboard sets the dots: a letter, one dot. Only what is taken up goes to the wall. */
export function DotsSheet({ conductor: { session, record }, onClose }: DotsSheetProps) {
  const words = useWords().console.dots
  const lines = linesToChoose(session)
  const [dots, setDots] = useState<Dots>(() => noDots(lines.length))
  const [each, setEach] = useState(usualDots)
  const sheet = useRef<HTMLElement>(null)
  const item = currentStep(session)?.item
  const people = seated(session).length
  const check = checkDots(dots, people, each)
  const taken = takenUp(dots)
  useEffect(() => sheet.current?.focus(), [])
  const take = () => {
    const texts = taken.flatMap((line) => lines[line] ?? [])
    if (item === undefined || texts.length === 0) return
    record([{ type: 'themes-chosen', item, texts }])
    onClose()
  }
  const pressed = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, nativeEvent } = event
    if (ctrlKey || metaKey || altKey || nativeEvent.isComposing || key.startsWith('Page')) return
    const onButton = event.target instanceof HTMLButtonElement
    if (onButton && (key === 'Enter' || key === ' ' || key === 'Tab')) return event.stopPropagation()
    const next = pressDots(dots, keyOf(event))
    if (next !== null) setDots(next)
    else if (key === 'Enter') take()
    else if (key === 'Escape') onClose()
    else if (key === '+' || key === '=') setEach(Math.min(9, each + 1))
    else if (key === '-') setEach(Math.max(1, each - 1))
    else if (key !== 'Tab') return event.stopPropagation()
    if (key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }
  const standing =
    check.kind === 'many'
      ? words.many(check.set, people, each)
      : `${words.total(check.set, check.there)}${check.kind === 'few' && check.set > 0 ? ` · ${words.few(check.there - check.set)}` : ''}`
  useAloud(standing)
  return (
    <section
      className="sheet dots-sheet"
      role="dialog"
      aria-label={words.title}
      ref={sheet}
      tabIndex={-1}
      onKeyDown={pressed}
    >
      <h2>{words.title}</h2>
      <p className="soft small">{words.how}</p>
      <ol className="dots">
        {lines.map((id, line) => {
          const count = dots.counts[line] ?? 0
          const text = session.texts.get(id)?.text ?? ''
          return (
            <li
              key={id}
              className={taken.includes(line) ? 'dots-line taken' : 'dots-line'}
              aria-current={line === dots.at ? 'true' : undefined}
              aria-label={words.dots(text, count)}
            >
              <kbd aria-hidden="true">{letterOf(line).toUpperCase()}</kbd>
              <bdi>{text}</bdi>
              <span className="tabular">{count}</span>
            </li>
          )
        })}
      </ol>
      <p className={check.kind === 'many' ? 'too-many' : 'soft'}>{standing}</p>
      <div className="row">
        <Button kind="filled" keyName="Enter" onPress={take}>
          {words.take(taken.length)}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onClose}>
          {words.leave}
        </Button>
        <span className="spring" />
        <span className="soft small">{words.each(each)}</span>
        <Button kind="quiet" keyName="−" onPress={() => setEach(Math.max(1, each - 1))}>
          {words.fewer}
        </Button>
        <Button kind="quiet" keyName="+" onPress={() => setEach(Math.min(9, each + 1))}>
          {words.more}
        </Button>
      </div>
    </section>
  )
}

/** A key as dots know it: letters and digits by their place where the layout has no Latin ones. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z\d]$/i.test(key)) return key.toLowerCase()
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)
  return key.length === 1 && place !== null ? (place[1]?.toLowerCase() ?? place[2] ?? key) : key
}
