// Takes apart what IndexedDB writes, as far as a search needs it: logs without the heads that cut through records, tables with
// their blocks unpacked, and values that the browser itself packed.

const logBlock = 32_768
const logHead = 7
const tableMagic = Buffer.from('57fb808b247547db', 'hex')
const tableFoot = 48
const largest = 64 * 1024 * 1024

/** A number of seven bits a byte, and where it ends. */
function varint(bytes: Buffer, from: number): readonly [number, number] {
  let value = 0
  for (let at = from, factor = 1; at < bytes.length && at < from + 8; at += 1, factor *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * factor
    if (byte < 128) return [value, at + 1]
  }
  throw new Error('no number')
}

/** Unpacks Snappy. Throws where it is none. */
export function unsnappy(packed: Buffer): Buffer {
  const [size, start] = varint(packed, 0)
  if (size > largest) throw new Error('too large')
  const plain = Buffer.alloc(size)
  let to = 0
  let at = start
  const little = (count: number) => {
    const value = packed.readUIntLE(at, count)
    at += count
    return value
  }
  while (to < size) {
    const tag = little(1)
    if ((tag & 3) === 0) {
      const short = tag >> 2
      const count = 1 + (short < 60 ? short : little(short - 59))
      if (to + count > size || packed.copy(plain, to, at, at + count) < count) throw new Error('cut off')
      at += count
      to += count
      continue
    }
    const near = (tag & 3) === 1
    const count = near ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2)
    const back = near ? ((tag >> 5) << 8) | little(1) : little((tag & 3) === 2 ? 2 : 4)
    if (back === 0 || back > to || to + count > size) throw new Error('points nowhere')
    for (const end = to + count; to < end; to += 1) plain[to] = plain[to - back] ?? 0
  }
  return plain
}

/** What the records of a log hold, one after the other. */
function logPayload(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let block = 0; block < bytes.length; block += logBlock) {
    const end = Math.min(block + logBlock, bytes.length)
    for (let at = block; at + logHead <= end;) {
      const size = bytes.readUInt16LE(at + 4)
      parts.push(bytes.subarray(at + logHead, Math.min(at + logHead + size, end)))
      at += logHead + size
    }
  }
  return Buffer.concat(parts)
}

interface Handle {
  readonly at: number
  readonly size: number
}

const handleAt = (bytes: Buffer, from: number): Handle => {
  const [at, next] = varint(bytes, from)
  return { at, size: varint(bytes, next)[0] }
}

/** A block of a table, unpacked where it is packed. */
function blockAt(table: Buffer, { at, size }: Handle): Buffer {
  const block = table.subarray(at, at + size)
  return table[at + size] === 1 ? unsnappy(block) : block
}

/** The values of a block: in an index they are handles of other blocks. */
function valuesOf(block: Buffer): readonly Buffer[] {
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 - 4 * restarts
  const values: Buffer[] = []
  for (let at = 0; at < end;) {
    const [, unshared] = varint(block, at)
    const [key, valueSize] = varint(block, unshared)
    const [value, from] = varint(block, valueSize)
    values.push(block.subarray(from + key, from + key + value))
    at = from + key + value
  }
  return values
}

function tableBlocks(table: Buffer): Buffer {
  const foot = table.subarray(table.length - tableFoot)
  const [, size] = varint(foot, 0)
  const [, index] = varint(foot, size)
  const blocks = valuesOf(blockAt(table, handleAt(foot, index))).map((handle) =>
    blockAt(table, handleAt(handle, 0)),
  )
  return Buffer.concat(blocks)
}

/** How the browser marks a value that it packed. */
const packedMark = Buffer.from([0xff, 0x11, 0x02])

/** Every value in there that the browser packed, unpacked. */
function packedValues(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(packedMark); at >= 0; at = bytes.indexOf(packedMark, at + 1)) {
    try {
      found.push(unsnappy(bytes.subarray(at + packedMark.length)))
    } catch {
      // The same three bytes by chance.
    }
  }
  return found
}

/** A file as it is, and as whatever is packed in it reads. `unread`: it is a table, and could not be taken apart. */
export function readingsOf(
  name: string,
  bytes: Buffer,
): { readonly unpacked: readonly Buffer[]; readonly unread: boolean } {
  const isTable = bytes.length > tableFoot && bytes.subarray(bytes.length - 8).equals(tableMagic)
  const isLog = /\.log$/.test(name)
  try {
    const inner = isTable ? [tableBlocks(bytes)] : isLog ? [logPayload(bytes)] : []
    return { unpacked: [...inner, ...[bytes, ...inner].flatMap(packedValues)], unread: false }
  } catch {
    // Cut off while it is being written, or of another make.
    return { unpacked: packedValues(bytes), unread: isTable }
  }
}
