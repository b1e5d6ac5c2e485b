import { desktop } from '../../desktop'

/** Lets the console and the wall change places; with one screen, or with no wall on a screen of its own, nothing happens. */
export async function swapDisplays(): Promise<void> {
  const { displays } = await desktop().displays()
  const own = displays.find(({ holds }) => holds === 'console')
  if (own) await desktop().chooseStageDisplay(own.id)
}
