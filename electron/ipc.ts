import { serialize } from 'node:v8'
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import {
  channelOf,
  desktopMethods,
  errandChannel,
  type DesktopApi,
  type DesktopEvents,
} from '../shared/desktop-api'
import type { ErrandAnswer } from '../shared/vault/errands'

type Ipc = Pick<IpcMain, 'handle'>

type Handler = (argument: unknown) => Promise<unknown>

/** What a page is told when it asks for something it may not have: a code, no stack, no path. */
export const refusedCode = 'refused'

/** What a page is told when the computer could not do what it was asked. */
export const failedCode = 'failed'

/** The largest argument a page may send, in bytes as they travel: JSON would not see what is in a buffer or a map. */
const largestArgument = 256 * 1024

const fits = (argument: unknown): boolean =>
  argument === undefined || serialize(argument).byteLength <= largestArgument

/** Whether something holds; what cannot even be looked at does not. */
function holds(question: () => boolean): boolean {
  try {
    return question()
  } catch {
    // A frame that is gone, or an argument that cannot be measured: refused like any other.
    return false
  }
}

async function answer(name: string, handler: Handler, argument: unknown): Promise<unknown> {
  try {
    return await handler(argument)
  } catch (reason) {
    console.warn(`A call of ${name} failed: ${(reason as NodeJS.ErrnoException | null)?.code ?? 'unknown'}`)
    throw new Error(failedCode)
  }
}

/** Registers every method of the contract. Only a sender that `isTrusted` knows is answered; each method reads its own argument. */
export function serveDesktopApi(
  ipc: Ipc,
  api: { readonly [Name in keyof DesktopApi]: Handler },
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const name of Object.keys(desktopMethods) as (keyof DesktopApi)[]) {
    ipc.handle(channelOf(name), async (event, argument: unknown) => {
      if (!holds(() => isTrusted(event))) {
        console.warn(`A call of ${name} came from a page that may not make it, and was refused.`)
        throw new Error(refusedCode)
      }
      if (!holds(() => fits(argument))) {
        console.warn(`A call of ${name} brought too much, and was refused.`)
        throw new Error(refusedCode)
      }
      return answer(name, api[name], argument)
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

/**
 * Takes errands: what is wanted comes as a message, its bytes by the port that comes with it, and so does the answer. Only a
 * sender that `isTrusted` knows is answered; anybody else's port is closed.
 */
export function serveErrands(
  ipc: Pick<IpcMain, 'on'>,
  run: (errand: unknown, bytes: unknown) => Promise<ErrandAnswer>,
  isTrusted: (event: IpcMainEvent) => boolean,
): void {
  ipc.on(errandChannel, (event, errand: unknown) => {
    const [port] = event.ports
    if (port === undefined) return
    if (!holds(() => isTrusted(event)) || !holds(() => fits(errand))) {
      console.warn('An errand came from a page that may not send one, or brought too much, and was refused.')
      port.close()
      return
    }
    port.once('message', ({ data }) => {
      void run(errand, data).then((answered) => port.postMessage(answered))
    })
    port.start()
  })
}
