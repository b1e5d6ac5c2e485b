import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  channelOf,
  desktopEvents,
  desktopMethods,
  portChannel,
  type ConsoleBridge,
  type DesktopApi,
  type DesktopEvents,
} from '../shared/desktop-api'
import type { StageView } from '../shared/stage/stage-view'

let port: MessagePort | null = null
let latest: StageView | null = null

ipcRenderer.on(portChannel, (event: IpcRendererEvent) => {
  port?.close()
  port = event.ports[0] ?? null
  if (latest !== null) port?.postMessage(latest)
})

const methods = Object.fromEntries(
  (Object.keys(desktopMethods) as (keyof DesktopApi)[]).map((name) => [
    name,
    (argument: unknown) => ipcRenderer.invoke(channelOf(name), argument),
  ]),
) as unknown as DesktopApi

const bridge: ConsoleBridge = {
  ...methods,
  on: <Name extends keyof DesktopEvents>(name: Name, listener: (payload: DesktopEvents[Name]) => void) => {
    if (!Object.hasOwn(desktopEvents, name)) return () => undefined
    const channel = channelOf(name)
    const heard = (_event: IpcRendererEvent, payload: DesktopEvents[Name]) => listener(payload)
    ipcRenderer.on(channel, heard)
    return () => {
      ipcRenderer.removeListener(channel, heard)
    }
  },
  showOnStage: (view) => {
    latest = view
    port?.postMessage(view)
  },
}

contextBridge.exposeInMainWorld('circlet', bridge)
