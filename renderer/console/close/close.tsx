import { boardOf, type Session } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'

/** After the last round: what stays, what was left out, honestly; then Done. */
export function Close({ session, onDone }: { readonly session: Session; readonly onDone: () => void }) {
  const words = useWords().console.close
  const kept = [...session.takeaways.values()].filter(({ how }) => how === 'kept').length
  const questions = session.plan.agenda.reduce((sum, { id }) => {
    const { shown, waiting, answered } = boardOf(session, id)
    return sum + waiting.length + answered.length + (shown === null ? 0 : 1)
  }, 0)
  return (
    <main className="page close">
      <h1 className="human">{words.thanks}</h1>
      <section className="card receipt" aria-label={words.title}>
        <p>{words.kept(kept)}</p>
        <p>{words.leftOut(questions)}</p>
        <p className="soft small">{words.honest}</p>
      </section>
      <div className="row">
        <Button kind="filled" onPress={onDone}>
          {words.done}
        </Button>
      </div>
    </main>
  )
}
