// A card of a drill: the sentence large, who works on it small, and one other way to say it once that is wanted.
import { At, FrameProvider, Line, Stack, useFrame } from '../../ui/at'
import { ClockFace } from '../../ui/clock-face'
import type { Frame } from '../../ui/frame'
import { sizeForLines, sizeToFit } from '../../ui/measure'
import { PhaseRing } from '../../ui/ring'
import { useWords } from '../../words/words'
import type { FaceProps } from './face-props'

const radius = 17

interface Places {
  readonly words: { readonly x: number; readonly width: number }
  readonly ring: { readonly x: number; readonly y: number }
}

/** The words at one side, the ring at the other; in portrait one above the other. */
function placesOf({ width, portrait, direction }: Frame): Places {
  if (portrait) return { words: { x: 5, width: width - 10 }, ring: { x: width / 2, y: 122 } }
  const wide = width - 10 - 2 * radius - 9
  return direction === 'rtl'
    ? { words: { x: width - 5 - wide, width: wide }, ring: { x: 5 + radius + 2, y: 30 } }
    : { words: { x: 5, width: wide }, ring: { x: width - 5 - radius - 2, y: 30 } }
}

export function CardFace({ face, view, now }: FaceProps<'card'>) {
  const frame = useFrame()
  const words = useWords()
  const { drills } = words.console
  const { words: place, ring } = placesOf(frame)
  const { width } = place
  const [first, second] = words.stage.rule[face.rule.rule](face.rule.name, face.rule.then, face.rule.part)
  const small = { ...frame, centre: ring, scale: 0.7 }
  return (
    <>
      <Stack x={place.x} y={7} width={width}>
        <div data-part="rule">
          <Line size={sizeToFit(first, 700, width, 5.4, 4) ?? 4} weight={700} lines={1.08}>
            {first}
          </Line>
          {second !== null && (
            <Line size={4} above={0.8} weight={460} lines={1.14}>
              {second}
            </Line>
          )}
        </div>
        <Line
          size={sizeForLines(face.heard, { width: width - 4, lines: 3, most: 8.4, least: 5, human: true })}
          above={8}
          human
          bar
          clamp={4}
        >
          {face.heard}
        </Line>
        {face.open === null ? (
          <Line size={4.4} above={6} human lines={1.2}>
            {face.sentence}
          </Line>
        ) : (
          <>
            <Line size={3.6} above={6} color="var(--leaf)" weight={600}>
              {drills.oneWay}
            </Line>
            <Line
              size={sizeForLines(face.open, { width, lines: 2, most: 6, least: 4, human: true })}
              above={1}
              human
              clamp={3}
            >
              {face.open}
            </Line>
            <Line size={3.6} above={4} color="var(--soft)">
              {face.sentence}
            </Line>
          </>
        )}
      </Stack>
      <FrameProvider value={small}>
        <PhaseRing radius={radius} clock={face.clock} now={now} />
        <ClockFace clock={face.clock} now={now} time={view.options.time} title={null} />
      </FrameProvider>
      <At
        x={ring.x - radius - 3}
        y={ring.y + radius + 3}
        width={2 * radius + 6}
        size={3.6}
        color="var(--soft)"
        align="center"
      >
        {drills.card(face.number, face.of)}
      </At>
    </>
  )
}
