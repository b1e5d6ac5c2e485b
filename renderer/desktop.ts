import type { ConsoleBridge } from '../shared/desktop-api'

/** The bridge to the computer; throws a plain error that names what is missing. */
export function desktop(): ConsoleBridge {
  if (!window.circlet)
    throw new Error('The bridge to the computer is missing: this page runs only inside Circlet.')
  return window.circlet
}
