import { desktop } from '../desktop'

/** Closes the circles that are protected and begins the page anew; where none is, nothing happens. The wall stays as it is. */
export async function lockNow(): Promise<void> {
  const { vaults } = await desktop().vaults()
  if (!vaults.some(({ state, ways }) => state === 'open' && !ways.includes('open'))) return
  await desktop().lockVaults()
  location.reload()
}
