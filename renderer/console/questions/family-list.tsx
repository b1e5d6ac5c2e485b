import { families } from '../../../shared/craft/bank'
import type { Shelf } from '../../../shared/craft/shelf'
import { useWords } from '../../words/words'
import { useRows } from '../plan/use-rows'
import { inView, type View } from './use-questions'

const views: readonly View[] = ['favourites', 'own', ...families.map(({ id }) => id)]

/** How many a circle likes and wrote is worth a number; a family always has as many. */
const isOurs = (view: View): boolean => view === 'favourites' || view === 'own'

interface FamilyListProps {
  readonly shelf: Shelf
  /** What is looked at; null while something is searched for. */
  readonly chosen: View | null
  readonly onLook: (view: View) => void
}

/** What the circle likes and wrote, then the families; the arrows go through all. */
export function FamilyList({ shelf, chosen, onLook }: FamilyListProps) {
  const { questions } = useWords().console
  const { list, tab, onFocus, onKeyDown } = useRows(views, { move: () => undefined })
  return (
    <nav className="questions-families" aria-label={questions.title}>
      <ol ref={list} onKeyDown={onKeyDown}>
        {views.map((view) => {
          const count = isOurs(view) ? inView(view, shelf).length : null
          return (
            <li key={view} className="questions-family" data-row={view}>
              <button
                type="button"
                data-part="name"
                tabIndex={tab(view)}
                aria-current={view === chosen}
                onFocus={() => {
                  onFocus(view)
                  // While something is searched for, passing by with Tab leaves it there.
                  if (chosen !== null) onLook(view)
                }}
                onClick={() => onLook(view)}
              >
                {count !== null && (
                  <span className="hidden-label">{questions.row(questions.titles[view], count)}</span>
                )}
                <span aria-hidden={count !== null}>{questions.titles[view]}</span>
                {count !== null && (
                  <span className="soft small tabular" aria-hidden="true">
                    {count}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
