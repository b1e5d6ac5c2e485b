// Faces that take the whole wall for what was promised, learnt and kept.
import type { Stay } from '../../../shared/session/sweep'
import type { CommitmentView } from '../../../shared/stage/stage-view'
import { At, Line, Own, Stack, useFrame } from '../../ui/at'
import { cutToFit, fitsLines, sizeForLines, sizeToFit, widthOf } from '../../ui/measure'
import { lineHeightOf } from '../../ui/script'
import { dayAndMonth } from '../../words/time'
import { useWords } from '../../words/words'
import type { FaceProps } from './face-props'
import { LineGrid } from './line-grid'

/** A tall wall has more room between the pieces, not larger ones. */
const useWhole = () => {
  const { width, portrait } = useFrame()
  return { wide: width - 10, down: portrait ? 1.3 : 1 }
}

function Name({ y, children }: { readonly y: number; readonly children: string }) {
  const { wide } = useWhole()
  return (
    <At
      x={5}
      y={y}
      width={wide}
      size={sizeToFit(children, 700, wide, 7.6, 4) ?? 4}
      weight={700}
      lines={1.1}
      style={{ whiteSpace: 'nowrap' }}
    >
      {cutToFit(children, (cut) => sizeToFit(cut, 700, wide, 7.6, 4) !== null, ['grapheme'])}
    </At>
  )
}

interface WordedProps {
  readonly text: string
  /** Until when, said after it and softly. */
  readonly more?: string
  readonly most: number
  readonly least: number
  readonly lines: number
  /** The height there is for it; without end if not given. */
  readonly deep?: number
  readonly above: number
}

/** What somebody means to do, in their own words, with the ember bar. */
function Worded({ text, more, most, least, lines, deep = Infinity, above }: WordedProps) {
  const { wide } = useWhole()
  const whole = (own: string) => (more === undefined ? own : `${own} ${more}`)
  const high = lineHeightOf(text, 1.18)
  const roomAt = (size: number) =>
    ({ width: wide - 3.4, lines: Math.min(lines, Math.floor(deep / (size * high))), human: true }) as const
  let size = most
  while (size > least && !fitsLines(whole(text), size, roomAt(size))) size -= 0.2
  const room = roomAt(size)
  return (
    <Line size={size} above={above} human bar>
      <Own clamp={room.lines}>
        {cutToFit(text, (cut) => fitsLines(whole(cut), size, room))}
        {more !== undefined && <span style={{ color: 'var(--soft)' }}> {more}</span>}
      </Own>
    </Line>
  )
}

export function LastCommitmentsFace({ face }: FaceProps<'last-commitments'>) {
  const { width } = useFrame()
  const { wide, down } = useWhole()
  const words = useWords().stage
  const several = face.promises.length > 1
  const most = Math.min(several ? 5.4 : 6.6, width / 18)
  return (
    <>
      <Name y={10 * down}>{face.name}</Name>
      <Stack x={5} y={23 * down} width={wide}>
        {face.promises.slice(0, 2).map(({ text }, index) => (
          <Worded
            key={index}
            text={text ?? words.promisePrivate}
            most={most}
            least={3.8}
            lines={several ? 3 : 5}
            above={index === 0 ? 0 : 4}
          />
        ))}
        <Line size={4.2} above={7} color="var(--soft)">
          {words.whatCameOfIt}
        </Line>
      </Stack>
    </>
  )
}

const onPage = 12

/** The ember bar beside what the room takes up; the others keep its place free. */
const bar = (taken: boolean, unit: number) => ({
  borderInlineStart: `${0.9 * unit}px solid ${taken ? 'var(--arc)' : 'transparent'}`,
  paddingInlineStart: 2 * unit,
})

