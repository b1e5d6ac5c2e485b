// Sounds are made here, from nothing: no file, no network. Where there is nothing to hear with, it stays quiet.
import {
  lengthOf,
  openings,
  recipes,
  type Loudness,
  type PureTone,
  type Sound,
} from '../../shared/sound/recipe'

/** A sound that could not begin within this belongs to nothing any more, in milliseconds. */
const latest = 3000
/** What counts as gone: a thousandth, 60 decibels down. */
const gone = 0.001

let shared: AudioContext | null = null
let sounding = 0

/** The page's one context, made when something first sounds; null where the computer has nothing to play with. */
function context(): AudioContext | null {
  try {
    shared ??= new AudioContext()
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason
    console.warn(`No sound: ${reason.name}`)
  }
  return shared
}

/** Wakes a context; gives whether it woke in time. */
async function wakes(audio: AudioContext): Promise<boolean> {
  const asked = performance.now()
  try {
    if (audio.state !== 'running') await audio.resume()
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason
    console.warn(`No sound: ${reason.name}`)
    return false
  }
  return performance.now() - asked < latest
}

function strike(
  audio: AudioContext,
  out: AudioNode,
  { pitch, strength, begins, comes, goes }: PureTone,
): void {
  const start = audio.currentTime + 0.02 + begins
  const envelope = audio.createGain()
  envelope.gain.setValueAtTime(0, start)
  envelope.gain.linearRampToValueAtTime(strength, start + comes)
  envelope.gain.exponentialRampToValueAtTime(strength * gone, start + comes + goes)
  const tone = audio.createOscillator()
  tone.frequency.value = pitch
  tone.connect(envelope).connect(out)
  tone.start(start)
  tone.stop(start + comes + goes)
}

/** Plays a sound once, from the computer's own loudspeaker. A missing loudspeaker changes nothing else. */
export async function play(sound: Sound | 'none', loudness: Loudness): Promise<void> {
  const audio = sound === 'none' ? null : context()
  if (audio === null || sound === 'none' || !(await wakes(audio))) return
  const out = audio.createGain()
  out.gain.value = openings[loudness]
  out.connect(audio.destination)
  for (const partial of recipes[sound]) strike(audio, out, partial)
  sounding += 1
  setTimeout(
    () => {
      sounding -= 1
      out.disconnect()
      // Between two tones the loudspeaker is given back.
      if (sounding === 0) void audio.suspend()
    },
    1000 * lengthOf(sound) + 200,
  )
}
