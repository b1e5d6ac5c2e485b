// Faces that take the whole wall, centred: what matters is one sentence.
import { useWords } from '../../words/words'
import { timeOfDay } from '../../words/time'
import { At, Line, Stack, useFrame } from '../../ui/at'
import { sizeToFit } from '../../ui/measure'
import type { FaceProps } from './circle-faces'

function Centred({
  y,
  size,
  weight,
  color,
  human,
  lines,
  children,
}: {
  readonly y: number
  readonly size: number
  readonly weight?: number
  readonly color?: string
  readonly human?: true
  readonly lines?: number
  readonly children: React.ReactNode
}) {
  const { width, height, portrait } = useFrame()
  const top = portrait ? (y / 100) * height : y
  const fit = portrait ? 0.8 : 1
  const colours = {
    ...(color === undefined ? {} : { color }),
    ...(weight === undefined ? {} : { weight }),
    ...(human ? { human } : {}),
  }
  return (
    <At x={5} y={top} width={width - 10} size={size * fit} align="center" lines={lines ?? 1.15} {...colours}>
      {children}
    </At>
  )
}

export function HeldFace() {
  const words = useWords().stage
  return (
    <>
      <Centred y={36} size={13} human color="var(--soft)">
        {words.pause}
      </Centred>
      <Centred y={56} size={5} color="var(--soft)">
        {words.thereIsTime}
      </Centred>
    </>
  )
}

export function ThankedFace({ face }: FaceProps<'thanked'>) {
  return (
    <Centred y={42} size={10} human>
      {useWords().stage.thankYouName(face.name)}
    </Centred>
  )
}

export function ClosedFace({ face }: FaceProps<'closed'>) {
  const words = useWords().stage
  return (
    <>
      <Centred y={32} size={13} human>
        {words.thankYou}
      </Centred>
      <Centred y={56} size={4.6} color="var(--soft)">
        {words.leftOut(face.keptSentences)}
      </Centred>
    </>
  )
}

export function BreakFace({ face, view, now }: FaceProps<'break'>) {
  const words = useWords().stage
  const back = now < face.backAt
  return (
    <>
      {back ? (
        <>
          <Centred y={22} size={7} color="var(--soft)">
            {words.backAt}
          </Centred>
          <Centred y={31} size={30} weight={660} lines={1}>
            {timeOfDay(face.backAt, view.options.hours, view.options.language)}
          </Centred>
        </>
      ) : (
        <Centred y={38} size={10} human>
          {words.whenAllHere}
        </Centred>
      )}
      <Centred y={68} size={4.2} color="var(--soft)">
        {words.thenTurn(face.thenName)}
      </Centred>
    </>
  )
}

/** The rule alone, as large as it fits, for eight seconds. It names nobody but whose floor it is. */
export function RemindedFace({ face }: FaceProps<'reminded'>) {
  const frame = useFrame()
  const [first, second] = useWords().stage.rule[face.rule.rule](face.rule.name, face.rule.then)
  const wide = frame.width - 10
  const size = sizeToFit(first, 700, wide, 13, 5) ?? 5
  const small = second === null ? 8 : (sizeToFit(second, 460, wide, Math.min(8, size * 0.62), 4) ?? 4)
  const y = frame.height / 2 - size * 0.54 - small * 0.8
  return (
    <Stack x={5} y={y} width={wide}>
      <div style={{ textAlign: 'center' }}>
        <Line size={size} weight={700} lines={1.08}>
          {first}
        </Line>
        <Line size={small} above={1.6} weight={460}>
          {second}
        </Line>
      </div>
    </Stack>
  )
}
