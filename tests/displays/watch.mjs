// Looks at what stands on the displays, without pause, and prints a line for each frame: its instant, and how many of the
// pixels it looked at have the console's ground and the wall's ground, left and right of a line. It asks the display server
// itself, in its own protocol: `node watch.mjs :1 1920 3840 1200`.
import { connect } from 'node:net'

const [, , display = ':0', line = '1920', width = '3840', height = '1200'] = process.argv
const [edge, wide, high] = [line, width, height].map(Number)
/** Every so many rows one is looked at. */
const step = 8
const consoleGround = 0xf6f1e8
const wallGround = 0x171411

const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
let held = Buffer.alloc(0)
let wanted = 0
let wake = () => undefined

// The display server ended, and with it what there was to see.
socket.on('error', () => process.exit(0))

socket.on('data', (part) => {
  held = held.length === 0 ? part : Buffer.concat([held, part])
  if (held.length >= wanted) wake()
})

/** The next so many bytes. */
async function take(count) {
  if (held.length < count) {
    wanted = count
    await new Promise((done) => (wake = done))
  }
  const taken = held.subarray(0, count)
  held = held.subarray(count)
  wanted = 0
  return taken
}

async function greet() {
  const hello = Buffer.alloc(12)
  hello.write('l', 0)
  hello.writeUInt16LE(11, 2)
  socket.write(hello)
  const head = await take(8)
  if (head[0] !== 1) throw new Error('The display server does not let anybody look.')
  const rest = await take(head.readUInt16LE(6) * 4)
  const vendor = Math.ceil(rest.readUInt16LE(16) / 4) * 4
  const formats = rest[21] ?? 0
  return rest.readUInt32LE(32 + vendor + formats * 8)
}

function ask(root, y) {
  const request = Buffer.alloc(20)
  request[0] = 73
  request[1] = 2
  request.writeUInt16LE(5, 2)
  request.writeUInt32LE(root, 4)
  request.writeInt16LE(0, 8)
  request.writeInt16LE(y, 10)
  request.writeUInt16LE(wide, 12)
  request.writeUInt16LE(1, 14)
  request.writeUInt32LE(0xffffffff, 16)
  return request
}

async function look(root, rows) {
  socket.write(Buffer.concat(rows.map((y) => ask(root, y))))
  const counts = { console: [0, 0], wall: [0, 0] }
  for (let row = 0; row < rows.length; row += 1) {
    const head = await take(32)
    if (head[0] === 0) throw new Error(`The display server refused a look: ${head[1]}.`)
    if (head[0] !== 1) {
      // Something that was announced to everybody: not an answer.
      row -= 1
      continue
    }
    const bytes = Uint8Array.from(await take(head.readUInt32LE(4) * 4))
    const pixels = new Uint32Array(bytes.buffer)
    for (let x = 0; x < wide; x += 1) {
      const colour = (pixels[x] ?? 0) & 0xffffff
      if (colour === consoleGround) counts.console[x < edge ? 0 : 1] += 1
      else if (colour === wallGround) counts.wall[x < edge ? 0 : 1] += 1
    }
  }
  return counts
}

const root = await greet()
const rows = Array.from({ length: Math.floor(high / step) }, (_, index) => index * step)
for (;;) {
  const at = Date.now()
  const { console: ours, wall } = await look(root, rows)
  process.stdout.write(`${at} ${ours[0]} ${ours[1]} ${wall[0]} ${wall[1]}\n`)
}
