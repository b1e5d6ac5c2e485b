import type { SessionTrace } from '../../../shared/session/trace'
import { useWords } from '../../words/words'

/** Less than this, in minutes, is not worth a row. */
const least = 0.5

/** What each item was planned for and what it took, in minutes: per item, never per person; folded until somebody asks. */
export function PlannedAndHeld({ items }: Pick<SessionTrace, 'items'>) {
  const { history, items: names, plan } = useWords().console
  const turns = items.filter(({ kind }) => kind === 'turn').map(({ item }) => item)
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
          {rows.map(({ item, kind, planned, actual }) => (
            <tr key={item}>
              <th scope="row">{kind === 'turn' ? plan.turn(turns.indexOf(item) + 1) : names[kind]}</th>
              <td className="tabular">{history.minutes(planned)}</td>
              <td className="tabular">{history.minutes(Math.round(actual))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