export function HarvestFace({ face }: FaceProps<'harvest'>) {
  const { unit, portrait, height } = useFrame()
  const { wide, down } = useWhole()
  const words = useWords().stage
  const pages = Math.max(1, Math.ceil(face.words.length / onPage))
  // What the room takes up stands first; until then the newest lines are on the wall.
  const page = face.chosen > 0 ? 1 : pages
  const shown = face.words.slice((page - 1) * onPage, page * onPage)
  const gap = 4
  const column = (wide - gap) / 2
  const top = portrait ? 36 : 23
  const rows = Math.max(3, Math.ceil(shown.length / 2))
  const row = portrait ? Math.min(28, (height - top - 18) / rows) : Math.min(20.4, 61.2 / rows)
  const high = Math.max(...shown.map((word) => lineHeightOf(word, 1.15)), 1.15)
  const linesIn = (size: number) => Math.max(1, Math.floor((row - 1) / (size * high)))
  const lines = linesIn(3.6)
  // One size for all: nobody's line is louder than another's.
  const size = Math.min(
    ...shown.map((word) => sizeForLines(word, { width: column, lines, most: 4.4, least: 3.4, weight: 460 })),
  )
  const question = face.question ?? words.whatDidWeLearn
  return (
    <>
      <At
        x={5}
        y={8 * down}
        width={wide}
        size={sizeForLines(question, {
          width: wide,
          lines: portrait ? 2 : 1,
          most: 6,
          least: 4.4,
          human: true,
        })}
        human
      >
        {question}
      </At>
      <LineGrid top={top} rows={rows} row={row} columns={2} column={column} gap={gap}>
        {shown.map((word, index) => (
          <div
            key={`${page}-${index}`}
            role="listitem"
            className="arrives"
            aria-current={index < face.chosen ? 'true' : undefined}
            style={{
              fontSize: size * unit,
              fontWeight: index < face.chosen ? 650 : 460,
              color: face.chosen > 0 && index >= face.chosen ? 'var(--soft)' : 'var(--ink)',
              lineHeight: lineHeightOf(word, 1.15),
              ...(face.chosen > 0 ? bar(index < face.chosen, unit) : {}),
            }}
          >
            <Own clamp={linesIn(size)}>{word}</Own>
          </div>
        ))}
      </LineGrid>
      {pages > 1 && (
        <At x={5} y={portrait ? height - 16 : 86.6} width={wide} size={3} color="var(--soft)" align="end">
          <span data-part="count">{words.page(page, pages)}</span>
        </At>
      )}
    </>
  )
}

type StageWords = ReturnType<typeof useWords>['stage']

/** A commitment in one line, as the list has it. */
function inOneLine(words: StageWords, { text, kind, until }: CommitmentView): string {
  if (text === null) return words.private
  return kind === 'rest' ? words.rests(until) : text
}

/** A commitment as its owner says it: the words, and until when. */
function asSaid(words: StageWords, { text, kind, until }: CommitmentView): { text: string; more?: string } {
  if (text === null) return { text: words.private }
  if (kind === 'rest') return text === '' ? { text: words.rests(until) } : { text, more: words.rests(until) }
  return until === null ? { text } : { text, more: words.byDay(until) }
}

/** One row a person: who has none has no row. */
const byPerson = (
  words: StageWords,
  said: readonly CommitmentView[],
): readonly (readonly [string, string])[] => {
  const rows = new Map<string, string>()
  for (const one of said) {
    const before = rows.get(one.name)
    const line = inOneLine(words, one)
    rows.set(one.name, before === undefined ? line : `${before} · ${line}`)
  }
  return [...rows]
}

interface SaidProps {
  readonly said: readonly CommitmentView[]
  readonly y: number
  readonly rowsFit: number
}

function Said({ said, y, rowsFit }: SaidProps) {
  const { unit } = useFrame()
  const { wide } = useWhole()
  const words = useWords().stage
  const rows = byPerson(words, said)
  const two = rows.length > rowsFit
  const size = two ? 3.4 : 3.6
  const gap = 4
  const width = two ? (wide - gap) / 2 : wide
  const widest = Math.max(...rows.map(([name]) => widthOf(name, 650) * size), 0)
  const names = two ? Math.min(width * 0.32, widest + 0.6) : 22
  const sizeOf = (name: string) => sizeToFit(name, 650, names, size, 3.4) ?? 3.4
  return (
    <div
      className="at"
      role="list"
      style={{
        left: 5 * unit,
        top: y * unit,
        width: wide * unit,
        display: 'grid',
        gridAutoFlow: 'column',
        gridTemplateRows: `repeat(${two ? Math.ceil(rows.length / 2) : rows.length}, ${7 * unit}px)`,
        gridAutoColumns: width * unit,
        columnGap: gap * unit,
        color: 'var(--soft)',
        lineHeight: 1.56,
      }}
    >
      {rows.map(([name, text]) => (
        <div
          key={name}
          role="listitem"
          className="arrives"
          style={{
            display: 'grid',
            gridTemplateColumns: `${names * unit}px minmax(0, 1fr)`,
            columnGap: 1.2 * unit,
            alignItems: 'baseline',
          }}
        >
          <bdi style={{ fontWeight: 650, fontSize: sizeOf(name) * unit, whiteSpace: 'nowrap' }}>
            {cutToFit(name, (cut) => widthOf(cut, 650) * sizeOf(name) <= names, ['grapheme'])}
          </bdi>
          <bdi style={{ fontSize: size * unit, whiteSpace: 'nowrap', textAlign: 'match-parent' }}>
            {cutToFit(text, (cut) => widthOf(cut, 400) * size <= width - names - 1.6)}
          </bdi>
        </div>
      ))}
    </div>
  )
}

