import { useState } from 'react'
import type { Instant } from '../../../shared/basics/time'
import type { Level, Retention } from '../../../shared/circle/circle'
import { due, steadyNow } from '../../../shared/travel/due'
import { forgetSession } from '../../../shared/travel/forget'
import type { CircleState } from '../../../shared/travel/state'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Part, type PartProps } from './part'

const retentions: readonly Retention[] = [0, 7, 30, 90]

/** The circle with another time for what was kept; what has had that time goes with it. */
const keptFor = (state: CircleState, retention: Retention, now: Instant): CircleState =>
  due(state.kept, state.traces, retention, now).reduce<CircleState>(forgetSession, {
    ...state,
    circle: { ...state.circle, retention, version: state.circle.version + 1 },
  })

/** How long what was kept stays. */
export function StaysPart({ open, onWrite, now }: PartProps & { readonly now: () => Instant }) {
  const words = useWords().console.circle
  const { retention } = open.circle
  const [wished, setWished] = useState<Retention>(retention)
  // A clock that was set back makes nothing younger.
  const then = () => steadyNow(open.seenAt ?? now(), now())
  const goneBy = (days: Retention) => due(open.kept, open.traces, days, then()).length
  const set = (days: Retention) =>
    void onWrite((state) => keptFor(state, days, then())).then((done) => {
      if (!done) setWished(retention)
    })
  const choose = (days: Retention) => {
    setWished(days)
    if (days !== retention && goneBy(days) === 0) set(days)
  }
  const asks = wished !== retention && goneBy(wished) > 0
  return (
    <Part title={words.stays}>
      <div className="row" role="group" aria-label={words.stays}>
        {retentions.map((days) => (
          <Button key={days} pressed={wished === days} onPress={() => choose(days)}>
            {words.retention(days)}
          </Button>
        ))}
      </div>
      <div className="row" role="status">
        {asks && (
          <>
            <span>{words.retentionForgets(goneBy(wished))}</span>
            <Button onPress={() => set(wished)}>{words.retentionNow}</Button>
          </>
        )}
      </div>
      <p className="soft small">{words.staysMore}</p>
    </Part>
  )
}

const levels: readonly Level[] = ['C0', 'C1', 'C2', 'C3', 'C4']

/** What the agreement allows to be kept, and to leave. */
export function LevelPart({ open, onWrite }: PartProps) {
  const words = useWords().console.circle
  const { level } = open.circle
  const choose = (next: Level) =>
    void onWrite((state) => ({
      ...state,
      circle: { ...state.circle, level: next, version: state.circle.version + 1 },
    }))
  return (
    <Part title={words.level}>
      <div className="row" role="group" aria-label={words.level}>
        {levels.map((one) => (
          <Button key={one} pressed={level === one} onPress={() => one !== level && choose(one)}>
            {words.levels[one][0]}
          </Button>
        ))}
      </div>
      <p role="status">{words.levels[level][1]}</p>
      <p className="soft small">{words.levelMore}</p>
    </Part>
  )
}
