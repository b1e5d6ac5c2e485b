import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

interface RowKeys<Id extends string> {
  readonly move: (id: Id, by: 1 | -1) => void
  /** Del on a row's name. */
  readonly leaveOut?: (id: Id) => void
  /** F2 on a row. */
  readonly rename?: (id: Id) => void
}

export interface Rows<Id extends string> {
  readonly list: RefObject<HTMLOListElement | null>
  /** One row of the list is in the order of Tab; the arrows lead to the others. */
  readonly tab: (id: Id) => 0 | -1
  readonly onFocus: (id: Id) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const partOf = (target: EventTarget | null): string =>
  (target instanceof HTMLElement ? target.dataset['part'] : undefined) ?? 'name'

/** A list whose rows are chosen and moved by key. Its keys stay in it. */
export function useRows<Id extends string>(ids: readonly Id[], keys: RowKeys<Id>): Rows<Id> {
  const list = useRef<HTMLOListElement>(null)
  const [chosen, setChosen] = useState<Id | null>(null)
  const moved = useRef<{ readonly id: Id; readonly part: string } | null>(null)
  const active = chosen !== null && ids.includes(chosen) ? chosen : ids[0]
  const focus = (id: Id, part: string) => {
    const row = list.current?.querySelector(`[data-row="${CSS.escape(id)}"]`)
    const wanted = row?.querySelector<HTMLElement>(`[data-part="${part}"]`)
    ;(wanted ?? row?.querySelector<HTMLElement>('[data-part="name"]'))?.focus()
  }
  // A row that was moved takes the focus along.
  useLayoutEffect(() => {
    if (moved.current !== null) focus(moved.current.id, moved.current.part)
    moved.current = null
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (active === undefined || event.ctrlKey || event.metaKey) return
    const { key, altKey } = event
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
    const part = partOf(event.target)
    if (by !== null && altKey) {
      moved.current = { id: active, part }
      keys.move(active, by)
    } else if (by !== null) {
      const next = ids[ids.indexOf(active) + by]
      if (next !== undefined) focus(next, part)
    } else if (key === 'Delete' && part !== 'field' && keys.leaveOut) {
      const next = ids[ids.indexOf(active) + 1] ?? ids[ids.indexOf(active) - 1]
      if (next !== undefined) focus(next, 'name')
      keys.leaveOut(active)
    } else if (key === 'F2' && keys.rename) keys.rename(active)
    else return
    event.preventDefault()
  }
  return { list, tab: (id) => (id === active ? 0 : -1), onFocus: setChosen, onKeyDown }
}
