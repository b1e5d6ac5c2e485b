import { useState } from 'react'
import type { AgendaTemplate } from '../../../shared/circle/agenda-template'
import { cleanName } from '../../../shared/circle/names'
import {
  longestTemplateName,
  withoutTemplate,
  withTemplate,
  type TemplateRefusal,
} from '../../../shared/session/template'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useLeave } from './use-leave'

interface AgendasPanelProps {
  readonly agendas: readonly AgendaTemplate[]
  /** The present agenda under a name, as it would be put by. */
  readonly present: (name: string) => AgendaTemplate
  readonly onKeep: (agendas: readonly AgendaTemplate[]) => void
  readonly onUse: (template: AgendaTemplate) => void
  readonly onLeave: () => void
}

type Said =
  | { readonly kind: 'put'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: TemplateRefusal['kind'] }
  /** What was taken out, and what there was before. */
  | { readonly kind: 'removed'; readonly name: string; readonly before: readonly AgendaTemplate[] }

/** The agendas that the circle has put by: use one, put the present one by, take one out. */
export function AgendasPanel({ agendas, present, onKeep, onUse, onLeave }: AgendasPanelProps) {
  const { agendas: ours, minutesShort } = useWords().console
  const words = ours.kept
  const panel = useLeave(onLeave)
  const [name, setName] = useState('')
  const [said, setSaid] = useState<Said | null>(null)
  const keep = () => {
    const found = withTemplate(agendas, present(name))
    if (!found.ok) return setSaid({ kind: 'refused', why: found.refusal.kind })
    onKeep(found.value)
    setName('')
    setSaid({ kind: 'put', name: cleanName(name) })
  }
  const remove = (gone: string) => {
    onKeep(withoutTemplate(agendas, gone))
    setSaid({ kind: 'removed', name: gone, before: agendas })
  }
  return (
    <section ref={panel} className="plan-column plan-agendas" aria-label={words.title}>
      <h2>{words.title}</h2>
      {agendas.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plan-list">
        {agendas.map((template) => (
          <li key={template.name} className="plan-row">
            <button type="button" className="plan-name" onClick={() => onUse(template)}>
              <bdi>{words.use(template.name, minutesShort(template.minutes))}</bdi>
            </button>
            <button
              type="button"
              className="mini"
              aria-label={words.remove(template.name)}
              title={words.remove(template.name)}
              onClick={() => remove(template.name)}
            >
              {'×'}
            </button>
          </li>
        ))}
      </ul>
      <div className="row plan-put">
        <input
          type="text"
          dir="auto"
          autoFocus
          spellCheck={false}
          autoComplete="off"
          className="plan-newcomer"
          aria-label={words.name}
          placeholder={words.name}
          value={name}
          maxLength={longestTemplateName * 4}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
        />
        <Button disabled={cleanName(name) === ''} onPress={keep}>
          {words.keep}
        </Button>
      </div>
      <p className="small plan-said" aria-live="polite">
        {said?.kind === 'put' && words.put(said.name)}
        {said?.kind === 'refused' && words.refused[said.why]}
        {said?.kind === 'removed' && words.removed(said.name)}
      </p>
      <div className="row">
        {said?.kind === 'removed' && (
          <Button
            onPress={() => {
              onKeep(said.before)
              setSaid(null)
            }}
          >
            {words.bringBack}
          </Button>
        )}
        <Button kind="quiet" keyName="Esc" onPress={onLeave}>
          {words.back}
        </Button>
      </div>
    </section>
  )
}
