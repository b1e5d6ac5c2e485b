// Agendas that a circle has put by under a name, and what one comes to when it is used again.
import type { FormatId, ItemId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import type { AgendaTemplate, TemplateItem } from '../circle/agenda-template'
import { cleanName, graphemesOf, sameNameKey } from '../circle/names'
import type { Format } from '../formats/format'
import { suits } from '../formats/library/library'
import { hinders, settleDrafts, withinLimits, type Draft, type DraftWish, type Settled } from './draft-agenda'
import { isDrillItem, type Agenda } from './edit-agenda'
import { usualMinutes } from './plan'

/** How many agendas a circle puts by, and how long a name may be, in letters. */
export const mostTemplates = 12
export const longestTemplateName = 40

export type TemplateRefusal =
  { readonly kind: 'no-name' } | { readonly kind: 'name-too-long' } | { readonly kind: 'too-many' }

/** An agenda as it is put by. Turns whose format was not named are decided in the room again; a drill is proposed anew each time. */
export function templateOf(
  agenda: Agenda,
  {
    name,
    minutes,
    named,
  }: { readonly name: string; readonly minutes: number; readonly named: ReadonlyMap<ItemId, FormatId> },
): AgendaTemplate {
  const items = agenda.flatMap((item): readonly TemplateItem[] => {
    if (isDrillItem(item)) return []
    if (item.kind === 'turn') return [{ kind: 'turn', format: named.get(item.id) ?? null }]
    return item.kind === 'opening' ? [] : [{ kind: item.kind, minutes: item.minutes }]
  })
  return { name, minutes, items }
}

const isNamed = (name: string) => (template: AgendaTemplate) =>
  sameNameKey(template.name) === sameNameKey(name)

/**
 * The agendas with one more, or with that of the same name replaced in its place. Refuses an empty name, one of more than forty
 * letters, and a thirteenth agenda.
 */
export function withTemplate(
  templates: readonly AgendaTemplate[],
  template: AgendaTemplate,
): Result<readonly AgendaTemplate[], TemplateRefusal> {
  const name = cleanName(template.name)
  if (name === '') return refused({ kind: 'no-name' })
  if (graphemesOf(name).length > longestTemplateName) return refused({ kind: 'name-too-long' })
  const place = templates.findIndex(isNamed(name))
  if (place !== -1) return accepted(templates.with(place, { ...template, name }))
  if (templates.length >= mostTemplates) return refused({ kind: 'too-many' })
  return accepted([...templates, { ...template, name }])
}

/** The agendas without one. */
export const withoutTemplate = (
  templates: readonly AgendaTemplate[],
  name: string,
): readonly AgendaTemplate[] => templates.filter((template) => !isNamed(name)(template))

/** What could not be as it was put by; one is said. */
export type TemplateNote =
  /** A format that is there no more. */
  | { readonly kind: 'format-gone' }
  | { readonly kind: 'does-not-suit'; readonly title: string }
  /** More turns than people: so many were left out. */
  | { readonly kind: 'fewer-turns'; readonly count: number }

export interface FromTemplate extends Pick<Settled, 'agenda' | 'named'> {
  readonly note: TemplateNote | null
}

interface Drafted {
  readonly drafts: readonly Draft[]
  readonly notes: readonly TemplateNote[]
  readonly left: number
}

/** A turn of a template: the format that it names where that is there and suits, else the usual one. */
function drafted(all: Drafted, item: TemplateItem, from: number, wish: DraftWish): Drafted {
  if (item.kind !== 'turn') {
    if (item.kind === 'last-commitments' && wish.toReview === 0) return all
    const { minutes } = withinLimits(item.kind, item.minutes, wish.people)
    const draft: Draft = { part: item.kind, minutes, format: wish.usual, isNamed: false, from: [from] }
    return { ...all, drafts: [...all.drafts, draft] }
  }
  const wanted: Format | undefined = wish.formats.find(({ id }) => id === item.format)
  const isSuiting = wanted !== undefined && suits(wanted, wish)
  const format = isSuiting ? wanted : wish.usual
  if (hinders(format, all.drafts, wish.people) !== null) return { ...all, left: all.left + 1 }
  const note: readonly TemplateNote[] =
    item.format === null || isSuiting
      ? []
      : wanted === undefined
        ? [{ kind: 'format-gone' }]
        : [{ kind: 'does-not-suit', title: wanted.title }]
  const draft: Draft = {
    part: 'turn',
    minutes: usualMinutes(format),
    format,
    isNamed: isSuiting,
    from: [from],
  }
  return { drafts: [...all.drafts, draft], notes: [...all.notes, ...note], left: all.left }
}

/**
 * A template as the agenda of so many people: rounds take at least their floor, a format that is gone or does not suit gives way to
 * the usual one, last time's commitments stand there only where something is open. Total: what is put by can always be used.
 */
export function fromTemplate(template: AgendaTemplate, wish: DraftWish): FromTemplate {
  const { drafts, notes, left } = template.items.reduce<Drafted>(
    (all, item, index) => drafted(all, item, index, wish),
    { drafts: [], notes: [], left: 0 },
  )
  const { agenda, named } = settleDrafts(drafts, wish)
  const fewer: readonly TemplateNote[] = left === 0 ? [] : [{ kind: 'fewer-turns', count: left }]
  return { agenda, named, note: [...notes, ...fewer][0] ?? null }
}
