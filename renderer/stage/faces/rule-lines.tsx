// The rule: who speaks, then how. The largest words on the wall.
import type { RuleView } from '../../../shared/stage/stage-view'
import { Line, useFrame } from '../../ui/at'
import { fitRule, type RuleWords } from '../../ui/fit-words'
import { ruleSizes } from '../../ui/frame'
import { lineHeightOf } from '../../ui/script'
import { useWords } from '../../words/words'

/** No line of a rule is smaller, whatever stands beside it. */
const least = 3.6

interface RuleRoom {
  readonly width?: number
  /** The sizes of both lines where they have all the room they want; the frame's own if not given. */
  readonly most?: number
  readonly second?: number
}

/** A rule's words and sizes in a width: the field of words, if not given. */
export function useRule(rule: RuleView, { width, most, second }: RuleRoom = {}): RuleWords {
  const frame = useFrame()
  const say = useWords().stage.rule[rule.rule]
  const sizes = ruleSizes(frame)
  return fitRule((name, then) => say(name, then, rule.part), rule, {
    width: width ?? frame.words.width,
    most: most ?? sizes.first,
    least,
    second: second ?? sizes.second,
  })
}

interface RuleLinesProps {
  readonly words: RuleWords
  readonly part?: number
}

/** Both lines of a rule; smaller by a part where something else is larger. */
export function RuleLines({ words: { first, second, size, small }, part = 1 }: RuleLinesProps) {
  return (
    <div data-part="rule">
      <Line size={Math.max(3.4, size * part)} weight={700} lines={1.08}>
        {first}
      </Line>
      {second !== null && (
        <Line size={Math.max(3.4, small * part)} above={0.8} weight={460} lines={1.14}>
          {second}
        </Line>
      )}
    </div>
  )
}

/** How tall both lines are, in h. */
export const ruleHeight = (
  { first, second, size, small }: RuleWords,
  part: number,
  lines: (text: string, size: number) => number,
): number =>
  Math.max(3.4, size * part) * lineHeightOf(first, 1.08) +
  (second === null
    ? 0
    : 0.8 +
      lines(second, Math.max(3.4, small * part)) * Math.max(3.4, small * part) * lineHeightOf(second, 1.14))
