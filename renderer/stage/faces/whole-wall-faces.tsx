// Faces that take the whole wall, centred: what matters is one sentence.
import type { RefitRow } from '../../../shared/stage/stage-view'
import { wishes } from '../../../shared/formats/wish'
import { useWords } from '../../words/words'
import { dayAndTime, timeOfDay } from '../../words/time'
import { At, Line, Stack, useFrame } from '../../ui/at'
import { withName } from '../../ui/fit-words'
import { fitsLines, sizeForLines, sizeToFit, widthOf } from '../../ui/measure'
import { lineHeightOf } from '../../ui/script'
import type { FaceProps } from './face-props'
import { useRule } from './rule-lines'

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
    <At
      x={5}
      y={top}
      width={width - 10}
      size={Math.max(3.4, size * fit)}
      align="center"
      lines={lines ?? 1.15}
      {...colours}
    >
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
  const { width } = useFrame()
  const words = useWords().stage
  const room = { width: width - 10, lines: 2, most: 10, least: 6, human: true } as const
  const said = withName(words.thankYouName, face.name, (text) => fitsLines(text, 6, room))
  return (
    <Centred y={38} size={sizeForLines(said, room)} human>
      {said}
    </Centred>
  )
}

/** The last of the wall: thanks, what is left out, and when we meet again. It asks nothing. */
export function ClosedFace({ face, view }: FaceProps<'closed'>) {
  const { width, portrait } = useFrame()
  const words = useWords().stage
  const { hours, language } = view.options
  const { at, name, answer } = face.next
  const out = words.leftOut(face.keep)
  const date = at === null ? null : dayAndTime(at, hours, language)
  const wide = width - 10
  const part = portrait ? 0.8 : 1
  return (
    <>
      <Centred y={24} size={13} human lines={1.1}>
        {words.thankYou}
      </Centred>
      <Centred
        y={46}
        size={sizeForLines(out, { width: wide, lines: 2, most: 4.6 * part, least: 3.6 }) / part}
        color="var(--soft)"
        lines={1.2}
      >
        {out}
      </Centred>
      {date !== null && (
        <Centred y={62} size={(sizeToFit(date, 650, wide, 6 * part, 3.8) ?? 3.8) / part} weight={650}>
          <span className="tabular">{date}</span>
        </Centred>
      )}
      {name !== null && (
        <Centred y={date === null ? 62 : 71} size={4.6} color="var(--soft)">
          {answer === 'willing' ? words.facilitates(name) : words.isAsked(name)}
        </Centred>
      )}
    </>
  )
}

