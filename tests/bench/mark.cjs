// Loaded into the main process with -r, into Circlet and into the empty app alike: prints the wall time at which a
// frame was painted that has what is waited for in it. It may then press it, and print how far the session's clock
// came in two seconds and how many pages there are.
const { app, webContents } = require('electron')

const { CIRCLET_BENCH_FOR: wanted, CIRCLET_BENCH_PRESS: press } = process.env

const look = `new Promise((done) => {
  const find = () => [...document.querySelectorAll('button, input')].find((element) =>
    ${JSON.stringify(wanted)} === 'input' ? element.matches('input') : element.textContent.trim() === ${JSON.stringify(wanted)})
  const again = () => {
    const found = find()
    if (!found || found.getClientRects().length === 0) return requestAnimationFrame(again)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        done(performance.timeOrigin + performance.now())
        if (${press === 'yes'}) found.click()
      }
      port2.postMessage(null)
    })
  }
  again()
})`

const clock = `Number(document.querySelector('[role="timer"]')?.dataset.elapsed ?? Number.NaN)`
const wait = (length) => new Promise((done) => setTimeout(done, length))

async function proveRunning(contents) {
  await wait(1500)
  // With one display the console would be the strip under the wall: both windows are what is weighed.
  await contents.executeJavaScript(
    `window.circlet?.answerOneDisplay('not-on-the-wall').then(() => null) ?? null`,
  )
  await wait(1500)
  const before = await contents.executeJavaScript(clock)
  await wait(2000)
  const after = await contents.executeJavaScript(clock)
  process.stdout.write(`running ${after - before} ${webContents.getAllWebContents().length}\n`)
}

let first = true
app.on('web-contents-created', (_event, contents) => {
  if (!first) return
  first = false
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(look).then((at) => {
      process.stdout.write(`bench ${at}\n`)
      if (press === 'yes') return proveRunning(contents)
    })
  })
})
