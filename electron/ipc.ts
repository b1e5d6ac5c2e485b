import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { channelOf, desktopMethods, type DesktopApi, type DesktopEvents } from '../shared/desktop-api'

type Ipc = Pick<IpcMain, 'handle'>

/** What a page is told when it asks for something it may not have: a code, no stack, no path. */
export const refusedCode = 'refused'

/** The largest argument a page may send, in characters of JSON. */
const largestArgument = 256 * 1024

const fits = (argument: unknown): boolean =>
  argument === undefined || (JSON.stringify(argument) ?? '').length <= largestArgument

/** Registers every method of the contract. Only a sender that `isTrusted` knows is answered; each method reads its own argument. */
export function serveDesktopApi(
  ipc: Ipc,
  api: { readonly [Name in keyof DesktopApi]: (argument: unknown) => Promise<unknown> },
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const name of Object.keys(desktopMethods) as (keyof DesktopApi)[]) {
    ipc.handle(channelOf(name), async (event, argument: unknown) => {
      if (!isTrusted(event)) {
        console.warn(`A call of ${name} came from a page that may not make it, and was refused.`)
        throw new Error(refusedCode)
      }
      if (!fits(argument)) throw new Error(refusedCode)
      return api[name](argument)
    })
  }
}

/** Tells a page something. The only sender of messages to pages. */
export function announce<Name extends keyof DesktopEvents>(
  contents: WebContents,
  name: Name,
  payload: DesktopEvents[Name],
): void {
  if (!contents.isDestroyed()) contents.send(channelOf(name), payload)
}
