// Screens that nobody needs for the first frame: they are read right after it.
import { useEffect, useState } from 'react'
import type { ExportScreen } from './export/export-screen'
import type { HistoryScreen } from './history/history-screen'
import type { KeysScreen } from './keys/keys-screen'
import type { MarksScreen } from './marks/marks-screen'
import type { MethodsScreen } from './methods/methods-screen'
import type { PlanScreen } from './plan/plan-screen'
import type { PracticeScreen } from './practice/practice-screen'
import type { QuestionsScreen } from './questions/questions-screen'
import type { RoomCheckScreen } from './room-check/room-check-screen'
import type { SessionScreen } from './session-screen'
import type { PromiseScreen } from './promise/promise-screen'
import type { SettingsScreen } from './settings/settings-screen'
import type { BringScreen } from './vault/bring-screen'
import type { CircleScreen } from './vault/circle-screen'

export interface LaterScreens {
  readonly BringScreen: typeof BringScreen
  readonly CircleScreen: typeof CircleScreen
  readonly ExportScreen: typeof ExportScreen
  readonly HistoryScreen: typeof HistoryScreen
  readonly KeysScreen: typeof KeysScreen
  readonly MarksScreen: typeof MarksScreen
  readonly MethodsScreen: typeof MethodsScreen
  readonly PlanScreen: typeof PlanScreen
  readonly PracticeScreen: typeof PracticeScreen
  readonly PromiseScreen: typeof PromiseScreen
  readonly QuestionsScreen: typeof QuestionsScreen
  readonly RoomCheckScreen: typeof RoomCheckScreen
  readonly SessionScreen: typeof SessionScreen
  readonly SettingsScreen: typeof SettingsScreen
}

async function read(): Promise<LaterScreens> {
  const [
    exports,
    history,
    keys,
    marks,
    methods,
    plan,
    practice,
    promise,
    questions,
    room,
    session,
    settings,
    bring,
    circle,
  ] = await Promise.all([
    import('./export/export-screen'),
    import('./history/history-screen'),
    import('./keys/keys-screen'),
    import('./marks/marks-screen'),
    import('./methods/methods-screen'),
    import('./plan/plan-screen'),
    import('./practice/practice-screen'),
    import('./promise/promise-screen'),
    import('./questions/questions-screen'),
    import('./room-check/room-check-screen'),
    import('./session-screen'),
    import('./settings/settings-screen'),
    import('./vault/bring-screen'),
    import('./vault/circle-screen'),
  ])
  return {
    ...exports,
    ...history,
    ...keys,
    ...marks,
    ...methods,
    ...plan,
    ...practice,
    ...promise,
    ...questions,
    ...room,
    ...session,
    ...settings,
    ...bring,
    ...circle,
  }
}

/** The screens by their names; null until they are there, which is once the first frame stands. */
export function useLaterScreens(): LaterScreens | null {
  const [screens, setScreens] = useState<LaterScreens | null>(null)
  useEffect(() => {
    // One that can't be read is told as any screen that breaks.
    read().then(setScreens, (fault: unknown) =>
      setScreens(() => {
        throw fault
      }),
    )
  }, [])
  return screens
}
