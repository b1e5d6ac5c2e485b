// What code in the main process could try: no Chromium switch covers it. Gives how each attempt ended.
;(async () => {
  const load = (name) => process.getBuiltinModule(`node:${name}`)
  const { http, https, http2, net, tls, dns, dgram } = Object.fromEntries(
    ['http', 'https', 'http2', 'net', 'tls', 'dns', 'dgram'].map((name) => [name, load(name)]),
  )
  const outcomes = []
  const attempt = async (name, make) => {
    try {
      const made = await Promise.race([
        make(`${name}.main.example.org`),
        new Promise((done) => setTimeout(done, 1500, 'no answer')),
      ])
      outcomes.push([name, String(made ?? 'tried').slice(0, 60)])
    } catch (reason) {
      outcomes.push([name, `refused: ${String(reason && reason.message).slice(0, 60)}`])
    }
  }
  const answered = (emitter, event) =>
    new Promise((done, fail) => {
      emitter.on('error', fail)
      emitter.on(event, () => done('answered'))
    })
  await attempt('fetch', (to) => fetch(`http://${to}/`))
  await attempt('fetch-literal', () => fetch('http://198.51.100.20/'))
  await attempt('http', (to) => answered(http.get(`http://${to}/`), 'response'))
  await attempt('https', (to) => answered(https.get(`https://${to}/`), 'response'))
  await attempt('http2', (to) => answered(http2.connect(`http://${to}/`), 'connect'))
  await attempt('net', () => answered(net.connect(80, '198.51.100.21'), 'connect'))
  await attempt('tls', () => answered(tls.connect(443, '198.51.100.22'), 'secureConnect'))
  await attempt(
    'dns-lookup',
    (to) => new Promise((done, fail) => dns.lookup(to, (no, at) => (no ? fail(no) : done(at)))),
  )
  await attempt('dns-promise', (to) => dns.promises.lookup(to))
  await attempt('dns-resolve', (to) => dns.promises.resolve(to))
  await attempt('dns-resolver', (to) => new dns.Resolver().resolve4(to, () => undefined) && 'tried')
  await attempt('dns-promise-resolver', (to) => new dns.promises.Resolver().resolve4(to))
  await attempt(
    'datagram',
    () =>
      new Promise((done, fail) => {
        const socket = dgram.createSocket('udp4')
        socket.send('x', 53, '198.51.100.23', (no) => (no ? fail(no) : done('sent')))
      }),
  )
  await attempt('web-socket', (to) => new WebSocket(`ws://${to}/`).url)
  await attempt(
    'worker-thread',
    () =>
      new Promise((done, fail) => {
        const code = `require('node:http').get('http://worker-thread.main.example.org/').on('error', (no) => { throw no })`
        const worker = new (load('worker_threads').Worker)(code, { eval: true })
        worker.on('error', fail)
        worker.on('exit', () => done('ended'))
      }),
  )
  await attempt(
    'child-process',
    (to) =>
      new Promise((done) => {
        load('child_process').execFile('getent', ['hosts', to], (no) => done(no ? 'ended badly' : 'ended'))
      }),
  )
  return outcomes
})()
