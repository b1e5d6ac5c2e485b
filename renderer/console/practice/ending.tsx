import { useEffect } from 'react'
import { deedsOf } from '../../../shared/practice/deeds'
import type { Seen } from '../../../shared/practice/script'
import type { Settings } from '../../../shared/settings'
import type { LiveState } from '../../data/live-session'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useDisplays } from '../displays/use-displays'
import { useKeymap } from '../keys/use-keymap'
import { useWall } from '../use-wall'
import type { Rehearsal } from './rehearsal'

interface EndingProps {
  readonly rehearsal: Rehearsal
  readonly state: LiveState
  readonly seen: readonly Seen[]
  readonly settings: Settings
  readonly onDone: () => void
}

/** After the practice: what was done and by which key, and what else there is. Nothing is counted, nothing is kept. */
export function Ending({ rehearsal, state, seen, settings, onDone }: EndingProps) {
  const words = useWords().console.practice.end
  useWall(state.session, rehearsal.clock.now, { settings, tone: null })
  const form = useDisplays()?.form
  useEffect(() => {
    void desktop().thisScreen('may-sleep')
    // On the only screen the wall stands where this page belongs.
    if (form === 'strip') void desktop().setStage('closed')
  }, [form])
  const { done, more } = deedsOf(state.log, seen, rehearsal.written, useKeymap())
  return (
    <main className="page practice-end">
      <h1 className="human">{words.title}</h1>
      <p>{words.lead}</p>
      <h2>{words.done}</h2>
      <ul className="deeds" aria-label={words.done}>
        {done.map(({ id, key }) => (
          <li key={id} data-deed={id}>
            <span>{words.youDid(words.deeds[id])}</span>
            {key !== null && <kbd>{key}</kbd>}
          </li>
        ))}
      </ul>
      {more.length > 0 && (
        <>
          <h2>{words.more}</h2>
          <ul className="deeds more" aria-label={words.more}>
            {more.map(({ id, key }) => (
              <li key={id} data-deed={id}>
                <kbd>{key}</kbd>
                <span>{words.others[id]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="row">
        <Button kind="filled" onPress={onDone}>
          {words.leave}
        </Button>
      </div>
    </main>
  )
}
