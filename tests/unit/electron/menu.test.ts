import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/menu'
import { defaultSettings, type Settings } from '../../../shared/settings'

function itemsOf(settings: Settings, isMac = false) {
  const changes: Partial<Settings>[] = []
  const template = menuTemplate({
    settings,
    change: (change) => changes.push(change),
    fullScreen: () => undefined,
    isMac,
  })
  const items = template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
  return { items, changes }
}

describe('the menu', () => {
  it.each([true, false])('has no way to tools, to loading anew or to zoom (mac: %s)', (isMac) => {
    const roles = itemsOf(defaultSettings, isMac).items.flatMap(({ role }) => (role ? [String(role)] : []))
    expect(roles).toEqual(['quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'])
  })

  it('takes no key from somebody who types', () => {
    const { items } = itemsOf(defaultSettings)
    expect(items.filter(({ accelerator }) => accelerator !== undefined)).toEqual([])
    const edits = items.filter(({ role }) => role !== undefined && role !== 'quit')
    expect(edits.map(({ registerAccelerator }) => registerAccelerator)).toEqual(edits.map(() => false))
  })

  it('marks what holds, one of each kind, and changes one thing by a click', () => {
    const { items, changes } = itemsOf({ ...defaultSettings, consoleTheme: 'dark', time: 'shape' })
    expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual([
      'Dark wall',
      'Dark console',
      'The wall tells no numbers',
      'Times as 18:00',
    ])
    for (const item of items.filter(({ type }) => type === 'radio'))
      item.click?.call(item as never, ...([] as never[] as [never, never, never]))
    expect(changes).toHaveLength(11)
    expect(changes.every((change) => Object.keys(change).length === 1)).toBe(true)
  })
})
