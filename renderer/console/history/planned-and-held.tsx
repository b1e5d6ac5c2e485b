import { drillItem } from '../../../shared/session/edit-agenda'
import type { SessionTrace } from '../../../shared/session/trace'
import { useWords } from '../../words/words'

/** Less than this, in minutes, is not worth a row. */
const least = 0.5

/** What each item was planned for and what it took, in minutes: per item, never per person; folded until somebody asks. */
export function PlannedAndHeld({ items }: Pick<SessionTrace, 'items'>) {
  const { history, items: names, plan, drills } = useWords().console
  const turns = items
    .filter(({ kind, item }) => kind === 'turn' && item !== drillItem)
    .map(({ item }) => item)
  const nameOf = ({ item, kind }: SessionTrace['items'][number]): string => {
    if (item === drillItem) return drills.drill
    return kind === 'turn' ? plan.turn(turns.indexOf(item) + 1) : names[kind]
  }
  const rows = items.filter(({ planned, actual }) => planned >= least || actual >= least)
  if (rows.length === 0) return null
  return (
    <details className="planned-held">
      <summary>{history.plannedAndHeld}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{history.part}</th>
            <th scope="col">{history.planned}</th>
            <th scope="col">{history.held}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.item}>
              <th scope="row">{nameOf(row)}</th>
              <td className="tabular">{history.minutes(row.planned)}</td>
              <td className="tabular">{history.minutes(Math.round(row.actual))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
