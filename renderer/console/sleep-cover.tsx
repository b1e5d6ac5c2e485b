import { useEffect, useState } from 'react'
import { desktop } from '../desktop'
import { useWords } from '../words/words'
import { useAloud } from './announcer'

/** Covers the console when the computer has slept in a session: whoever opens the lid reads nothing. Any key or click uncovers it, and does nothing else. */
export function SleepCover() {
  const words = useWords().console
  const [covered, setCovered] = useState(false)
  useEffect(() => desktop().on('woke', () => setCovered(true)), [])
  useAloud(covered ? `${words.sleepCover.title} ${words.sleepCover.anyKey}` : null)
  useEffect(() => {
    if (!covered) return
    const uncover = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      setCovered(false)
    }
    const stop = desktop().on('stageKey', () => setCovered(false))
    window.addEventListener('keydown', uncover, { capture: true })
    window.addEventListener('pointerdown', uncover, { capture: true })
    return () => {
      stop()
      window.removeEventListener('keydown', uncover, { capture: true })
      window.removeEventListener('pointerdown', uncover, { capture: true })
    }
  }, [covered])
  if (!covered) return null
  return (
    <section className="sleep-cover" aria-label={words.sleepCover.title}>
      <p className="human lead">{words.sleepCover.title}</p>
      <p className="soft">{words.sleepCover.anyKey}</p>
    </section>
  )
}
