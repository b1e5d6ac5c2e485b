/// <reference types="vite/client" />
import type { ConsoleBridge, StageBridge } from '../shared/desktop-api'

declare global {
  interface Window {
    readonly circlet?: ConsoleBridge
    readonly stage?: StageBridge
  }
}
