import { useEffect, useRef, useState } from 'react'
import type { CircleId, MemberId } from '../../../shared/basics/ids'
import type { Instant } from '../../../shared/basics/time'
import { remaining } from '../../../shared/session/clock'
import { foldSession } from '../../../shared/session/fold'
import { progressOf } from '../../../shared/session/apply'
import { currentStep, newSession } from '../../../shared/session/session'
import type { OpenCircle, OpenSession } from '../../data/circles'
import type { Opening, OpenWish, VaultFacts } from '../../../shared/vault/vault'
import type { KnownCircles } from '../read-circles'
import { LostCard } from '../vault/lost-card'
import { cameOf, labelOf, UnlockCard } from '../vault/unlock-card'
import { Button } from '../../ui/button'
import { dayAndMonth, dayAndTime, exactClock, timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import type { Words } from '../../words/en'
import { nameIn } from '../say-forward'
import { useKeyShown } from '../keys/use-keymap'
import { nearestFirst, nextMeeting } from './nearest'
import { proposals, sayReason, type Reasoned } from './say-reason'

interface HomeProps {
  readonly list: KnownCircles
  /** Whether a session goes on behind the lock: then nothing else is offered here. */
  readonly waits: boolean
  readonly now: Instant
  readonly hours: 12 | 24
  readonly onNew: () => void
  /** Who facilitates (null: whom the rota proposes), and who swapped with them and is asked next time. */
  readonly onPrepare: (open: OpenCircle, facilitator: MemberId | null, nextTime: MemberId | null) => void
  readonly onGoOn: (open: OpenCircle, session: OpenSession) => void
  readonly onCloseIt: (open: OpenCircle, session: OpenSession) => void
  readonly onHistory: (open: OpenCircle) => void
  readonly onUnlock: (id: CircleId, wish: Pick<OpenWish, 'way' | 'secret'>) => Promise<Opening>
  /** Who can open it, what it keeps and for how long, who is in it, where it goes. */
  readonly onCircle: (open: OpenCircle) => void
  /** How it works its turns: the methods of its own and those of the library. */
  readonly onMethods: (open: OpenCircle) => void
  /** The bank of questions, with the circle's favourites and its own. */
  readonly onQuestions: (open: OpenCircle) => void
  readonly onBring: () => void
  readonly onLock: () => void
  readonly onPromise: () => void
  readonly onClockIsRight: () => void
  readonly onRestored: () => void
  /** Absent where there is nothing behind them. */
  readonly onPractise?: (() => void) | undefined
  readonly onSettings?: (() => void) | undefined
  readonly onRoomCheck?: (() => void) | undefined
}

/** Where an unfinished session stood when it was last alive. */
function sayWhere(unfinished: OpenSession, words: Words, hours: 12 | 24): string {
  const { home } = words.console
  const session = foldSession(newSession(unfinished.id, unfinished.plan, unfinished.texts), unfinished.log)
  const at: Instant | null = unfinished.aliveAt ?? unfinished.log.at(-1)?.at ?? null
  const when = at === null ? '' : timeOfDay(at, hours)
  const step = currentStep(session)
  if (step === null || at === null) return home.youWereSeated(when)
  const who = session.presenters.get(step.item) ?? null
  const presenter = step.kind === 'phase' && who !== null ? nameIn(session, who) : null
  const item = session.plan.agenda.find(({ id }) => id === step.item)
  const place = step.kind === 'phase' ? step.phase.title : item ? words.console.forward.items[item.kind] : ''
  const left = remaining(progressOf(session, step).clock, at)
  return home.youWere(presenter, place, step.kind === 'phase' && left > 0 ? exactClock(left) : null, when)
}

/** The filled button has the keys when the screen comes, and when another card does; where somebody put them, they stay. */
function useCardFocus(card: string) {
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('.button.filled')?.focus({ preventScroll: true })
  }, [card])
  return page
}

