import { useCallback, useLayoutEffect, useMemo, useState } from 'react'
import type { ItemId, MemberId } from '../../../shared/basics/ids'
import { parseMinutes } from '../../../shared/basics/parse-minutes'
import { after, instantOf, minutes as minutesLong, type Instant } from '../../../shared/basics/time'
import type { Help } from '../../../shared/circle/circle'
import { fewestPeople } from '../../../shared/circle/names'
import { rank } from '../../../shared/circle/rota'
import { meaningOf, usualKeymap } from '../../../shared/commands/keymap'
import { whoPresents } from '../../../shared/formats/choose'
import { library } from '../../../shared/formats/library/library'
import { fits, isTurnItem, lengthOf, type Fit } from '../../../shared/session/edit-agenda'
import { isDue, withOwn, type PlanWish } from '../../../shared/session/new-plan'
import type { PasteWish } from '../../../shared/session/paste-agenda'
import { fromTemplate, templateOf } from '../../../shared/session/template'
import type { OpenCircle } from '../../data/circles'
import { useNow } from '../../hooks/use-now'
import { Button } from '../../ui/button'
import { dayOf, timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import { proposals, sayReason } from '../home/say-reason'
import { useKeyShown } from '../keys/use-keymap'
import { PaperScreen } from '../paper/paper-screen'
import { plannedSession } from '../paper/planned-session'
import { usePaper } from '../paper/use-paper-key'
import { AgendasPanel } from './agendas-panel'
import { ItemsColumn } from './items-column'
import { keepAgendas } from './keep-agendas'
import { keepMembers } from './keep-members'
import { LinesPanel, useLinesOf } from './lines-panel'
import { PeopleColumn } from './people-column'
import { TurnsColumn } from './turns-column'
import { useAgenda, usualBreak, type Editing } from './use-agenda'
import { usePeople, type People } from './use-people'
import { When, type Length } from './when'

interface PlanScreenProps {
  readonly open: OpenCircle
  /** Who is asked instead of whom the rota proposes. */
  readonly facilitator: MemberId | null
  /** Who swapped with them, and is asked first next time. */
  readonly nextTime: MemberId | null
  readonly now: () => Instant
  readonly hours: 12 | 24
  /** The circle as it was written, and what was planned. */
  readonly onOpenRoom: (open: OpenCircle, wish: PlanWish) => void
  /** The circle as it was written, to go on preparing. */
  readonly onChanged: (open: OpenCircle) => void
  readonly onBack: () => void
}

/** A time of today as an instant; one that is long past is tomorrow's. Null for as soon as we sit. */
function instantOfTime(time: string, now: Instant): Instant | null {
  const at = time === '' ? Number.NaN : new Date(`${dayOf(now)}T${time}`).getTime()
  if (Number.isNaN(at)) return null
  const long = minutesLong(6 * 60)
  return at < now - long ? after(instantOf(at), minutesLong(24 * 60)) : instantOf(at)
}

/** The time that the circle settled at its last close, when that is today. */
function settledTime({ circle }: OpenCircle, now: Instant): string {
  const at = circle.standing.next?.at ?? null
  return at !== null && dayOf(at) === dayOf(now) ? timeOfDay(at, 24) : ''
}

/** Digits say who is here, wherever no field has the keys. */
function useDigits({ members, toggle }: People): void {
  const chair = useCallback((number: number) => members[number - 1]?.id, [members])
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, code, ctrlKey, metaKey, shiftKey, altKey, target } = event
      const inField = target instanceof HTMLElement && target.matches('input, textarea, select')
      const press = { key, code, control: ctrlKey || metaKey, shift: shiftKey, alt: altKey }
      const meaning = meaningOf(press, inField ? 'field' : 'surface', usualKeymap)
      const member = meaning?.kind === 'chair' ? chair(meaning.number) : undefined
      if (member === undefined) return
      event.preventDefault()
      toggle(member)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [chair, toggle])
}