export function CommitmentsFace({ face, view }: FaceProps<'commitments'>) {
  const { portrait } = useFrame()
  const { wide, down } = useWhole()
  const words = useWords().stage
  const several = face.now.length > 1
  const when =
    face.nextAt === null ? words.untilNextTime : words.until(dayAndMonth(face.nextAt, view.options.language))
  return (
    <>
      <At x={5} y={7 * down} width={wide} size={4.2} color="var(--soft)" clamp={1}>
        {when}
      </At>
      {face.name !== null && (
        <>
          <Name y={14.5 * down}>{face.name}</Name>
          <Stack x={5} y={26 * down} width={wide}>
            {face.now.length === 0 ? (
              <Invitation />
            ) : (
              face.now
                .slice(0, 2)
                .map((one, index) => (
                  <Worded
                    key={index}
                    {...asSaid(words, one)}
                    most={several ? 4.6 : 5.4}
                    least={3.8}
                    lines={(several ? 2 : 4) + (portrait ? 1 : 0)}
                    deep={(several ? 9.6 : 20.4) * (portrait ? 1.42 : 1)}
                    above={index === 0 ? 0 : 1.6}
                  />
                ))
            )}
          </Stack>
        </>
      )}
      <Said
        said={face.said}
        y={(face.name === null ? 17 : several ? 49 : 47) * (portrait ? 1.4 : 1)}
        rowsFit={rowsThatFit(face.name, portrait)}
      />
    </>
  )
}

/** How many rows fit in one column. */
const rowsThatFit = (name: string | null, portrait: boolean): number =>
  portrait ? 12 : name === null ? 8 : 5

function Invitation() {
  const { wide } = useWhole()
  const words = useWords().stage
  const size = sizeForLines(words.whatWillYouDo, {
    width: wide,
    lines: 2,
    most: 5.4,
    least: 3.8,
    human: true,
  })
  return (
    <>
      <Line size={size} human>
        {words.whatWillYouDo}
      </Line>
      <Line size={4.2} above={2.4} color="var(--soft)">
        {words.nothingForNow}
      </Line>
    </>
  )
}

/** Kinds and numbers, never texts: silence leaves everything where it stands. */
export function WhatStaysFace({ face }: FaceProps<'what-stays'>) {
  const { unit, portrait } = useFrame()
  const { wide } = useWhole()
  const words = useWords().stage
  const gap = 6
  const column = (wide - gap) / 2
  const title = words.whatStays
  const [move, say] = portrait ? [116, 136] : [68, 82]
  return (
    <>
      <At
        x={5}
        y={portrait ? 12 : 7}
        width={wide}
        size={sizeToFit(title, 700, wide, 6.4, 5) ?? 5}
        weight={700}
      >
        {title}
      </At>
      <div
        className="at"
        style={{
          left: 5 * unit,
          top: (portrait ? 32 : 19) * unit,
          width: wide * unit,
          display: 'grid',
          gridTemplateColumns: `${column * unit}px ${column * unit}px`,
          columnGap: gap * unit,
        }}
      >
        <Column heading={words.weKeep} stays={face.keep} colours={['var(--leaf)', 'var(--ink)']} />
        <Column heading={words.weForget} stays={face.forget} colours={['var(--ink)', 'var(--soft)']} />
      </div>
      <At
        x={5}
        y={move}
        width={wide}
        size={sizeForLines(words.moveSomething, {
          width: wide,
          lines: 2,
          most: 5.4,
          least: 3.8,
          human: true,
        })}
        human
      >
        {words.moveSomething}
      </At>
      <At x={5} y={say} width={wide} size={3.6} color="var(--soft)">
        {words.sayOrNothing}
      </At>
    </>
  )
}

interface ColumnProps {
  readonly heading: string
  readonly stays: readonly Stay[]
  /** Of the heading, and of the lines. */
  readonly colours: readonly [string, string]
}

function Column({ heading, stays, colours: [own, lines] }: ColumnProps) {
  const { unit } = useFrame()
  const words = useWords().stage
  const nothing = stays.length === 0
  const said = nothing ? [words.nothingYet] : stays.slice(0, 5).map((one) => capital(words.stay(one)))
  return (
    <div>
      <div
        role="heading"
        aria-level={2}
        style={{ fontSize: 4.6 * unit, fontWeight: 650, lineHeight: 1.2, color: own }}
      >
        {heading}
      </div>
      <div
        role="list"
        style={{ display: 'grid', gap: (said.length > 4 ? 2 : 2.4) * unit, marginTop: 2.6 * unit }}
      >
        {said.map((line) => (
          <div
            key={line}
            role="listitem"
            className="arrives"
            style={{ fontSize: 3.8 * unit, lineHeight: 1.2, color: nothing ? 'var(--soft)' : lines }}
          >
            {line}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The first letter large, in scripts that have large ones; a number keeps what follows it small. */
const capital = (text: string): string =>
  text.replace(/^[\u200e\u200f]*\p{L}/u, (letter) => letter.toLocaleUpperCase())
