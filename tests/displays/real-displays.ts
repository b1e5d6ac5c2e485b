import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'

/** The displays stand side by side: the computer's own left of this line, the wall's right of it. */
export const edge = 1920
const surface = { width: 3840, height: 1200 }
/** Every so many rows of a display one is looked at; see watch.mjs. */
const step = 8

/** Does what a cable or a display's menu does. The surface keeps its size, so that it can be looked at without pause. */
export function xrandr(...args: readonly string[]): void {
  execFileSync('xrandr', ['--fb', `${surface.width}x${surface.height}`, ...args])
  // The server notices that an output is there, or gone, when it is asked for its list.
  execFileSync('xrandr', ['--query'])
}

/** Plugs the second display in, right of the first unless told otherwise. */
export const plug = (mode = '1920x1080', place = `${edge}x0`): void =>
  xrandr('--output', 'DUMMY1', '--mode', mode, '--pos', place)

/** Takes the second display away. */
export const unplug = (): void => xrandr('--output', 'DUMMY1', '--off')

/** How many of the pixels that are looked at have a colour, on each side of the line. */
export interface Frame {
  readonly at: number
  readonly console: readonly [number, number]
  readonly wall: readonly [number, number]
}

export interface Watch {
  readonly frames: readonly Frame[]
  /** The next frame that was begun from now on. */
  readonly next: () => Promise<Frame>
  /** Waits for a frame, and gives how long it took from an instant until that frame was begun, in milliseconds. */
  readonly until: (seen: (frame: Frame) => boolean, from: number, longest: number) => Promise<number>
  readonly stop: () => void
}

/** How many pixels of a display of this size are looked at. */
export const looked = (width: number, height: number): number => width * Math.ceil(height / step)

/** Looks at both displays without pause until it is stopped. */
export function watch(): Watch {
  const frames: Frame[] = []
  const waiting = new Set<(frame: Frame) => void>()
  const script = fileURLToPath(new URL('./watch.mjs', import.meta.url))
  const child: ChildProcess = spawn(
    process.execPath,
    [script, process.env['DISPLAY'] ?? ':0', String(edge), String(surface.width), String(surface.height)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (child.stdout === null) throw new Error('The watch cannot be read.')
  // A busy computer must not make it blink.
  if (child.pid !== undefined) setPriority(child.pid, -15)
  createInterface({ input: child.stdout }).on('line', (text) => {
    const [at = 0, left = 0, right = 0, wallLeft = 0, wallRight = 0] = text.split(' ').map(Number)
    const frame: Frame = { at, console: [left, right], wall: [wallLeft, wallRight] }
    frames.push(frame)
    for (const tell of waiting) tell(frame)
  })
  const wait = (seen: (frame: Frame) => boolean, longest: number): Promise<Frame> =>
    new Promise((done, fail) => {
      const end = (then: () => void) => {
        clearTimeout(timer)
        waiting.delete(look)
        then()
      }
      const look = (frame: Frame) => {
        if (seen(frame)) end(() => done(frame))
      }
      const timer = setTimeout(() => {
        const last = frames.at(-1)
        end(() => fail(new Error(`Not seen within ${longest} ms; last: ${JSON.stringify(last)}.`)))
      }, longest)
      waiting.add(look)
    })
  return {
    frames,
    next: () => {
      const from = Date.now()
      return wait(({ at }) => at >= from, 5000)
    },
    until: async (seen, from, longest) => {
      const frame = await wait((found) => found.at >= from && seen(found), longest)
      return frame.at - from
    },
    stop: () => void child.kill(),
  }
}
