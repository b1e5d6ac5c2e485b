// The wall while the room is checked, before any session.
import { instantOf } from '../../../shared/basics/time'
import type { CheckStep } from '../../../shared/room-check/steps'
import { projectRoomCheck } from '../../../shared/stage/project-room-check'
import type { ToneView } from '../../../shared/stage/stage-view'
import type { State, States } from './state'

const now = instantOf(1_800_000_000_000)

const page = (step: CheckStep, tone: ToneView | null = null): State => ({
  show: (options) => projectRoomCheck(step, now, { options, tone }),
})

export const roomCheckStates: States = {
  'lines to read': page('read'),
  stripes: page('stripes'),
  'a dot': page('hear'),
  'a dot that has grown': page('hear', { sound: 'bowl', since: now }),
  ready: page('ready'),
}
