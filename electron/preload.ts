import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  channelOf,
  desktopEvents,
  desktopMethods,
  errandChannel,
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
  carry: (errand, bytes) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }: MessageEvent) => {
        port1.close()
        done(data)
      }
      ipcRenderer.postMessage(errandChannel, errand, [port2])
      port1.postMessage(bytes)
    }),
}

contextBridge.exposeInMainWorld('circlet', bridge)
