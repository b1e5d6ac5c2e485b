import { useCallback, useLayoutEffect, useState } from 'react'
import type { KeyPress } from '../../../shared/commands/commands'
import { meaningOf, type Keymap } from '../../../shared/commands/keymap'
import { desktop } from '../../desktop'
import { useKeymap } from '../keys/use-keymap'
import { pressOf } from '../use-keys'

/** What a key means wherever the keys are: the few commands that count while somebody types. */
function commandAnywhere(press: KeyPress, keymap: Keymap) {
  const meaning = meaningOf(press, 'field', keymap)
  return meaning?.kind === 'command' ? meaning.id : null
}

/** Whether the paper is wanted: one key brings it, from the console and from the wall; not where it has no place. */
export function usePaper(place: 'here' | 'none'): {
  readonly wanted: boolean
  readonly open: () => void
  readonly close: () => void
} {
  const [isOpen, setOpen] = useState(false)
  const keymap = useKeymap()
  useLayoutEffect(() => {
    if (place === 'none') return
    const asksForPaper = (press: KeyPress) => commandAnywhere(press, keymap) === 'print-paper'
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || !asksForPaper(pressOf(event))) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', pressed)
    const stop = desktop().on('stageKey', (press) => asksForPaper(press) && setOpen(true))
    return () => {
      window.removeEventListener('keydown', pressed)
      stop()
    }
  }, [place, keymap])
  // Where its place goes, it goes too, and does not come back by itself.
  useLayoutEffect(() => () => setOpen(false), [place])
  const open = useCallback(() => setOpen(true), [])
  const close = useCallback(() => setOpen(false), [])
  return { wanted: isOpen && place === 'here', open, close }
}

/**
 * While the paper is shown, keys are its own; only what a clicker sends, and the few keys that count while somebody types, still
 * reach the session beneath. Esc, the same key again, and holding the room put the paper away.
 */
export function usePaperKeys(onClose: () => void): void {
  const keymap = useKeymap()
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const command = commandAnywhere(pressOf(event), keymap)
      if (event.key === 'Escape' || command === 'print-paper') {
        event.preventDefault()
        event.stopImmediatePropagation()
        onClose()
      } else if (command === null) event.stopPropagation()
      else if (command === 'hold') onClose()
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [onClose, keymap])
}