export function BreakFace({ face, view, now }: FaceProps<'break'>) {
  const { width, portrait } = useFrame()
  const words = useWords().stage
  const back = now < face.backAt
  const time = timeOfDay(face.backAt, view.options.hours, view.options.language)
  const part = portrait ? 0.8 : 1
  return (
    <>
      {back ? (
        <>
          <Centred y={22} size={7} color="var(--soft)">
            {words.backAt}
          </Centred>
          <Centred
            y={31}
            size={(sizeToFit(time, 660, width - 12, 30 * part, 12) ?? 12) / part}
            weight={660}
            lines={1}
          >
            <span className="nowrap tabular">{time}</span>
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

/** How the session could close in time, put to the room: only what changes, one turn that does not, and a question. */
export function RefitFace({ face, view }: FaceProps<'refit'>) {
  const { width, portrait, unit } = useFrame()
  const words = useWords().stage
  const { hours, language } = view.options
  const wide = width - 10
  const closes = words.weWouldClose(timeOfDay(face.closesAt, hours, language))
  const rows = face.stays === null ? face.rows : [...face.rows, face.stays]
  const size = portrait || width < 140 ? 4 : 5
  // Five rows leave less air between things, so that the question at the end stands on the wall whatever the language.
  const [air, rowAir] = rows.length > 4 ? [0.6, 1.3] : [1, rows.length > 3 ? 2.6 : 4]
  const itemOf = (row: RefitRow) =>
    withName(
      (cut) =>
        words.refitItem(row.item, {
          ...row,
          ...(row.title === null ? { name: row.name && cut } : { title: cut }),
        }),
      row.title ?? row.name ?? '',
      (said) => widthOf(said, 650) * size <= wide * 0.46,
    )
  return (
    <Stack x={5} y={portrait ? 14 : 8} width={wide}>
      <Line size={sizeToFit(closes, 700, wide, 7, 4.6) ?? 4.6} weight={700} lines={1.12} clamp={2}>
        {closes}
      </Line>
      <Line size={4.6} above={1.4} color="var(--soft)">
        {words.toCloseAt(timeOfDay(face.agreedAt, hours, language))}
      </Line>
      <div
        className="tabular"
        role="table"
        style={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, max-content) max-content max-content minmax(0, 1fr)',
          columnGap: 4 * unit,
          rowGap: rowAir * unit,
          marginTop: 5 * air * unit,
          fontSize: size * unit,
          lineHeight: Math.max(...rows.map((row) => lineHeightOf(itemOf(row), 1.2))),
        }}
      >
        {rows.map((row, index) => (
          <div key={index} role="row" style={{ display: 'contents' }}>
            <bdi role="cell" style={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
              {itemOf(row)}
            </bdi>
            <span role="cell" style={{ color: 'var(--soft)' }}>
              {words.minutes(row.before)}
            </span>
            <span aria-hidden="true" className="arrow" style={{ color: 'var(--soft)' }}>
              {view.options.direction === 'rtl' ? '←' : '→'}
            </span>
            <span role="cell" style={{ fontWeight: 650 }}>
              {row === face.stays
                ? words.asPlanned(row.after)
                : row.after === 0
                  ? words.leftOutShort
                  : words.minutes(row.after)}
            </span>
          </div>
        ))}
      </div>
      {face.more > 0 && (
        <Line size={3.8} above={2} color="var(--soft)">
          {words.andSmaller(face.more)}
        </Line>
      )}
      <Line size={4.6} above={4.4 * air} color="var(--soft)" clamp={2}>
        {words.orLeaveIt(timeOfDay(face.closesAt, hours, language))}
      </Line>
      <Line size={5.4} above={3.4 * air} human>
        {words.shallWe}
      </Line>
    </Stack>
  )
}

/** The rule alone, as large as it fits, for eight seconds. It names nobody but whose floor it is. */
export function RemindedFace({ face }: FaceProps<'reminded'>) {
  const frame = useFrame()
  const wide = frame.width - 10
  const { first, second, size, small: fitted } = useRule(face.rule, { width: wide, most: 13, second: 8 })
  const small =
    second === null ? 8 : (sizeToFit(second, 460, wide, Math.max(4, Math.min(fitted, size * 0.62)), 4) ?? 4)
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

/** The presenter chooses the help, aloud: what is chosen has the ember bar, and nothing moves. */
export function HelpFace({ face }: FaceProps<'help'>) {
  const { width, height, portrait, unit } = useFrame()
  const words = useWords().stage
  const wide = width - 10
  const question = words.whatWouldHelp(face.name)
  const size = sizeToFit(question, 700, wide, 7.6, 5) ?? 5
  const down = portrait ? 1.3 : 1
  return (
    <>
      <Stack x={5} y={8 * down} width={wide}>
        <Line size={size} weight={700} lines={1.12} clamp={3}>
          {question}
        </Line>
      </Stack>
      <div
        className="at"
        role="list"
        style={{
          left: 5 * unit,
          top: 29 * down * unit,
          width: wide * unit,
          display: 'grid',
          gap: 4 * down * unit,
        }}
      >
        {wishes.map((wish) => {
          const chosen = wish === face.wish
          return (
            <div
              key={wish}
              role="listitem"
              aria-current={chosen ? 'true' : undefined}
              style={{
                fontSize: 5 * unit,
                lineHeight: 1.3,
                fontWeight: chosen ? 650 : 460,
                color: face.wish === null || chosen ? 'var(--ink)' : 'var(--soft)',
                borderInlineStart: `${0.9 * unit}px solid ${chosen ? 'var(--arc)' : 'transparent'}`,
                paddingInlineStart: 2.1 * unit,
              }}
            >
              {words.wishes[wish]}
            </div>
          )
        })}
      </div>
      {face.format !== '' && (
        <At x={5} y={height - (portrait ? 22 : 14)} width={wide} size={3.6} color="var(--soft)" clamp={2}>
          {words.formatAndMinutes(face.format, face.minutes)}
        </At>
      )}
    </>
  )
}
