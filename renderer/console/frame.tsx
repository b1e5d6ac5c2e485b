import type { ReactNode } from 'react'
import type { Instant } from '../../shared/basics/time'
import { isHeld } from '../../shared/session/pace'
import { nobodysFloor } from '../../shared/stage/project-stage'
import { chairNumber, currentStep, facilitatorNow, seated } from '../../shared/session/session'
import { progressOf } from '../../shared/session/apply'
import { isRound, roundOf } from '../../shared/session/rounds'
import { Button } from '../ui/button'
import { timeOfDay } from '../words/time'
import { useWords } from '../words/words'
import { useAloud } from './announcer'
import { nameIn } from './say-forward'
import type { Conductor } from './use-conductor'
import { useKeyName, useKeyShown } from './keys/use-keymap'

interface TopProps {
  readonly circle: string
  readonly sees: string
  readonly now: Instant
  readonly hours: 12 | 24
}

/** Always at the top: the circle, what the room sees, the time of day. */
export function TopLine({ circle, sees, now, hours }: TopProps) {
  const words = useWords().console
  return (
    <header className="top">
      <b className="human">
        <bdi>{circle}</bdi>
      </b>
      <span className="sees">
        <span className="soft">{words.theRoomSees}</span> <b>{sees}</b>
      </span>
      <time className="tabular">{timeOfDay(now, hours)}</time>
    </header>
  )
}

export interface Banner {
  readonly id: string
  readonly text: string
  readonly action?: { readonly words: string; readonly do: () => void }
}

/** Across the top, in words, what is out of the ordinary. */
export function Banners({ banners }: { readonly banners: readonly Banner[] }) {
  const words = useWords().console.aloud
  if (banners.length === 0) return null
  return (
    <div className="banners" role="region" aria-label={words.banners}>
      {banners.map((banner) => (
        <BannerLine key={banner.id} {...banner} />
      ))}
    </div>
  )
}

function BannerLine({ id, text, action }: Banner) {
  useAloud(text)
  return (
    <div className="banner" data-banner={id}>
      <span>{text}</span>
      {action && (
        <Button kind="quiet" onPress={action.do}>
          {action.words}
        </Button>
      )}
    </div>
  )
}

/** The banners that the session itself asks for. */
export function useSessionBanners(conductor: Conductor, now: Instant, hours: 12 | 24): readonly Banner[] {
  const { banners } = useWords().console
  const keyName = useKeyName()
  const { session, state } = conductor
  const list: Banner[] = []
  if (session.wall === 'blank') list.push({ id: 'blank', text: banners.blank(keyName) })
  if (session.frozen !== null) list.push({ id: 'frozen', text: banners.frozen })
  if (isHeld(session, now)) list.push({ id: 'held', text: banners.held(keyName) })
  else if (session.pausedAt !== null) list.push({ id: 'paused', text: banners.paused(keyName) })
  if (state.notSavedSince !== null)
    list.push({ id: 'not-saved', text: banners.notSaved(timeOfDay(state.notSavedSince, hours)) })
  return list
}

/** Always at the bottom: hold, blank, and the seats with their fixed numbers. */
export function BottomLine({
  conductor,
  children,
}: {
  readonly conductor: Conductor
  readonly children?: ReactNode
}) {
  const keyShown = useKeyShown()
  const words = useWords().console
  const { session, run, chair } = conductor
  const step = currentStep(session)
  const voice = step && isRound(step) ? roundOf(session, step, progressOf(session, step)).voice : null
  const presenter = step ? (session.presenters.get(step.item) ?? null) : null
  const role = facilitatorNow(session)
  const open = step?.kind === 'phase' && nobodysFloor(step.phase.rule)
  const floor = step && isRound(step) ? voice : open ? null : presenter
  return (
    <footer className="bottom">
      <Button
        kind="pause"
        keyName={keyShown('hold')}
        disabled={session.heldAt !== null}
        onPress={() => run('hold')}
      >
        {words.commands.hold}
      </Button>
      <Button keyName={keyShown('blank')} pressed={session.wall === 'blank'} onPress={() => run('blank')}>
        {session.wall === 'blank' ? words.run.bringBack : words.commands.blank}
      </Button>
      <Button keyName={keyShown('hand-over')} onPress={() => run('hand-over')}>
        {words.commands['hand-over']}
      </Button>
      <Button keyName={keyShown('freeze')} pressed={session.frozen !== null} onPress={() => run('freeze')}>
        {session.frozen === null ? words.commands.freeze : words.run.thaw}
      </Button>
      {children}
      <span className="spring" />
      <ol className="chairs" aria-label={words.run.seats}>
        {seated(session).map((member) => (
          <li key={member}>
            <button
              type="button"
              className={`chair ${member === floor ? 'floor' : ''} ${member === role ? 'facilitates' : ''}`}
              aria-current={member === floor ? 'true' : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => chair(chairNumber(session, member))}
            >
              <span className="tabular">{chairNumber(session, member)}</span>{' '}
              <bdi>{nameIn(session, member)}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </footer>
  )
}
