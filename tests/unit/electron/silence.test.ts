import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { isLocalPipe, quietenChromium, staysInside } from '../../../electron/silence'

describe('a connection of Node’s', () => {
  it.each([
    '/tmp/pipe',
    './pipe',
    'pipe',
    '\\\\.\\pipe\\circlet',
    '\\\\?\\pipe\\circlet',
    '//./pipe/circlet',
  ])('may go to a pipe on this computer: %s', (path) => {
    expect(isLocalPipe(path)).toBe(true)
    expect(isLocalPipe({ path })).toBe(true)
    expect(isLocalPipe([{ path }, null])).toBe(true)
  })

  it.each([80, '80', '0x50', '8e1', ' 80 ', '', '0', '\\\\elsewhere\\pipe\\x', '//elsewhere/pipe/x'])(
    'may go nowhere else, though it is written as %j',
    (first) => {
      expect(isLocalPipe(first)).toBe(false)
    },
  )

  it.each([
    [{ host: '127.0.0.1', port: 80 }],
    [{ port: 80, path: '' }],
    [{ port: 80, path: null }],
    [{ path: '\\\\elsewhere\\pipe\\x' }],
    [[{ port: 80 }, null]],
    [null],
    [undefined],
    [() => undefined],
  ])('may go nowhere else by options: %j', (first) => {
    expect(isLocalPipe(first)).toBe(false)
  })
})

describe('an address', () => {
  it.each(['app://circle/console.html', 'blob:app://circle/1', 'data:,', 'devtools://devtools/x'])(
    'inside: %s',
    (url) => {
      expect(staysInside(url)).toBe(true)
    },
  )

  it.each([
    'http://a',
    'https://app:1',
    'ws://a',
    'file:///etc/passwd',
    'ftp://a',
    'apps://a',
    ' app://a',
    '',
  ])('outside: %s', (url) => {
    expect(staysInside(url)).toBe(false)
  })
})

describe('Chromium', () => {
  it('is told to find no host, and to use a proxy that is not there', () => {
    const switches = new Map<string, string | undefined>()
    const commandLine = { appendSwitch: (name: string, value?: string) => switches.set(name, value) }
    quietenChromium({ commandLine } as unknown as App)
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(switches.get('proxy-server')).toBe('http://127.0.0.1:9')
    expect(switches.get('webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp')
    for (const name of [
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-quic',
      'no-pings',
      'disable-breakpad',
    ]) {
      expect(switches.has(name)).toBe(true)
    }
  })
})
