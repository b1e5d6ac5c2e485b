import { useState } from 'react'
import { between, type Instant } from '../../shared/basics/time'
import { twinLength } from '../../shared/sound/twin'
import type { ToneView } from '../../shared/stage/stage-view'
import { useFrame } from '../ui/at'
import './twin.css'

/** From the edge, and as thick as the strip's bar; in h. */
const edge = 2.6
const thick = 0.9

interface TwinProps {
  readonly tone: ToneView
  readonly now: Instant
}

/** A tone as it is seen: a line at either side of the wall that grows while the tone sounds, and is gone with it. */
export function Twin({ tone, now }: TwinProps) {
  const { unit } = useFrame()
  // A wall that comes in the middle of a tone shows what is left of it.
  const [age] = useState(() => Math.max(0, between(tone.since, now)))
  const line = {
    width: thick * unit,
    insetBlock: 8 * unit,
    animationDuration: `${twinLength(tone.sound)}ms`,
    animationDelay: `${-age}ms`,
  }
  return (
    <div data-part="twin" data-sound={tone.sound} aria-hidden="true">
      <span className="twin-line" style={{ ...line, left: edge * unit }} />
      <span className="twin-line" style={{ ...line, right: edge * unit }} />
    </div>
  )
}
