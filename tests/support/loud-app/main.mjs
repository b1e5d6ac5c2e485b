// The control of the silence test: a window as it comes, with nothing switched off, on a page that tries everything.
// Where this one puts nothing on the wire, a silent Circlet proves nothing.
import { app, BrowserWindow } from 'electron'
import { fileURLToPath } from 'node:url'

app.on('window-all-closed', () => app.quit())

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 800, height: 600 })
  void window.loadFile(fileURLToPath(new URL('./page.html', import.meta.url)))
})