/** Home: one card for what comes next, other circles as quiet rows. */
export function Home(props: HomeProps) {
  const { list, waits, now, hours, onNew, onPractise } = props
  const { onUnlock, onPromise, onClockIsRight } = props
  const words = useWords()
  const { home, vault } = words.console
  const [shown, setShown] = useState<CircleId | null>(null)
  const sorted = nearestFirst(list.circles, now)
  const asked = list.locked.find(({ id }) => id === shown)
  const locked = asked ?? (sorted.length === 0 || waits ? list.locked[0] : undefined)
  const first = locked ? undefined : (sorted.find(({ circle }) => circle.id === shown) ?? sorted[0])
  const isWaiting = waits && locked !== undefined
  const isEmpty = first === undefined && locked === undefined
  const page = useCardFocus(locked ? `locked-${locked.id}` : (first?.circle.id ?? 'empty'))
  return (
    <main className="page home" ref={page}>
      <Top {...props} />
      {!isWaiting &&
        list.troubled.map((troubled, place) => (
          <LostCard
            key={troubled.vault.id}
            troubled={troubled}
            hours={hours}
            first={isEmpty && place === 0}
            onSettled={props.onRestored}
          />
        ))}
      {list.closedAlone.length > 0 && (
        <p className="notice" role="status" dir="auto">
          {vault.closedAlone(list.closedAlone)}
        </p>
      )}
      {list.jumped.length > 0 && (
        <section className="card" role="alert">
          <p className="lead">{home.clockJumped(dayAndMonth(now, words.language))}</p>
          <div className="row">
            <Button onPress={onClockIsRight}>{home.clockIsRight}</Button>
          </div>
        </section>
      )}
      {locked !== undefined && (
        <UnlockCard
          key={locked.id}
          label={labelOf(locked)}
          ways={locked.ways}
          {...(isWaiting ? { note: vault.unlock.goesOn } : {})}
          onOpen={(wish) => onUnlock(locked.id, wish).then(cameOf)}
        />
      )}
      {isEmpty && (
        <section className="card">
          <p className="lead human">{home.empty}</p>
          <div className="row big-row">
            <Button kind={list.troubled.length > 0 ? 'outlined' : 'filled'} onPress={onNew}>
              {home.startACircle}
            </Button>
            {onPractise && <Button onPress={onPractise}>{home.practiseMadeUp}</Button>}
          </div>
        </section>
      )}
      {first !== undefined && <NextCard key={first.circle.id} {...props} open={first} words={words} />}
      {!isWaiting && (
        <Others
          {...props}
          open={sorted.filter((open) => open !== first)}
          locked={list.locked.filter((one) => one !== locked)}
          onShow={setShown}
        />
      )}
      {!isWaiting && <Ways {...props} first={first ?? null} isEmpty={isEmpty} />}
      <p className="soft promise">
        {home.promise}{' '}
        {!isWaiting && (
          <button type="button" className="link" onClick={onPromise}>
            {home.promiseMore}
          </button>
        )}
      </p>
    </main>
  )
}

/** The name of the app, and the lock where something can be locked. */
function Top({ list, onLock }: Pick<HomeProps, 'list' | 'onLock'>) {
  const { home, vault } = useWords().console
  const keyShown = useKeyShown()
  const isProtected = list.circles.some((open) => !open.vault.ways.includes('open'))
  return (
    <header className="row home-top">
      <h1 className="human wordmark">{home.title}</h1>
      <span className="spring" />
      {isProtected && (
        <Button kind="quiet" keyName={keyShown('lock')} onPress={onLock}>
          {vault.unlock.lockNow}
        </Button>
      )}
    </header>
  )
}

interface OthersProps extends Pick<HomeProps, 'now' | 'hours'> {
  readonly open: readonly OpenCircle[]
  readonly locked: readonly VaultFacts[]
  readonly onShow: (id: CircleId) => void
}

/** The circles that are not on the card, a quiet row each. */
function Others({ open, locked, now, hours, onShow }: OthersProps) {
  const words = useWords()
  const { home, vault } = words.console
  if (open.length + locked.length === 0) return null
  return (
    <div className="circle-rows">
      {open.map((one) => (
        <button
          type="button"
          className="circle-row"
          key={one.circle.id}
          aria-label={home.show(one.circle.name)}
          onClick={() => onShow(one.circle.id)}
        >
          <bdi>{one.circle.name}</bdi>
          <span className="soft">{sayWhen(one, words, now, hours)}</span>
        </button>
      ))}
      {locked.map((one) => (
        <button
          type="button"
          className="circle-row"
          key={one.id}
          aria-label={vault.unlock.showCircle(labelOf(one))}
          onClick={() => onShow(one.id)}
        >
          <bdi>{labelOf(one)}</bdi>
          <span className="soft">{vault.unlock.locked}</span>
        </button>
      ))}
    </div>
  )
}

interface WaysProps extends HomeProps {
  readonly first: OpenCircle | null
  readonly isEmpty: boolean
}

/** Where one can go from here, quietly. */
function Ways({
  first,
  isEmpty,
  onNew,
  onHistory,
  onCircle,
  onMethods,
  onQuestions,
  onBring,
  onPractise,
  onSettings,
  onRoomCheck,
}: WaysProps) {
  const { home, methods, questions } = useWords().console
  return (
    <div className="row quiet-row">
      {!isEmpty && onPractise && (
        <Button kind="quiet" onPress={onPractise}>
          {home.practise}
        </Button>
      )}
      {first !== null && (
        <>
          <Button kind="quiet" onPress={() => onHistory(first)}>
            {home.whatWasKept}
          </Button>
          <Button kind="quiet" onPress={() => onCircle(first)}>
            {home.theCircle}
          </Button>
          <Button kind="quiet" onPress={() => onMethods(first)}>
            {methods.open}
          </Button>
          <Button kind="quiet" onPress={() => onQuestions(first)}>
            {questions.open}
          </Button>
        </>
      )}
      {!isEmpty && (
        <Button kind="quiet" onPress={onNew}>
          {home.newCircle}
        </Button>
      )}
      <Button kind="quiet" onPress={onBring}>
        {home.bring}
      </Button>
      {onRoomCheck && (
        <Button kind="quiet" onPress={onRoomCheck}>
          {home.roomCheck}
        </Button>
      )}
      {onSettings && (
        <Button kind="quiet" onPress={onSettings}>
          {home.settings}
        </Button>
      )}
    </div>
  )
}

