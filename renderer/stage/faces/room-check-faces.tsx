// Before a session: lines to read, stripes to count, a dot that grows with the tone.
import { stripesOf } from '../../../shared/room-check/stripes'
import { twinLength } from '../../../shared/sound/twin'
import { useWords } from '../../words/words'
import { At, useFrame } from '../../ui/at'
import { sizeToFit } from '../../ui/measure'
import type { FaceProps } from './face-props'
import './room-check.css'

/** The smallest text of any wall, what must be read, and what is read easily; in h. */
const [smallest, mustBeRead, easily] = [2.6, 3.4, 5]
const sizes = [smallest, mustBeRead, easily]

/** The stripes begin here, and are so high; in parts of the wall's height. */
const stripes = { top: 0.3, height: 0.5 }

/** How large the dot is when a tone begins and when it is over; in h. */
const dot = { small: 5, large: 30 }

function Title({ children }: { readonly children: string }) {
  const { width, height } = useFrame()
  const size = sizeToFit(children, 700, width - 10, 6.4, 3.4) ?? 3.4
  return (
    <At x={5} y={height * 0.12} width={width - 10} size={size} weight={700} align="center" lines={1.15}>
      {children}
    </At>
  )
}

function Lines() {
  const { width, height } = useFrame()
  const words = useWords().stage.roomCheck
  return sizes.map((size, index) => (
    <At
      key={size}
      x={5}
      y={height * (0.32 + 0.14 * index)}
      width={width - 10}
      size={
        size === easily ? (sizeToFit(words.lines, 400, width - 10, size, mustBeRead) ?? mustBeRead) : size
      }
      align="center"
      style={{ whiteSpace: 'nowrap' }}
    >
      <span data-part={size === smallest ? 'smallest' : undefined}>{words.lines}</span>
    </At>
  ))
}

function Stripes({ view }: Pick<FaceProps<'room-check'>, 'view'>) {
  const { width, height, unit } = useFrame()
  const words = useWords().stage.roomCheck
  return (
    <>
      <Title>{words.stripes}</Title>
      <div
        className="stripes"
        aria-hidden="true"
        style={{
          top: stripes.top * height * unit,
          height: stripes.height * height * unit,
          insetInline: width * 0.1 * unit,
        }}
      >
        {stripesOf(view.options.theme).map((colour) => (
          <span key={colour.join()} style={{ backgroundColor: `rgb(${colour.join(' ')})` }} />
        ))}
      </div>
    </>
  )
}

function Dot({ view }: Pick<FaceProps<'room-check'>, 'view'>) {
  const { width, height, unit } = useFrame()
  const words = useWords().stage.roomCheck
  const { tone } = view
  const large = dot.large * unit
  return (
    <>
      <Title>{words.dot}</Title>
      <span
        key={tone?.since ?? 'rest'}
        className="tone-dot"
        data-sounds={tone !== null}
        aria-hidden="true"
        style={{
          left: (width * unit - large) / 2,
          top: height * 0.55 * unit - large / 2,
          width: large,
          height: large,
          animationDuration: tone === null ? undefined : `${twinLength(tone.sound)}ms`,
        }}
      />
    </>
  )
}

export function RoomCheckFace({ face, view }: FaceProps<'room-check'>) {
  const words = useWords().stage.roomCheck
  const { width, height } = useFrame()
  switch (face.page) {
    case 'lines':
      return <Lines />
    case 'stripes':
      return <Stripes view={view} />
    case 'dot':
      return <Dot view={view} />
    case 'ready':
      return (
        <At
          x={5}
          y={height * 0.4}
          width={width - 10}
          size={sizeToFit(words.ready, 460, width - 10, 10, 5) ?? 5}
          align="center"
          human
        >
          {words.ready}
        </At>
      )
  }
}
