import { readFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Session } from 'electron'

/** The pages' only origin. */
export const origin = 'app://circle'

/** The pages, and the session that may load each. */
export const pages = { console: `${origin}/console.html`, stage: `${origin}/stage.html` } as const

/** Privileges of app://: a secure standard origin, and nothing that could go round the rules. */
export const schemePrivileges = { standard: true, secure: true, supportFetchAPI: true } as const

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'none'; frame-src 'none'; child-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const denied = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'hid',
  'serial',
  'bluetooth',
  'midi',
  'clipboard-read',
  'browsing-topics',
  'interest-cohort',
]

/** Sent with every answer. */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': denied.map((name) => `${name}=()`).join(', '),
  'Cache-Control': 'no-store',
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Every file below a folder, also inside a packed archive, where a recursive listing is not to be had. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(place) : [place]
  })
}

/** The list of everything that can be served: path of the address → file. Whatever is not on it does not exist. */
export function listPages(folder: string): ReadonlyMap<string, string> {
  return new Map(filesBelow(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]))
}

/** The file for an address and method, or null: only listed paths of this one host, only GET and HEAD. */
export function fileFor(list: ReadonlyMap<string, string>, address: string, method: string): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  if (!URL.canParse(address)) return null
  const { protocol, host, pathname, username, password } = new URL(address)
  if (protocol !== 'app:' || host !== 'circle' || username !== '' || password !== '') return null
  return list.get(pathname) ?? null
}

/** Serves the listed files to one session. A session without this can load nothing. */
export function serveAppProtocol(session: Session, list: ReadonlyMap<string, string>): void {
  session.protocol.handle('app', async (request) => {
    const file = fileFor(list, request.url, request.method)
    if (file === null) return new Response('', { status: 404, headers })
    const body = new Uint8Array(await readFile(file))
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(request.method === 'HEAD' ? null : body, {
      status: 200,
      headers: { ...headers, 'Content-Type': type },
    })
  })
}
