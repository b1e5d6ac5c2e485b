// The other end of the silence test's network: answers every name with an address, every connection with a page, and
// writes down what came. Takes the file to write to.
import { createSocket } from 'node:dgram'
import { appendFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

const log = process.argv[2]
writeFileSync(log, '')
const note = (line) => appendFileSync(log, `${line}\n`)

function nameIn(query) {
  const labels = []
  let at = 12
  while (query[at] > 0) {
    labels.push(query.subarray(at + 1, at + 1 + query[at]).toString('latin1'))
    at += query[at] + 1
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 }
}

function answerTo(query) {
  const { name, type, end } = nameIn(query)
  note(`name ${name}`)
  const address =
    type === 1
      ? Buffer.from([198, 51, 100, 50])
      : type === 28
        ? Buffer.from('20010db8000100000000000000000050', 'hex')
        : null
  const head = Buffer.from(query.subarray(0, end))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(address ? 1 : 0, 6)
  head.writeUInt32BE(0, 8)
  if (address === null) return head
  const record = Buffer.from([0xc0, 0x0c, 0, type, 0, 1, 0, 0, 0, 5, 0, address.length])
  return Buffer.concat([head, record, address])
}

const listening = []
for (const [kind, address] of [
  ['udp4', '0.0.0.0'],
  ['udp6', '::'],
]) {
  const names = createSocket({ type: kind, ipv6Only: kind === 'udp6' })
  names.on('message', (query, from) => {
    try {
      names.send(answerTo(query), from.port, from.address)
    } catch {
      // Not a question that can be read: only that it came matters.
      note('name that could not be read')
    }
  })
  listening.push(new Promise((done) => names.bind(53, address, done)))
}
for (const port of [53, 80, 443, 3478, 8080]) {
  const server = createServer((socket) => {
    note(`connection to port ${port}`)
    socket.on('error', () => socket.destroy())
    socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok'))
  })
  listening.push(new Promise((done) => server.listen(port, '::', done)))
}
await Promise.all(listening)
process.stdout.write('ready\n')
