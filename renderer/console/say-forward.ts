import { assertNever } from '../../shared/basics/result'
import type { MemberId } from '../../shared/basics/ids'
import type { Destination, ForwardLabel } from '../../shared/session/forward'
import type { Session } from '../../shared/session/session'
import type { Words } from '../words/en'

/** A member as seats and sentences name them. */
export const nameIn = (session: Session, member: MemberId | null): string =>
  session.plan.members.find(({ id }) => id === member)?.shortName ?? ''

function sayDestination(to: Destination, session: Session, words: Words): string {
  const { forward, turnOf } = words.console
  if (to.kind === 'phase') return to.title
  if (to.kind === 'item') return forward.items[to.item]
  if (to.kind === 'groups') return to.title
  return to.presenter === null ? forward.theNextTurn : turnOf(nameIn(session, to.presenter))
}

/** The forward button's words: the result of pressing it. */
export function sayForward(label: ForwardLabel, session: Session, words: Words): string {
  const { forward } = words.console
  switch (label.kind) {
    case 'begin':
      return forward.begin
    case 'go-on':
      return forward.goOn
    case 'next-sentence':
      return forward.nextSentence
    case 'we-agree':
      return forward.weAgree
    case 'next-voice':
      return forward.nextVoice(nameIn(session, label.member))
    case 'end-round':
      return forward.endRound
    case 'line-up':
      return forward.lineUp(label.members.map((member) => nameIn(session, member)))
    case 'start-turn':
      return forward.startTurn(nameIn(session, label.presenter))
    case 'start-groups':
      return forward.startGroups(label.title)
    case 'hand-over-for':
      return forward.handOverFor(nameIn(session, label.presenter))
    case 'hand-over-to':
      return forward.handOverTo(nameIn(session, label.member))
    case 'i-have-it':
      return forward.iHaveIt
    case 'leave-rest-out':
      return forward.leaveRestOut
    case 'next': {
      const to = sayDestination(label.to, session, words)
      return label.inMinutes === null ? forward.next(to) : forward.nextIn(to, label.inMinutes)
    }
    case 'forget-turn':
      return forward.forgetTurn(sayDestination(label.to, session, words))
    case 'agreed':
      return forward.agreed
    case 'ask-room':
      return forward.askRoom
    case 'show-together':
      return forward.showTogether
    case 'next-page':
      return forward.nextPage(label.page, label.pages)
    case 'next-question':
      return forward.nextQuestion
    case 'parked-seen':
      return forward.parkedSeen
    case 'we-are-back':
      return forward.weAreBack
    case 'close':
      return forward.close
    default:
      return assertNever(label)
  }
}