/** The next session of a circle that has met: what, who, how, and whether it fits. */
export function PlanScreen(props: PlanScreenProps) {
  const { open, facilitator, nextTime, now, hours, onOpenRoom, onBack } = props
  const words = useWords()
  const keyShown = useKeyShown()
  const { plan } = words.console
  const [length, setLength] = useState<Length>({ kind: 'set', minutes: 60 })
  const [time, setTime] = useState(() => settledTime(open, now()))
  const [help, setHelp] = useState<Help>('questions')
  const people = usePeople(open)
  useDigits(people)
  const { members, here } = people
  const count = Math.max(fewestPeople, here.length)
  const today = dayOf(now())
  const due = open.commitments.filter(
    (commitment) => isDue(commitment, today) && here.includes(commitment.member),
  )
  const toReview = new Set(due.map(({ member }) => member)).size
  const parsed = length.kind === 'typed' ? parseMinutes(length.text) : null
  const minutes = length.kind === 'set' ? length.minutes : parsed?.ok ? parsed.value : null
  const formats = useMemo(() => withOwn(library, open.circle), [open.circle])
  const editing = useAgenda({ minutes: minutes ?? 60, people: count, toReview, help, formats })
  const [way, setWay] = useState<Way>('items')
  const { agenda } = editing
  const turns = agenda.flatMap((item) => (isTurnItem(item) ? [item.id] : []))
  const fit = fits(agenda, minutes ?? lengthOf(agenda))

  const { standing } = open.circle
  const asked = proposals({ members, standing, traces: open.traces }, here)
  const proposal = asked.find(({ member }) => member === facilitator) ?? asked[0]
  const nameOf = (id: MemberId) => members.find((member) => member.id === id)?.name ?? ''
  const name = members.find(({ id }) => id === proposal?.member)?.name
  const order = rank({ members, standing, traces: open.traces }, here, 'presenter').map(
    ({ member }) => member,
  )
  // As in the room: who facilitates comes last of all.
  const leads = order.filter((member) => member === proposal?.member)
  const line = [...order.filter((member) => !leads.includes(member)), ...leads]
  const { present, wait } = whoPresents(agenda, line, formats)
  const facilitates =
    proposal && name !== undefined ? words.console.home.facilitates(name, sayReason(proposal, words)) : null

  const ready = here.length >= fewestPeople && minutes !== null && fit.kind === 'fits'
  const wish: PlanWish = {
    here,
    minutes: minutes ?? lengthOf(agenda),
    help,
    beginsAt: instantOfTime(time, now()),
    today,
    formats: library,
    format: editing.proposed.format.id,
    agenda,
    order: members.map(({ id }) => id),
    ...(proposal ? { facilitator: proposal.member } : {}),
    ...(nextTime === null ? {} : { nextTime }),
  }
  const openRoom = () => {
    if (ready) void keepMembers(open, members).then((kept) => onOpenRoom(kept, wish))
  }
  const paper = usePaper(here.length >= fewestPeople ? 'here' : 'none')
  const onPaper = paper.wanted ? plannedSession({ ...open, circle: { ...open.circle, members } }, wish) : null
  return (
    <main className="plan">
      <header className="plan-top">
        <h1 className="human">
          {plan.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <Button
          kind="quiet"
          keyName={keyShown('print-paper')}
          disabled={here.length < fewestPeople}
          onPress={paper.open}
        >
          {words.console.paper.open}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {plan.back}
        </Button>
      </header>
      <When
        length={length}
        trouble={parsed !== null && !parsed.ok ? parsed.refusal : null}
        onLength={setLength}
        time={time}
        onTime={setTime}
      />
      <div className="plan-columns">
        <SessionColumn
          {...props}
          editing={editing}
          turns={turns}
          wish={{
            formats,
            usual: editing.proposed.format,
            people: count,
            names: members.map((member) => member.name),
            toReview,
            pause: usualBreak(minutes ?? 60),
            words: words.console.agendas.partWords,
          }}
          minutes={minutes ?? lengthOf(agenda)}
          time={time}
          way={way}
          onWay={setWay}
        />
        <PeopleColumn people={people} />
        <TurnsColumn
          editing={editing}
          turns={turns}
          people={count}
          minutes={minutes ?? lengthOf(agenda)}
          help={help}
          onHelp={setHelp}
          presents={words.console.agendas.choose.whoPresents(present.map(nameOf), wait.map(nameOf))}
          facilitates={facilitates}
        />
      </div>
      <footer className="plan-foot">
        <Foot
          fit={fit}
          length={lengthOf(agenda)}
          time={time}
          now={now}
          hours={hours}
          onLater={() => setLength({ kind: 'set', minutes: lengthOf(agenda) })}
        />
        {here.length < fewestPeople && <span className="soft">{words.console.whoIsHere.tooFew}</span>}
        <Button kind={way === 'lines' ? 'outlined' : 'filled'} disabled={!ready} onPress={openRoom}>
          {plan.openRoom}
        </Button>
      </footer>
      {onPaper !== null && (
        <PaperScreen
          session={onPaper}
          now={now()}
          hours={hours}
          ways="pdf-and-printer"
          onClose={paper.close}
        />
      )}
    </main>
  )
}

/** What stands in the first column: the items, a field for lines, or the agendas that were put by. */
type Way = 'items' | 'lines' | 'agendas'

interface SessionColumnProps extends PlanScreenProps {
  readonly editing: Editing
  readonly turns: readonly ItemId[]
  readonly wish: PasteWish
  readonly minutes: number
  readonly time: string
  readonly way: Way
  readonly onWay: (way: Way) => void
}

/** The first column: the agenda, edited here, pasted, or taken from those that were put by. */
function SessionColumn(props: SessionColumnProps) {
  const { open, now, hours, editing, turns, wish, minutes, time, way, onWay, onChanged } = props
  const { kept } = useWords().console.agendas
  const [said, setSaid] = useState<string | null>(null)
  const lines = useLinesOf(editing)
  const agendas = open.circle.agendas ?? []
  const items = () => onWay('items')
  if (way === 'agendas')
    return (
      <AgendasPanel
        agendas={agendas}
        present={(name) => templateOf(editing.agenda, { name, minutes, named: editing.chosen })}
        onKeep={(changed) => void keepAgendas(open, changed).then(onChanged)}
        onUse={(template) => {
          const found = fromTemplate(template, wish)
          editing.bring(found)
          setSaid(found.note === null ? kept.used(template.name) : kept.note(found.note))
          items()
        }}
        onLeave={items}
      />
    )
  if (way === 'lines')
    return (
      <LinesPanel
        present={lines}
        wish={wish}
        onUse={(brought) => {
          editing.bring(brought)
          setSaid(null)
          items()
        }}
        onLeave={items}
      />
    )
  return (
    <ItemsColumn
      editing={editing}
      turns={turns}
      toReview={wish.toReview}
      drill={{ traces: open.traces, people: wish.people, minutes }}
      begins={(instant) => instantOfTime(time, instant) ?? instant}
      now={now}
      hours={hours}
      said={said}
      onFromLines={() => onWay('lines')}
      onAgendas={() => onWay('agendas')}
    />
  )
}

interface FootProps {
  readonly fit: Fit
  /** The agenda's, in minutes. */
  readonly length: number
  readonly time: string
  readonly now: () => Instant
  readonly hours: 12 | 24
  readonly onLater: () => void
}

/** When it ends, or by how much it is too long. */
function Foot({ fit, length, time, now: read, hours, onLater }: FootProps) {
  const { plan } = useWords().console
  const now = useNow(read, 'running')
  const begins = instantOfTime(time, now)
  const ends = timeOfDay(after(begins ?? now, minutesLong(length)), hours)
  const say = begins === null ? plan.endsFromNow : plan.ends
  return (
    <p className="plan-fit" role="status">
      {fit.kind === 'fits' && say(ends, fit.spare)}
      {fit.kind === 'too-long' && (
        <>
          <span>{plan.tooLong(fit.by)}</span>
          <Button kind="quiet" onPress={onLater}>
            {plan.later(ends)}
          </Button>
        </>
      )}
      {fit.kind === 'too-long-for-a-day' && plan.tooLongForADay}
    </p>
  )
}
