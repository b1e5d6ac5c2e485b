import { useEffect, useState, type ReactNode } from 'react'
import { instantOf, type Instant } from '../../../shared/basics/time'
import type { Circle, Level, Member, Retention } from '../../../shared/circle/circle'
import { due } from '../../../shared/travel/due'
import { leave } from '../../../shared/travel/forget'
import type { CircleState } from '../../../shared/travel/state'
import type { PackFacts } from '../../../shared/vault/errands'
import type { Protection } from '../../../shared/vault/vault'
import { writeState, type OpenCircle } from '../../data/circles'
import { keepCopy, packsOf } from '../../data/packs'
import { forgetDue } from '../../data/retention'
import { restoreFrom } from '../../data/restore'
import { takeAlong } from '../../data/travel'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useBackKey } from '../use-back-key'
import { dayAndTime } from '../../words/time'
import { useWords } from '../../words/words'
import { WhoOpens } from './who-opens'

interface CircleScreenProps {
  readonly open: OpenCircle
  readonly keyStore: boolean
  readonly hours: 12 | 24
  readonly now: () => Instant
  /** The circle as it is from now on. */
  readonly onChanged: (open: OpenCircle) => void
  readonly onProtect: (how: Omit<Protection, 'id'>) => Promise<void>
  readonly onForget: () => Promise<void>
  /** Everything is read anew, and Home stands there. */
  readonly onGone: () => void
  readonly onExport: () => void
  readonly onGiveAlong: (member: Member) => Promise<'written' | 'left' | 'failed'>
  readonly onBack: () => void
}

