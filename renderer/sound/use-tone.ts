import { useEffect, useRef, useState } from 'react'
import { instantOf, type Instant } from '../../shared/basics/time'
import type { Session } from '../../shared/session/session'
import { nextTone, toneDue } from '../../shared/sound/tone-due'
import { twinLength } from '../../shared/sound/twin'
import type { ToneView } from '../../shared/stage/stage-view'
import type { Settings } from '../../shared/settings'
import { play } from './play'

/** A session's time may run faster than the page's timers: it is looked at anew after this long, in milliseconds. */
const longest = 500

/** What the wall shows of a tone: as long as it sounds, then nothing. */
export function useTwin(): {
  readonly tone: ToneView | null
  readonly show: (tone: ToneView | null) => void
} {
  const [tone, show] = useState<ToneView | null>(null)
  useEffect(() => {
    if (tone === null) return
    const timer = setTimeout(() => show(null), twinLength(tone.sound))
    return () => clearTimeout(timer)
  }, [tone])
  return { tone, show }
}

/**
 * Sounds where the rule wants a tone, each once, and gives it to be shown while it sounds. What was due before this page looked is
 * past.
 */
export function useTone(
  session: Session,
  read: () => Instant,
  { sound, volume }: Pick<Settings, 'sound' | 'volume'>,
): ToneView | null {
  const { tone, show } = useTwin()
  const heard = useRef<Instant | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      const now = read()
      const until = heard.current ?? now
      heard.current = instantOf(Math.max(until, now))
      const due = toneDue(session, until, now)
      if (due !== null) {
        void play(sound, volume)
        show({ sound, since: due })
      }
      const next = nextTone(session, now)
      if (next !== null) timer = setTimeout(listen, Math.min(next - now, longest) + 1)
    }
    listen()
    return () => clearTimeout(timer)
  }, [session, read, sound, volume, show])
  return tone
}
