// Every state of the wall, each driven there by real facts and projected by the app's own projection. Pure.
import { instantOf } from '../../../shared/basics/time'
import { withTone } from '../../../shared/sound/twin'
import { projectStage } from '../../../shared/stage/project-stage'
import {
  usualStageOptions,
  type Face,
  type StageOptions,
  type StageView,
} from '../../../shared/stage/stage-view'
import {
  agreementStates,
  blankStates,
  breakStates,
  choosingStates,
  closedStates,
  commitmentStates,
  harvestStates,
  heldStates,
  helpStates,
  lastCommitmentStates,
  namedStates,
  refitStates,
  remindedStates,
  roundStates,
  silenceStates,
  thankedStates,
  waitingStates,
  whatStaysStates,
} from './other-states'
import type { Room } from './room'
import { roomCheckStates } from './room-check-states'
import type { State, States } from './state'
import { cardStates, groupStates, togetherStates, turnStates, writeStates } from './turn-states'

/** The states of each face; a face without any does not compile. */
export const catalogue: Readonly<Record<Face['kind'], States>> = {
  waiting: waitingStates,
  named: namedStates,
  agreements: agreementStates,
  round: roundStates,
  choosing: choosingStates,
  help: helpStates,
  groups: groupStates,
  'last-commitments': lastCommitmentStates,
  harvest: harvestStates,
  commitments: commitmentStates,
  'what-stays': whatStaysStates,
  turn: turnStates,
  together: togetherStates,
  card: cardStates,
  write: writeStates,
  refit: refitStates,
  break: breakStates,
  silence: silenceStates,
  thanked: thankedStates,
  held: heldStates,
  reminded: remindedStates,
  blank: blankStates,
  'room-check': roomCheckStates,
  closed: closedStates,
}

/** A state by its name, under its face. */
export interface NamedState {
  readonly kind: Face['kind']
  readonly name: string
  readonly state: State
}

export const allStates: readonly NamedState[] = (Object.keys(catalogue) as Face['kind'][]).flatMap((kind) =>
  Object.entries(catalogue[kind]).map(([name, state]) => ({ kind, name, state })),
)

/** What the wall shows in a state, in this room; null where the room has too few seats for it. */
export function viewOf(
  { state }: NamedState,
  room: Room,
  options: Partial<StageOptions> = {},
): StageView | null {
  const { language, direction } = room.script
  const drawn: StageOptions = { ...usualStageOptions, motion: 'none', language, direction, ...options }
  if (typeof state === 'object' && 'show' in state) return state.show(drawn)
  const { build, options: own = {}, tone = null } = typeof state === 'function' ? { build: state } : state
  const evening = build(room)
  if (evening === null) return null
  const view = projectStage(evening.session, evening.now, { ...drawn, ...own })
  return withTone(view, tone === null ? null : { sound: tone, since: instantOf(evening.now - 500) })
}
