import { useEffect } from 'react'
import { desktop } from '../desktop'
import { keepCopy } from '../data/packs'
import { lockNow, useLockKey } from './lock-now'
import type { Circles } from './use-circles'

/** How long nobody may touch anything before the circles are closed, while no session runs; in milliseconds. */
const idleAfter = 10 * 60_000
/** How often a session that goes on is copied, in milliseconds. */
const copyEvery = 60_000

/**
 * Closes the circles: by Ctrl+L, when the computer is locked, and after ten quiet minutes in which nothing is on the wall that goes on. While a session runs,
 * a sealed copy of it is written every minute in which something happened, and with every step.
 */
export function useLocking({ list, running }: Pick<Circles, 'list' | 'running'>): void {
  const live = running?.live ?? null
  const open = running?.open ?? null
  const isProtected = list?.circles.some(({ vault }) => !vault.ways.includes('open')) ?? false
  useEffect(() => desktop().on('vaultsLocked', () => location.reload()), [])

  useLockKey(isProtected && live === null)

  useEffect(() => {
    const isOn = async () => {
      if (live !== null) return live.state().session.course !== 'closed'
      // A practice session has the wall too.
      return (await desktop().displays()).form !== 'none'
    }
    const quiet = async () => {
      if (!(await isOn())) await lockNow()
      touched()
    }
    let timer = setTimeout(() => void quiet(), idleAfter)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void quiet(), idleAfter)
    }
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, touched)
    }
  }, [live])

  useEffect(() => {
    if (live === null || open === null) return
    let copied = live.state().log.length
    let step = live.state().session.at
    let busy = false
    const copy = () => {
      const { log, session } = live.state()
      if (busy || log.length === copied || session.course === 'closed') return
      busy = true
      copied = log.length
      void keepCopy(open, 'snapshot', 'none')
        .catch((reason: unknown) => console.warn(`Not copied: ${(reason as Error).name}`))
        .finally(() => {
          busy = false
        })
    }
    const stop = live.subscribe(() => {
      const { at } = live.state().session
      if (at === step) return
      step = at
      copy()
    })
    const timer = setInterval(copy, copyEvery)
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [live, open])
}
