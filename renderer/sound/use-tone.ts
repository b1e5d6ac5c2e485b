import { useEffect, useRef } from 'react'
import { instantOf, type Instant } from '../../shared/basics/time'
import type { Session } from '../../shared/session/session'
import { nextTone, toneDue } from '../../shared/sound/tone-due'
import type { Settings } from '../../shared/settings'
import { play } from './play'

/** A session's time may run faster than the page's timers: it is looked at anew after this long, in milliseconds. */
const longest = 500

/** Sounds where the rule wants a tone, each once. What was due before this page looked is past. */
export function useTone(
  session: Session,
  read: () => Instant,
  { sound, volume }: Pick<Settings, 'sound' | 'volume'>,
): void {
  const heard = useRef<Instant | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      const now = read()
      const until = heard.current ?? now
      heard.current = instantOf(Math.max(until, now))
      if (toneDue(session, until, now) !== null) void play(sound, volume)
      const next = nextTone(session, now)
      if (next !== null) timer = setTimeout(listen, Math.min(next - now, longest) + 1)
    }
    listen()
    return () => clearTimeout(timer)
  }, [session, read, sound, volume])
}
