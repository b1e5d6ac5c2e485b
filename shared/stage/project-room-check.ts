import type { Instant } from '../basics/time'
import type { CheckStep } from '../room-check/steps'
import type { RoomCheckPage, StageOptions, StageView, ToneView } from './stage-view'

const pages: Readonly<Record<CheckStep, RoomCheckPage>> = {
  read: 'lines',
  stripes: 'stripes',
  hear: 'dot',
  clicker: 'ready',
  ready: 'ready',
}

/** What the wall shows while the room is checked: no circle, no name, nothing of any session. */
export const projectRoomCheck = (
  step: CheckStep,
  now: Instant,
  { options, tone }: { readonly options: StageOptions; readonly tone: ToneView | null },
): StageView => ({
  kind: 'stage-view',
  version: 1,
  sentAt: now,
  options,
  seats: [],
  face: { kind: 'room-check', page: pages[step] },
  strip: null,
  tone,
})
