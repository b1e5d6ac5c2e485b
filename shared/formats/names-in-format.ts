import { namesIn } from '../circle/anonymise'
import type { Member } from '../circle/circle'
import type { Format } from './format'
import { library } from './library/library'

const textsOf = ({ title, after, phases }: Format) => [
  { phase: null, texts: [title, after] },
  ...phases.map((phase) => ({
    phase: phase.title,
    texts: [phase.title, phase.cue, phase.rescue, phase.stageLine],
  })),
]

/** Every sentence of the library: a member called Will is not meant by "What will you do?". */
const ofTheLibrary: ReadonlySet<string> = new Set(
  library.flatMap((format) => textsOf(format).flatMap(({ texts }) => texts)),
)

/** A member whose name stands in a format: the phase it stands in, by its title; null for the format's own title. */
export interface NameInFormat {
  readonly name: string
  readonly phase: string | null
}

/** The first member's name in what a circle wrote into a format of its own; null where there is none. Sentences of the library do not count. */
export function nameInFormat(format: Format, members: readonly Member[]): NameInFormat | null {
  for (const { phase, texts } of textsOf(format)) {
    const [member] = texts.filter((text) => !ofTheLibrary.has(text)).flatMap((text) => namesIn(text, members))
    if (member !== undefined) return { name: member.name, phase }
  }
  return null
}
