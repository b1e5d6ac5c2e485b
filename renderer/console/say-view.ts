import type { Instant } from '../../shared/basics/time'
import { assertNever } from '../../shared/basics/result'
import type { StageView } from '../../shared/stage/stage-view'
import { timeOfDay } from '../words/time'
import type { Words } from '../words/en'

/** What the room sees now, in a sentence: made from the very view that the wall was given. */
export function sayView({ face, options }: StageView, words: Words): string {
  const { sees, drills } = words.console
  const at = (instant: Instant) => timeOfDay(instant, options.hours, options.language)
  if ('told' in face && face.told) return sees.told
  switch (face.kind) {
    case 'waiting':
      return sees.waiting(face.beginsAt === null ? null : at(face.beginsAt))
    case 'named':
      return face.thanks === null ? sees.named(face.facilitator) : sees.namedNow(face.facilitator)
    case 'agreements':
      return face.page.kind === 'sentence' ? sees.sentence(face.page.reader) : sees[face.page.kind]
    case 'round':
      return face.promise !== null && face.rule.name !== null
        ? sees.promise(face.rule.name)
        : sees.rule[face.rule.rule](face.rule.name)
    case 'turn':
    case 'write':
    case 'reminded':
      if (face.kind === 'turn' && face.more !== null) return sees.more(face.more.minutes)
      return face.rule.part === null ? sees.rule[face.rule.rule](face.rule.name) : sees.groups(face.rule.part)
    case 'card':
      return drills.seesCard(face.number, face.of)
    case 'choosing':
      return sees.choosing(face.first)
    case 'help':
      return sees.help(face.name)
    case 'groups':
      return face.clock !== null && face.part === null ? sees.together : sees.groups(face.part)
    case 'last-commitments':
      return sees.lastCommitments(face.name)
    case 'harvest':
      return sees.harvest(face.words.length)
    case 'commitments':
      return sees.commitments(face.name)
    case 'together':
      return face.of === 'parked' ? sees.board.parked : sees.board.together(face.page, face.pages)
    case 'what-stays':
      return sees.whatStays
    case 'refit':
      return sees.refit(at(face.agreedAt))
    case 'break':
      return sees.break(at(face.backAt))
    case 'silence':
      return sees.rule.QUIET(null)
    case 'held':
      return sees.held
    case 'thanked':
      return sees.thanked(face.name)
    case 'blank':
      return sees.blank
    case 'room-check':
      return sees.roomCheck[face.page]
    case 'closed':
      return sees.closed
    default:
      return assertNever(face)
  }
}