/** When another circle meets, or met. */
function sayWhen(open: OpenCircle, { console: { home }, language }: Words, now: Instant, hours: 12 | 24) {
  const next = nextMeeting(open, now)
  const last = open.traces.at(-1)
  if (next !== null) return home.meetsNext(dayAndTime(next, hours, language))
  return last === undefined ? home.sessionsHeld(0) : home.metLast(dayAndMonth(last.closedAt, language))
}

interface NextCardProps extends Omit<
  HomeProps,
  'list' | 'waits' | 'onNew' | 'onHistory' | 'onPractise' | 'onSettings' | 'onRoomCheck'
> {
  readonly open: OpenCircle
  readonly words: Words
}

function NextCard({ open, words, now, hours, onPrepare, onGoOn, onCloseIt, onCircle }: NextCardProps) {
  const { home, vault } = words.console
  const { circle, unfinished } = open
  // Until the first close nothing is kept that would need a choice.
  const nobodyChose = open.vault.ways.includes('open') && open.traces.length > 0
  return (
    <section className="card" aria-label={circle.name}>
      <h2 className="human">
        <bdi>{circle.name}</bdi>
      </h2>
      {unfinished === null ? (
        <Meeting open={open} words={words} now={now} hours={hours} onPrepare={onPrepare} />
      ) : (
        <>
          <p className="lead">{sayWhere(unfinished, words, hours)}</p>
          <div className="row">
            <Button kind="filled" onPress={() => onGoOn(open, unfinished)}>
              {home.goOn}
            </Button>
            <Button kind="quiet" onPress={() => onCloseIt(open, unfinished)}>
              {home.closeIt}
            </Button>
          </div>
          <p className="soft small">{home.closeItMore}</p>
        </>
      )}
      {nobodyChose && (
        <p className="soft">
          {vault.who.openNow}{' '}
          <button type="button" className="link" onClick={() => onCircle(open)}>
            {vault.who.choose}
          </button>
        </p>
      )}
    </section>
  )
}

/** How many others are named at first, when somebody else is wanted. */
const firstOthers = 2

/** The next meeting: who facilitates and why, and what was promised last time. */
function Meeting({
  open,
  words,
  now,
  hours,
  onPrepare,
}: Pick<NextCardProps, 'open' | 'words' | 'now' | 'hours' | 'onPrepare'>) {
  const { home } = words.console
  const { circle, traces, commitments } = open
  const [chosen, setChosen] = useState<MemberId | null>(null)
  const [choosing, setChoosing] = useState<'no' | 'few' | 'all'>('no')
  const [nextTime, setNextTime] = useState(false)
  const everybody = circle.members.map(({ id }) => id)
  const all = proposals({ members: circle.members, standing: circle.standing, traces }, everybody)
  const asked = all.find(({ member }) => member === chosen) ?? all[0]
  const name = (member: MemberId) => circle.members.find(({ id }) => id === member)?.name ?? ''
  const proposed = all[0]?.member ?? null
  // Who was proposed and is not asked today may be asked next time: a swap, if both want it.
  const swapped = chosen !== null && proposed !== chosen ? proposed : null
  const last = traces.at(-1)
  const made = commitments.filter(({ session }) => session === last?.session).length
  const next = nextMeeting(open, now)
  const others = all.filter((proposal) => proposal !== asked)
  const pick = ({ member }: Reasoned) => {
    setChosen(member)
    setChoosing('no')
  }
  return (
    <>
      {next !== null && <p className="when">{dayAndTime(next, hours, words.language)}</p>}
      <p className="lead">
        {[
          home.session(traces.length + 1),
          asked && home.facilitates(name(asked.member), sayReason(asked, words)),
          made > 0 && home.lastTime(made),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <div className="row">
        <Button
          kind="filled"
          onPress={() => onPrepare(open, asked?.member ?? null, nextTime ? swapped : null)}
        >
          {home.prepare}
        </Button>
        {swapped !== null && (
          <Button kind="quiet" pressed={nextTime} onPress={() => setNextTime(!nextTime)}>
            {home.nextTime(name(swapped))}
          </Button>
        )}
        {others.length > 0 && choosing === 'no' && (
          <Button kind="quiet" onPress={() => setChoosing('few')}>
            {home.somebodyElse}
          </Button>
        )}
      </div>
      {choosing !== 'no' && (
        <div className="instead" role="group" aria-label={home.instead}>
          <p>{home.instead}</p>
          <div className={choosing === 'all' ? 'row instead-all' : 'row'}>
            {(choosing === 'all' ? others : others.slice(0, firstOthers)).map((proposal) => (
              <Button key={proposal.member} onPress={() => pick(proposal)}>
                {home.proposal(name(proposal.member), sayReason(proposal, words))}
              </Button>
            ))}
            {choosing === 'few' && others.length > firstOthers && (
              <Button kind="quiet" onPress={() => setChoosing('all')}>
                {home.everybody}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  )
}
