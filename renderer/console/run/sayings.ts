import { progressOf } from '../../../shared/session/apply'
import type { Step } from '../../../shared/session/plan'
import { isRound, roundOf } from '../../../shared/session/rounds'
import { presenterOf } from '../../../shared/session/forward'
import { facilitatorNow, type Session } from '../../../shared/session/session'
import type { Words } from '../../words/en'
import { nameIn } from '../say-forward'

export interface Saying {
  readonly say: string
  readonly now: string | null
}

/** What the facilitator may say here, once, and what there is to do meanwhile. */
export function sayingOf(session: Session, step: Step, held: boolean, words: Words['console']): Saying {
  const { sayings, nows } = words.run
  if (held) return { say: sayings.held, now: nows.held }
  if (session.refitting !== null) return { say: words.timeCard.saying, now: null }
  if (session.extending !== null)
    return {
      say:
        session.extending.asks === 'room'
          ? words.timeCard.askRoom
          : words.timeCard.askPresenter(nameIn(session, session.presenters.get(step.item) ?? null)),
      now: null,
    }
  if (session.thanked !== null) return { say: sayings.thanked, now: null }
  const asking = isRound(step) && roundOf(session, step, progressOf(session, step)).voice === null
  if (asking) return { say: sayings.asking, now: null }
  switch (step.kind) {
    case 'named':
      return { say: sayings.named(nameIn(session, facilitatorNow(session))), now: nows.named }
    case 'agreement':
      return { say: sayings.agreements, now: nows.agreements }
    case 'agreements-change':
      return { say: sayings.change, now: null }
    case 'round':
      return { say: sayings[step.round], now: nows[step.round] }
    case 'choosing':
    case 'groups':
    case 'what-stays':
      return { say: sayings[step.kind], now: nows[step.kind] }
    case 'help':
      return { say: sayings.help(nameIn(session, presenterOf(session, step.item))), now: nows.help }
    case 'break':
    case 'silence':
      return { say: sayings[step.kind], now: nows[step.kind] }
    case 'phase':
      return {
        say: `“${step.phase.cue}”`,
        now: step.phase.rescue.charAt(0).toLowerCase() + step.phase.rescue.slice(1),
      }
  }
}
