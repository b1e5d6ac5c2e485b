import { Button } from '../../../ui/button'
import { useWords } from '../../../words/words'
import { useAloud } from '../../announcer'
import type { Heard } from './use-checker'

interface ThoughtProps {
  readonly heard: Heard
  /** Lines that were pasted and come after this one. */
  readonly more: number
  readonly onKeep: () => void
  readonly onReword: () => void
  readonly onOffer: () => void
}

/** One thing to think about before a question is on the wall: the words it is about, a sentence, an open wording where there is one. */
export function Thought({ heard, more, onKeep, onReword, onOffer }: ThoughtProps) {
  const words = useWords().console.board.hint
  const { text, marks, sentence, offer } = heard
  const parts = pieces(text, marks)
  useAloud(sentence)
  return (
    <div className="thought" role="group" aria-label={words.label}>
      <p>
        {parts.some(({ marked }) => marked) && (
          <span className="marked">
            {'“'}
            <bdi>
              {parts.map(({ part, marked }, index) =>
                marked ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
              )}
            </bdi>
            {'” '}
          </span>
        )}
        {sentence}
      </p>
      <div className="row">
        <Button keyName="Enter" onPress={onKeep}>
          {words.keep}
        </Button>
        <Button keyName="Esc" onPress={onReword}>
          {words.reword}
        </Button>
        {more > 0 && <span className="soft small">{words.more(more)}</span>}
      </div>
      {offer !== null && (
        <Button kind="quiet" keyName="Tab" onPress={onOffer}>
          <bdi>{offer}</bdi>
        </Button>
      )}
    </div>
  )
}

/** As much of a text as stands around its marks: the marks, and a few words before and after. */
function pieces(text: string, marks: Heard['marks']) {
  const around = 24
  return marks.slice(0, 2).flatMap(({ from, to }, index) => {
    const end = index === 0 ? Math.max(0, from - around) : (marks[0]?.to ?? 0)
    const before = text.slice(end, from)
    const after = index === Math.min(2, marks.length) - 1 ? text.slice(to, to + around) : ''
    return [
      { part: `${index === 0 && end > 0 ? '…' : ''}${before}`, marked: false },
      { part: text.slice(from, to), marked: true },
      { part: `${after}${after !== '' && to + around < text.length ? '…' : ''}`, marked: false },
    ]
  })
}
