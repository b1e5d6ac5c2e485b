// A card of a drill: the sentence large, who works on it small, and one other way to say it once that is wanted.
import { At, FrameProvider, Line, Stack, useFrame } from '../../ui/at'
import { ClockFace } from '../../ui/clock-face'
import type { Frame } from '../../ui/frame'
import { linesAt, sizeForLines } from '../../ui/measure'
import { PhaseRing } from '../../ui/ring'
import { lineHeightOf } from '../../ui/script'
import { useWords } from '../../words/words'
import type { FaceProps } from './face-props'
import { ruleHeight, RuleLines, useRule } from './rule-lines'

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

/** How much smaller all of it is, until it ends above the wall's foot. */
const parts = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58]

interface Sizes {
  readonly part: number
  readonly heard: number
  readonly open: number
  readonly small: number
}

/** The sizes of what stands under the rule, as large as the height lets them be. */
function sizesOf(face: FaceProps<'card'>['face'], width: number, room: number): Sizes {
  const laid = (part: number): Sizes & { readonly high: number } => {
    const human = { width: width - 4, human: true } as const
    const heard = sizeForLines(face.heard, {
      ...human,
      lines: 3,
      most: 8.4 * part,
      least: Math.max(3.8, 5 * part),
    })
    const open = sizeForLines(face.open ?? '', {
      ...human,
      width,
      lines: 2,
      most: Math.max(3.8, 6 * part),
      least: 3.8,
    })
    const small = Math.max(3.4, 4.4 * part)
    const tall = (text: string, size: number, room: { width: number; human?: true }) =>
      linesAt(text, size, room) * size * lineHeightOf(text, 1.2)
    const below =
      face.open === null
        ? 6 * part + tall(face.sentence, small, { ...human, width })
        : 6 * part +
          3.6 * 1.2 +
          1 +
          tall(face.open, open, { ...human, width }) +
          4 * part +
          tall(face.sentence, 3.6, { width })
    return { part, heard, open, small, high: 8 * part + tall(face.heard, heard, human) + below }
  }
  const ways = parts.map(laid)
  return ways.find(({ high }) => high <= room) ?? laid(parts.at(-1) ?? 1)
}

export function CardFace({ face, view, now }: FaceProps<'card'>) {
  const frame = useFrame()
  const words = useWords()
  const { drills } = words.console
  const { words: place, ring } = placesOf(frame)
  const { width } = place
  const rule = useRule(face.rule, { width, most: 5.4, second: 4 })
  const ruleHigh = ruleHeight(rule, 1, (text, size) => linesAt(text, size, { width, weight: 460 }))
  const { part, heard, open, small: least } = sizesOf(face, width, (frame.portrait ? 98 : 87) - 7 - ruleHigh)
  const small = { ...frame, centre: ring, scale: 0.7 }
  return (
    <>
      <Stack x={place.x} y={7} width={width}>
        <RuleLines words={rule} />
        <Line size={heard} above={8 * part} human bar>
          {face.heard}
        </Line>
        {face.open === null ? (
          <Line size={least} above={6 * part} human lines={1.2}>
            {face.sentence}
          </Line>
        ) : (
          <>
            <Line size={3.6} above={6 * part} color="var(--leaf)" weight={600}>
              {drills.oneWay}
            </Line>
            <Line size={open} above={1} human>
              {face.open}
            </Line>
            <Line size={3.6} above={4 * part} color="var(--soft)">
              {face.sentence}
            </Line>
          </>
        )}
      </Stack>
      <FrameProvider value={small}>
        <PhaseRing radius={radius} clock={face.clock} now={now} />
        <ClockFace clock={face.clock} now={now} time={view.options.time} title={null} radius={radius} />
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
