// What Circlet is measured against: the least that a window of this runtime can be. One page of its own scheme with a
// line to write in, in the sandbox; with --two, a second window of the same.
import { app, BrowserWindow, protocol } from 'electron'

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><label>A line <input spellcheck="false"></label></html>`

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  )
  const open = () =>
    void new BrowserWindow({
      width: 1280,
      height: 800,
      useContentSize: true,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    }).loadURL('app://empty/page.html')
  open()
  if (process.argv.includes('--two')) open()
})
