import type { Instant } from '../../shared/basics/time'
import { assertNever } from '../../shared/basics/result'
import type { StageView } from '../../shared/stage/stage-view'
import { FrameProvider } from '../ui/at'
import { frameOf } from '../ui/frame'
import { wordsOf, WordsProvider } from '../words/words'
import { CardFace } from './faces/card-face'
import {
  AgreementsFace,
  ChoosingFace,
  NamedFace,
  RoundFace,
  SilenceFace,
  WaitingFace,
  WriteFace,
} from './faces/circle-faces'
import { TogetherFace } from './faces/board-faces'
import { CommitmentsFace, HarvestFace, LastCommitmentsFace, WhatStaysFace } from './faces/close-faces'
import { GroupsFace } from './faces/groups-face'
import { TurnFace } from './faces/turn-face'
import {
  BreakFace,
  ClosedFace,
  HeldFace,
  HelpFace,
  RefitFace,
  RemindedFace,
  ThankedFace,
} from './faces/whole-wall-faces'
import { RoomCheckFace } from './faces/room-check-faces'
import { phaseForStrip, Strip } from './strip'
import { Twin } from './twin'

interface WallProps {
  readonly view: StageView
  readonly now: Instant
  readonly width: number
  readonly height: number
}

function FaceOf({ view, now }: Pick<WallProps, 'view' | 'now'>) {
  const { face } = view
  switch (face.kind) {
    case 'waiting':
      return <WaitingFace face={face} view={view} now={now} />
    case 'named':
      return <NamedFace face={face} view={view} now={now} />
    case 'agreements':
      return <AgreementsFace face={face} view={view} now={now} />
    case 'round':
      return <RoundFace face={face} view={view} now={now} />
    case 'choosing':
      return <ChoosingFace face={face} view={view} now={now} />
    case 'help':
      return <HelpFace face={face} view={view} now={now} />
    case 'groups':
      return <GroupsFace face={face} view={view} now={now} />
    case 'last-commitments':
      return <LastCommitmentsFace face={face} view={view} now={now} />
    case 'harvest':
      return <HarvestFace face={face} view={view} now={now} />
    case 'commitments':
      return <CommitmentsFace face={face} view={view} now={now} />
    case 'what-stays':
      return <WhatStaysFace face={face} view={view} now={now} />
    case 'card':
      return <CardFace face={face} view={view} now={now} />
    case 'turn':
      return <TurnFace face={face} view={view} now={now} />
    case 'together':
      return <TogetherFace face={face} view={view} now={now} />
    case 'refit':
      return <RefitFace face={face} view={view} now={now} />
    case 'break':
      return <BreakFace face={face} view={view} now={now} />
    case 'thanked':
      return <ThankedFace face={face} view={view} now={now} />
    case 'silence':
      return <SilenceFace />
    case 'write':
      return <WriteFace face={face} view={view} now={now} />
    case 'held':
      return <HeldFace />
    case 'reminded':
      return <RemindedFace face={face} view={view} now={now} />
    case 'closed':
      return <ClosedFace face={face} view={view} now={now} />
    case 'room-check':
      return <RoomCheckFace face={face} view={view} now={now} />
    case 'blank':
      return null
    default:
      return assertNever(face)
  }
}

/** What changes with a fade: another face, another page, another phase. A voice passing on moves the light only. */
function faceKey({ face }: StageView): string {
  switch (face.kind) {
    case 'turn':
    case 'write':
    case 'groups':
      return `${face.kind}-${face.title}`
    case 'card':
      return `card-${face.title}-${face.number}`
    case 'round':
      return `round-${face.round}`
    case 'together':
      return `together-${face.of}-${face.page}`
    case 'agreements':
      return `agreements-${face.page.kind}`
    case 'room-check':
      return `room-check-${face.page}`
    case 'last-commitments':
    case 'commitments':
      return `${face.kind}-${face.name}`
    default:
      return face.kind
  }
}

/** The wall: one view, drawn. It knows nothing but what it is given. */
export function Wall({ view, now, width, height }: WallProps) {
  const words = wordsOf(view.options.language === 'ar' ? 'test-rtl' : 'en')
  const { theme, motion, direction } = view.options
  const frame = frameOf(width, height, direction)
  return (
    <WordsProvider value={words}>
      <FrameProvider value={frame}>
        <main
          className={`wall theme-${theme} motion-${motion} ${view.face.kind === 'blank' ? 'blank' : ''}`}
          dir={direction}
          data-face={view.face.kind}
        >
          <div className="face" key={faceKey(view)}>
            <FaceOf view={view} now={now} />
          </div>
          {view.strip !== null && (
            <Strip
              strip={view.strip}
              options={view.options}
              says={view.face.kind === 'break' ? 'the-close' : 'all'}
              phase={phaseForStrip(frame, view)}
            />
          )}
          {view.tone !== null && view.face.kind !== 'room-check' && (
            <Twin key={view.tone.since} tone={view.tone} now={now} />
          )}
        </main>
      </FrameProvider>
    </WordsProvider>
  )
}
