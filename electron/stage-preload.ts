import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { portChannel, type StageBridge } from '../shared/desktop-api'

let port: MessagePort | null = null
let latest: unknown = null
const listeners = new Set<(view: unknown) => void>()

ipcRenderer.on(portChannel, (event: IpcRendererEvent) => {
  port?.close()
  port = event.ports[0] ?? null
  if (port === null) return
  port.onmessage = (message: MessageEvent) => {
    latest = message.data
    for (const listener of listeners) listener(latest)
  }
})

const bridge: StageBridge = {
  onView: (listener) => {
    listeners.add(listener)
    if (latest !== null) listener(latest)
    return () => {
      listeners.delete(listener)
    }
  },
}

contextBridge.exposeInMainWorld('stage', bridge)
