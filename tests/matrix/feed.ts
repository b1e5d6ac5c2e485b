// Shows views on the real wall over the real port, and measures what the wall makes of them.
import type { Page } from '@playwright/test'
import type {} from '../../renderer/vite-env'
import type { StageOptions, StageView } from '../../shared/stage/stage-view'
import { startApp, type StartedApp } from '../support/app'
import { installClock, newCircle } from '../support/evening'
import { viewOfCase, type Case } from './cases'
import type { Fault } from '../support/page-faults'
import { faultsOfWall } from '../support/look'

interface Measuring {
  /** Resolves once the wall has drawn a face in a theme. */
  readonly drawn: (theme: string, face: string) => Promise<void>
}

type WallWindow = typeof globalThis & { measuring: Measuring }

/** The real app with a wall, whose page can be asked what is wrong on it. */
export interface MeasuredWall {
  readonly started: StartedApp
  readonly stage: Page
}

/** Starts the app, opens the wall as people do, and teaches the wall's page to measure itself. */
export async function startWall(): Promise<MeasuredWall> {
  const started = await startApp()
  await installClock(started)
  await started.console.reload()
  await newCircle(started.console)
  const stage = await started.stage()
  await stage.emulateMedia({ reducedMotion: 'reduce' })
  await teach(stage)
  return { started, stage }
}

async function teach(stage: Page): Promise<void> {
  await stage.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()))
    const wall = window as unknown as { measuring?: object }
    const stands = (theme: string, face: string) => {
      const main = document.querySelector('main')
      return main !== null && main.classList.contains(`theme-${theme}`) && main.dataset['face'] === face
    }
    wall.measuring = {
      drawn: (theme: string, face: string) =>
        new Promise<void>((done) => {
          if (stands(theme, face)) return done()
          const watch = new MutationObserver(() => {
            if (!stands(theme, face)) return
            watch.disconnect()
            done()
          })
          watch.observe(document, { attributes: true, childList: true, subtree: true })
        }),
    }
  })
}

/** Sends a view through the console's own bridge, as the console does, and waits until the wall has drawn it. */
export async function show({ started, stage }: MeasuredWall, view: StageView): Promise<void> {
  const { theme } = view.options
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`The wall did not draw “${view.face.kind}”.`)), 10_000)
  })
  const drawn = Promise.all([
    stage.evaluate(([theme, face]) => (window as unknown as WallWindow).measuring.drawn(theme, face), [
      theme,
      view.face.kind,
    ] as const),
    started.console.evaluate((view) => window.circlet?.showOnStage(view), view),
  ])
  await Promise.race([drawn, late]).finally(() => clearTimeout(timer))
}

/** Shows cases one after the other: what is wrong with each. The theme before must be another: by it the wall is seen to be new. */
export async function* measured(
  wall: MeasuredWall,
  cases: readonly Case[],
): AsyncGenerator<{ readonly one: Case; readonly faults: readonly Fault[] }> {
  let before: StageOptions['theme'] | null = null
  for (const one of cases) {
    const view = viewOfCase(one)
    if (view === null) throw new Error('This room has too few seats for it.')
    if (before === one.theme) await show(wall, otherTheme(view))
    await show(wall, view)
    before = one.theme
    yield { one, faults: await faultsOfWall(wall.stage) }
  }
}

/** A view as it was, in another theme. */
export const otherTheme = (view: StageView): StageView => ({
  ...view,
  options: { ...view.options, theme: view.options.theme === 'dark' ? 'light' : 'dark' },
})
