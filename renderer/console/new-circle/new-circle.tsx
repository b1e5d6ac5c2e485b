import { useId, useMemo, useState } from 'react'
import { parseMinutes } from '../../../shared/basics/parse-minutes'
import type { Help } from '../../../shared/circle/circle'
import { cleanName, parseNames } from '../../../shared/circle/names'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { newAgenda } from '../../../shared/session/plan'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { AgendaPreview } from './agenda-preview'

/** What the first minute asks for. */
export interface FirstMinute {
  readonly name: string
  readonly names: readonly string[]
  readonly minutes: number
  readonly help: Help
}

interface NewCircleProps {
  readonly usualName: string
  readonly onBegin: (answers: FirstMinute) => void
  readonly onBack: () => void
}

const lengths = [60, 90, 120] as const
const helps: readonly Help[] = ['questions', 'ideas', 'being-heard', 'a-little-of-each']

/** One page, three questions, no steps; the session appears beside them while somebody types. */
export function NewCircle({ usualName, onBegin, onBack }: NewCircleProps) {
  const words = useWords().console.newCircle
  const ids = { name: useId(), names: useId(), minutes: useId(), trouble: useId(), minutesTrouble: useId() }
  const [name, setName] = useState(usualName)
  const [names, setNames] = useState('')
  const [length, setLength] = useState<number | 'typed'>(60)
  const [typed, setTyped] = useState('')
  const [help, setHelp] = useState<Help>('questions')
  const list = useMemo(() => parseNames(names), [names])
  const minutes = length === 'typed' ? parseMinutes(typed) : ({ ok: true, value: length } as const)
  const agenda = minutes.ok
    ? newAgenda({
        minutes: minutes.value,
        people: Math.max(3, list.names.length),
        format: shortQuestionRound,
      })
    : null
  const ready = list.trouble.length === 0 && minutes.ok && agenda?.ok === true
  const begin = () => {
    if (ready && minutes.ok)
      onBegin({
        name: cleanName(name).slice(0, 60) || usualName,
        names: list.names,
        minutes: minutes.value,
        help,
      })
  }
  return (
    <main className="page new-circle">
      <div className="questions-column">
        <div className="row">
          <h1 className="human">{words.title}</h1>
          <span className="spring" />
          <Button kind="quiet" onPress={onBack}>
            {words.back}
          </Button>
        </div>
        <label htmlFor={ids.name}>{words.name}</label>
        <input
          id={ids.name}
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor={ids.names}>{words.who}</label>
        <textarea
          id={ids.names}
          rows={7}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          autoFocus
          value={names}
          placeholder={words.whoHint}
          aria-describedby={ids.trouble}
          onChange={(event) => setNames(event.target.value)}
        />
        <div id={ids.trouble} className="under" aria-live="polite">
          {list.trouble.length === 0 ? (
            <p>{words.people(list.names.length)}</p>
          ) : (
            list.trouble.map((one, index) => <p key={index}>{words.trouble(one)}</p>)
          )}
        </div>
        <fieldset>
          <legend>{words.howLong}</legend>
          <div className="row">
            {lengths.map((value) => (
              <Button key={value} pressed={length === value} onPress={() => setLength(value)}>
                {words.minutes(value)}
              </Button>
            ))}
            <label className="inline">
              <span className="hidden-label">{words.another}</span>
              <input
                type="text"
                className="short"
                placeholder={words.anotherHint}
                value={typed}
                maxLength={20}
                aria-describedby={ids.minutesTrouble}
                // Passing by with Tab chooses nothing; pressing or typing does.
                onPointerDown={() => setLength('typed')}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setLength('typed')
                }}
              />
            </label>
          </div>
          <div id={ids.minutesTrouble} className="under" aria-live="polite">
            {!minutes.ok && <p>{words.minutesTrouble(minutes.refusal)}</p>}
            {agenda !== null && !agenda.ok && (
              <p>{words.tooShort(agenda.refusal.missing, agenda.refusal.needed)}</p>
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend>{words.help}</legend>
          <div className="row">
            {helps.map((value) => (
              <Button key={value} pressed={help === value} onPress={() => setHelp(value)}>
                {words.helps[value]}
              </Button>
            ))}
          </div>
        </fieldset>
        <div className="row begin-row">
          <Button kind="filled" disabled={!ready} onPress={begin}>
            {list.names.length === 0 ? words.beginNobody : words.begin(list.names.length)}
          </Button>
        </div>
      </div>
      <AgendaPreview agenda={agenda?.ok ? agenda.value : []} minutes={minutes.ok ? minutes.value : null} />
    </main>
  )
}
