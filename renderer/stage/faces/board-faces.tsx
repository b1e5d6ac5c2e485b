// The board when it is more than a few lines under the rule: all questions together, and one that is being sorted.
import { wholeMinutes, millisOf, type Instant } from '../../../shared/basics/time'
import { warmths, type Warmth } from '../../../shared/board/board'
import { phaseOf, remaining, type Clock } from '../../../shared/session/clock'
import { useWords } from '../../words/words'
import { At, FrameProvider, Line, Own, Stack, useFrame } from '../../ui/at'
import { fitRule } from '../../ui/fit-words'
import { ruleSizes } from '../../ui/frame'
import { sizeForLines, sizeToFit } from '../../ui/measure'
import { PhaseRing } from '../../ui/ring'
import { lineHeightOf } from '../../ui/script'
import type { FaceProps } from './face-props'
import { LineGrid } from './line-grid'
import { RuleLines } from './rule-lines'

/** The radius of the ring in the corner, and how thick it is beside the large one. */
const radius = 9
const thin = 0.55

/** The minutes in a small ring in the corner. */
function SmallClock({
  clock,
  now,
  time,
}: {
  readonly clock: Clock
  readonly now: Instant
  readonly time: 'minutes' | 'exact' | 'shape'
}) {
  const frame = useFrame()
  const words = useWords().stage
  const { width, direction } = frame
  const x = direction === 'rtl' ? 5 + radius : width - 5 - radius
  const left = remaining(clock, now)
  const phase = phaseOf(left)
  const count =
    phase === 'time'
      ? words.time
      : String(phase === 'over' ? Math.floor(-left / 60_000) : wholeMinutes(millisOf(Math.max(1, left))))
  const unit = phase === 'time' ? null : phase === 'over' ? words.minOver : words.min
  return (
    <FrameProvider value={{ ...frame, centre: { x, y: 5 + radius }, scale: thin }}>
      <PhaseRing radius={radius} clock={clock} now={now} />
      {time !== 'shape' && (
        <Stack x={x - radius + 1.4} y={5 + radius - (unit === null ? 2.6 : 5)} width={2 * radius - 2.8}>
          <div data-part="count" style={{ textAlign: 'center' }}>
            <Line size={unit === null ? 4.4 : 6.4} weight={660} lines={1}>
              <span className="tabular">{count}</span>
            </Line>
            {unit !== null && (
              <Line size={sizeToFit(unit, 500, 2 * radius - 4, 3, 2.6) ?? 2.6} weight={500} lines={1.1}>
                {unit}
              </Line>
            )}
          </div>
        </Stack>
      )}
    </FrameProvider>
  )
}

/** All the questions together, eight on a page; what was parked comes back in the same way. */
export function TogetherFace({ face, view, now }: FaceProps<'together'>) {
  const frame = useFrame()
  const { width, portrait, height, unit } = frame
  const words = useWords().stage
  const wide = width - 10
  const head = wide - (face.clock === null ? 0 : 2 * radius + 4)
  const sizes = ruleSizes(frame)
  const rule = face.rule
  const heading = fitRule(
    (name, then) =>
      rule === null
        ? [words.board.parked, words.board.needsAPlace]
        : rule.rule === 'WRITE'
          ? [words.board.allTogether, words.board.readFirst]
          : words.rule[rule.rule](name, then, rule.part),
    rule ?? { name: null, then: null },
    { width: head, most: sizes.first * 0.86, least: 3.6, second: sizes.first * 0.62 },
  )
  const columns = portrait ? 1 : 2
  const gap = 5
  const column = (wide - gap * (columns - 1)) / columns
  const rows = portrait
    ? Math.max(4, face.questions.length)
    : Math.max(3, Math.ceil(face.questions.length / 2))
  const top = portrait ? 34 : 26
  const row = Math.min(portrait ? 15 : 19, (height - top - (portrait ? 22 : 19)) / rows)
  const byLine = face.named ? askedByHeight : 0
  const high = Math.max(...face.questions.map((question) => lineHeightOf(question.text, 1.18)))
  const linesAt = (size: number) => Math.max(1, Math.floor((row - byLine - 0.6) / (size * high)))
  const lines = linesAt(3.6)
  const text = Math.min(
    4.4,
    ...face.questions.map((question) =>
      sizeForLines(question.text, { width: column, lines, most: 4.4, least: 3.4, weight: 460 }),
    ),
  )
  const foot = portrait ? height - 16 : 86.4
  return (
    <>
      {face.clock !== null && <SmallClock clock={face.clock} now={now} time={view.options.time} />}
      <Stack x={view.options.direction === 'ltr' ? 5 : width - 5 - head} y={portrait ? 10 : 7} width={head}>
        <RuleLines words={heading} />
      </Stack>
      <LineGrid top={top} rows={rows} row={row} columns={columns} column={column} gap={gap}>
        {face.questions.map((question, index) => (
          <div
            key={`${face.page}-${index}`}
            role="listitem"
            className="arrives"
            style={{ fontSize: text * unit, fontWeight: 460, lineHeight: lineHeightOf(question.text, 1.18) }}
          >
            <Own clamp={linesAt(text)}>{question.text}</Own>
            {question.by !== null && <AskedBy name={question.by} />}
          </div>
        ))}
      </LineGrid>
      <At
        x={view.options.direction === 'ltr' ? 5 : width - 5 - wide * 0.7}
        y={foot}
        width={wide * 0.7}
        size={3.4}
        color="var(--soft)"
        clamp={1}
      >
        {face.named ? words.board.withNames : words.board.nobodysName}
      </At>
      {face.pages > 1 && (
        <At x={5} y={foot} width={wide} size={3} color="var(--soft)" align="end">
          <span data-part="count">{words.page(face.page, face.pages)}</span>
        </At>
      )}
    </>
  )
}

/** How tall a name under its question may be, and the three words under a question that is sorted, in h. */
export const askedByHeight = 3.4 * 1.56
export const warmthsHeight = 5 + 3.6 * 1.4 + 0.5

/** Whose question it is, where the circle chose that names stand there. */
export function AskedBy({ name }: { readonly name: string }) {
  const { unit } = useFrame()
  return (
    <div style={{ fontSize: 3.4 * unit, lineHeight: lineHeightOf(name, 1.3), color: 'var(--soft)' }}>
      <bdi>{name}</bdi>
    </div>
  )
}

/** Hot, lukewarm, cold; what the presenter says of the question is underlined. */
export function Warmths({ said }: { readonly said: Warmth | null }) {
  const { unit } = useFrame()
  const words = useWords().stage.board
  return (
    <div
      role="list"
      style={{
        display: 'flex',
        columnGap: 6 * unit,
        marginTop: 5 * unit,
        fontSize: 3.6 * unit,
        lineHeight: 1.4,
      }}
    >
      {warmths.map((warmth) => (
        <span
          key={warmth}
          role="listitem"
          aria-current={warmth === said ? 'true' : undefined}
          style={{
            color: said === null || warmth === said ? 'var(--ink)' : 'var(--soft)',
            fontWeight: warmth === said ? 700 : 460,
            borderBottom: `${0.5 * unit}px solid ${warmth === said ? 'var(--ink)' : 'transparent'}`,
          }}
        >
          {words.warmths[warmth]}
        </span>
      ))}
    </div>
  )
}
