import type { MenuItemConstructorOptions } from 'electron'
import type { Settings } from '../shared/settings'
import { words } from './words'

interface Needs {
  readonly settings: Settings
  readonly change: (change: Partial<Settings>) => void
  readonly fullScreen: () => void
  readonly isMac: boolean
}

/** The menu as data. No single-letter accelerators: the page's own key handler answers keys, and fields keep theirs. */
export function menuTemplate({ settings, change, fullScreen, isMac }: Needs): MenuItemConstructorOptions[] {
  const { menu } = words
  const choice = <Key extends keyof Settings>(
    label: string,
    key: Key,
    value: Settings[Key],
  ): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: settings[key] === value,
    click: () => change({ [key]: value }),
  })
  return [
    { label: menu.circlet, submenu: [{ role: 'quit', label: menu.quit }] },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undoText, registerAccelerator: false },
        { role: 'redo', label: menu.redoText, registerAccelerator: false },
        { type: 'separator' },
        { role: 'cut', label: menu.cut, registerAccelerator: isMac },
        { role: 'copy', label: menu.copy, registerAccelerator: isMac },
        { role: 'paste', label: menu.paste, registerAccelerator: isMac },
        { role: 'selectAll', label: menu.selectAll, registerAccelerator: isMac },
      ],
    },
    {
      label: menu.view,
      submenu: [
        choice(menu.wallDark, 'stageTheme', 'dark'),
        choice(menu.wallLight, 'stageTheme', 'light'),
        choice(menu.wallContrast, 'stageTheme', 'contrast'),
        { type: 'separator' },
        choice(menu.consoleLight, 'consoleTheme', 'light'),
        choice(menu.consoleDark, 'consoleTheme', 'dark'),
        choice(menu.consoleContrast, 'consoleTheme', 'contrast'),
        { type: 'separator' },
        choice(menu.timeMinutes, 'time', 'minutes'),
        choice(menu.timeExact, 'time', 'exact'),
        choice(menu.timeShape, 'time', 'shape'),
        { type: 'separator' },
        choice(menu.hours24, 'hours', 24),
        choice(menu.hours12, 'hours', 12),
        { type: 'separator' },
        { label: menu.fullScreen, click: fullScreen },
      ],
    },
  ]
}