/** One circle: who can open it, what stays and for how long, who is in it, where it goes, and how it is forgotten. */
export function CircleScreen(props: CircleScreenProps) {
  const { open, onBack } = props
  const words = useWords().console.circle
  useBackKey(onBack)
  return (
    <main className="page circle-page">
      <header className="row history-top">
        <h1 className="human">
          {words.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      <div className="circle-columns">
        <Who {...props} />
        <Stays {...props} />
        <Travel {...props} />
        <Members {...props} />
        <AllowedLevel {...props} />
        <Copies {...props} />
        <Forget {...props} />
      </div>
    </main>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card circle-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Writes the circle as it is to be; where something was taken out, a fresh copy replaces those that do not open any more. */
async function change(open: OpenCircle, next: CircleState): Promise<OpenCircle> {
  const changed = await writeState(open, next)
  const takenOut = next.circle.members.length < open.circle.members.length
  await keepCopy(changed, 'backup', takenOut ? 'all' : 'none')
  return changed
}

const withCircle = (open: OpenCircle, part: Partial<Circle>): CircleState => ({
  ...open,
  circle: { ...open.circle, ...part, version: open.circle.version + 1 },
})

function Who({ open, keyStore, onProtect, onForget, onChanged, onGone }: CircleScreenProps) {
  const words = useWords().console.circle
  const [asking, setAsking] = useState(false)
  const { ways } = open.vault
  const hasWords = ways.includes('words')
  const byComputer = ways.includes('computer')
  const said = hasWords
    ? byComputer
      ? words.ways.both
      : words.ways.words
    : byComputer
      ? words.ways.computer
      : words.ways.open
  const reread = async () => {
    const { vaults } = await desktop().vaults()
    const vault = vaults.find(({ id }) => id === open.vault.id)
    if (vault) onChanged({ ...open, vault })
  }
  const protect = (how: Omit<Protection, 'id'>) => onProtect(how).then(reread)
  return (
    <Part title={words.who}>
      <p>{said}</p>
      {asking ? (
        <WhoOpens
          keyStore={keyStore && !hasWords}
          mayForget={false}
          onProtect={onProtect}
          onForget={onForget}
          onSettled={(how) => (how === 'nothing' ? onGone() : void reread())}
        />
      ) : (
        <div className="row">
          <Button kind={ways.includes('open') ? 'filled' : 'outlined'} onPress={() => setAsking(true)}>
            {hasWords ? words.newWords : words.choose}
          </Button>
          {hasWords && keyStore && (
            <Button kind="quiet" onPress={() => void protect({ computer: !byComputer })}>
              {byComputer ? words.notComputer : words.alsoComputer}
            </Button>
          )}
        </div>
      )}
      {hasWords && <p className="soft small">{words.newWordsMore}</p>}
      <Label open={open} onDone={reread} />
    </Part>
  )
}

function Label({ open, onDone }: { readonly open: OpenCircle; readonly onDone: () => Promise<void> }) {
  const words = useWords().console.circle
  const [label, setLabel] = useState(open.vault.label)
  const clean = label.trim().normalize('NFC')
  const save = () =>
    void desktop().changeKeys({ id: open.vault.id, add: [], destroy: [], label: clean }).then(onDone)
  return (
    <label className="field">
      <span>{words.label}</span>
      <span className="row">
        <input
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={label}
          maxLength={80}
          onChange={({ target }) => setLabel(target.value)}
        />
        {clean !== '' && clean !== open.vault.label && <Button onPress={save}>{words.saveLabel}</Button>}
      </span>
      <span className="soft small">{words.labelMore}</span>
    </label>
  )
}

const retentions: readonly Retention[] = [0, 7, 30, 90]

function Stays({ open, now, onChanged }: CircleScreenProps) {
  const words = useWords().console.circle
  const [wished, setWished] = useState<Retention>(open.circle.retention)
  const gone = due(open.kept, open.traces, wished, now()).length
  const set = (retention: Retention) =>
    void change(open, withCircle(open, { retention }))
      .then((changed) => forgetDue(changed, now(), false))
      .then(({ open: after }) => onChanged(after))
  const choose = (retention: Retention) => {
    setWished(retention)
    if (due(open.kept, open.traces, retention, now()).length === 0) set(retention)
  }
  return (
    <Part title={words.stays}>
      <div className="row">
        {retentions.map((days) => (
          <Button key={days} pressed={wished === days} onPress={() => choose(days)}>
            {words.retention(days)}
          </Button>
        ))}
      </div>
      {gone > 0 && wished !== open.circle.retention && (
        <div className="row">
          <span>{words.retentionForgets(gone)}</span>
          <Button onPress={() => set(wished)}>{words.retentionNow}</Button>
        </div>
      )}
      <p className="soft small">{words.staysMore}</p>
    </Part>
  )
}

const levels: readonly Level[] = ['C0', 'C1', 'C2', 'C3', 'C4']

function AllowedLevel({ open, onChanged }: CircleScreenProps) {
  const words = useWords().console.circle
  const { level } = open.circle
  return (
    <Part title={words.level}>
      <div className="row">
        {levels.map((one) => (
          <Button
            key={one}
            pressed={level === one}
            onPress={() => void change(open, withCircle(open, { level: one })).then(onChanged)}
          >
            {words.levels[one][0]}
          </Button>
        ))}
      </div>
      <p>{words.levels[level][1]}</p>
      <p className="soft small">{words.levelMore}</p>
    </Part>
  )
}

function Members({ open, onChanged, onGiveAlong }: CircleScreenProps) {
  const words = useWords().console.circle
  const [going, setGoing] = useState<Member | null>(null)
  const [taken, setTaken] = useState(false)
  const { members } = open.circle
  const own = (member: Member) => ({
    commitments: open.commitments.filter((commitment) => commitment.member === member.id).length,
    lines: open.kept.flatMap(({ lines }) => lines).filter(({ owner }) => owner === member.id).length,
  })
  const go = (member: Member) =>
    void change(open, leave(open, member.id)).then((changed) => {
      setGoing(null)
      onChanged(changed)
    })
  return (
    <Part title={words.members}>
      {going === null ? (
        <div className="row">
          {members.map((member) => (
            <Button
              key={member.id}
              kind="quiet"
              label={words.leaves(member.name)}
              onPress={() => {
                setTaken(false)
                setGoing(member)
              }}
            >
              <bdi>{member.name}</bdi>
            </Button>
          ))}
        </div>
      ) : (
        <>
          <h3>{words.leaves(going.name)}</h3>
          <p>{words.leaving(going.name, own(going).commitments, own(going).lines)}</p>
          <div className="row">
            {own(going).commitments + own(going).lines > 0 && (
              <Button onPress={() => void onGiveAlong(going).then((came) => setTaken(came === 'written'))}>
                {words.takes(going.name)}
              </Button>
            )}
            <Button kind="filled" onPress={() => go(going)}>
              {words.forgetMember(going.name)}
            </Button>
            <Button kind="quiet" onPress={() => setGoing(null)}>
              {words.back}
            </Button>
          </div>
          <p role="status">{taken && words.taken}</p>
        </>
      )}
    </Part>
  )
}

function Travel({ open, onExport }: CircleScreenProps) {
  const words = useWords().console.circle
  const [asked, setAsked] = useState(false)
  const [came, setCame] = useState<'written' | 'left' | 'notWritten' | 'needsWords' | null>(null)
  const write = () =>
    void takeAlong(open).then((answer) => {
      if (answer.is === 'done') setCame('written')
      else if (answer.is === 'left') setCame('left')
      else setCame(answer.is === 'cannot' && answer.because === 'no-words' ? 'needsWords' : 'notWritten')
    })
  return (
    <Part title={words.travel}>
      {asked ? (
        <>
          <p>{words.taking(open.commitments.length)}</p>
          <div className="row">
            <Button kind="filled" onPress={write}>
              {words.write}
            </Button>
            <Button kind="quiet" onPress={() => setAsked(false)}>
              {words.back}
            </Button>
          </div>
          <p role="status">{came !== null && words[came]}</p>
        </>
      ) : (
        <div className="row">
          <Button onPress={() => setAsked(true)}>{words.take}</Button>
          <Button kind="quiet" onPress={onExport}>
            {words.export}
          </Button>
        </div>
      )}
    </Part>
  )
}

function Copies({ open, hours, onGone }: CircleScreenProps) {
  const words = useWords()
  const { circle } = words.console
  const [packs, setPacks] = useState<readonly PackFacts[]>([])
  const [chosen, setChosen] = useState<number | null>(null)
  useEffect(() => {
    let current = true
    void packsOf(open).then((found) => current && setPacks(found))
    return () => {
      current = false
    }
  }, [open])
  const back = (place: number) => {
    open.repository.close()
    void restoreFrom(open.vault, place).then(onGone, onGone)
  }
  return (
    <Part title={circle.copies}>
      <p className="soft small">{packs.length === 0 ? circle.noCopies : circle.copiesMore}</p>
      <div className="row">
        {packs.map(({ at }, place) => (
          <Button key={place} kind="quiet" pressed={chosen === place} onPress={() => setChosen(place)}>
            {circle.goBackTo(dayAndTime(instantOf(at), hours, words.language))}
          </Button>
        ))}
        {chosen !== null && <Button onPress={() => back(chosen)}>{circle.goBackSure}</Button>}
      </div>
    </Part>
  )
}

function Forget({ open, onForget, onGone }: CircleScreenProps) {
  const words = useWords().console.circle
  const [typed, setTyped] = useState('')
  const { name } = open.circle
  const matches = typed.trim().normalize('NFC') === name.trim().normalize('NFC')
  return (
    <Part title={words.forget}>
      <p>{words.forgetMore}</p>
      <label className="field">
        <span dir="auto">{words.forgetType(name)}</span>
        <input
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          maxLength={200}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <div className="row">
        <Button disabled={!matches} onPress={() => void onForget().then(onGone)}>
          {words.forget}
        </Button>
      </div>
    </Part>
  )
}
