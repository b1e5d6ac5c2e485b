import { useState } from 'react'
import type { Instant } from '../../../shared/basics/time'
import type { Circle, Member } from '../../../shared/circle/circle'
import { mayKeep } from '../../../shared/circle/levels'
import type { OwnMarks } from '../../../shared/circle/own-marks'
import { keepMarks, openMarks, takeMarksAway, type WriteCircle } from '../../data/own-marks'
import { Button } from '../../ui/button'
import { dayAndMonth } from '../../words/time'
import { useWords } from '../../words/words'
import { useStepBack, useStepFocus } from '../vault/use-steps'
import { LookForm } from './look-form'
import { MarkPage, type LeftPage } from './mark-page'
import { MarksPaper } from './marks-paper'
import { useOnTheWall } from './use-on-the-wall'
import '../export/export.css'
import './marks.css'

interface MarksScreenProps {
  readonly circle: Circle
  readonly now: () => Instant
  readonly onWrite: WriteCircle
  readonly onBack: () => void
}

/** Where somebody is. What they mark lives in their page alone, and is gone with it. */
type Step =
  | { readonly is: 'who' }
  | { readonly is: 'cover' | 'paper' | 'ways'; readonly member: Member }
  | { readonly is: 'page'; readonly member: Member; readonly opened: OwnMarks | null }
  | { readonly is: 'told'; readonly how: LeftPage }

const emptyPage = { marked: {}, next: '' }

/** Marks for yourself: a name, the cover, then a page that only one person sees. */
export function MarksScreen({ circle, now, onWrite, onBack }: MarksScreenProps) {
  const words = useWords()
  const [step, setStep] = useState<Step>({ is: 'who' })
  const onTheWall = useOnTheWall()
  const covered = onTheWall === true && (step.is === 'ways' || step.is === 'page')
  const who = () => setStep({ is: 'who' })
  const day = (at: Instant) => dayAndMonth(at, words.language)
  return (
    <main className="page marks">
      {step.is === 'who' && (
        <Who circle={circle} onChosen={(member) => setStep({ is: 'cover', member })} onBack={onBack} />
      )}
      {step.is === 'cover' && (
        <Cover
          name={step.member.name}
          onTheWall={onTheWall}
          onSelf={() => setStep({ is: 'ways', member: step.member })}
          onPaper={() => setStep({ is: 'paper', member: step.member })}
          onBack={who}
        />
      )}
      {step.is === 'paper' && (
        <EmptyPaper day={day(now())} onBack={() => setStep({ is: 'cover', member: step.member })} />
      )}
      {covered && (
        <section className="marks-cover" role="alert">
          <p>{words.console.rubric.onTheWall}</p>
        </section>
      )}
      {/* A wall that comes while somebody marks covers the page, and takes nothing away. */}
      <div className="marks-private" hidden={covered}>
        {step.is === 'ways' && (
          <Ways
            onToday={() => setStep({ ...step, is: 'page', opened: null })}
            onLook={(own) => openMarks({ circle, member: step.member.id, words: own })}
            onFound={(opened) => setStep({ ...step, is: 'page', opened })}
            onBack={who}
          />
        )}
        {step.is === 'page' && (
          <MarkPage
            name={step.member.name}
            days={{ today: day(now()), kept: step.opened && day(step.opened.at) }}
            first={step.opened ?? emptyPage}
            mayKeep={mayKeep(circle.level, 'takeaway', true)}
            onKeep={(marks, own) =>
              keepMarks({ circle, member: step.member.id, words: own }, { ...marks, at: now() }, onWrite)
            }
            onTakeAway={() => takeMarksAway(step.member.id, onWrite)}
            onLeft={(how) => setStep({ is: 'told', how })}
          />
        )}
      </div>
      {step.is === 'told' && <Told how={step.how} onNext={who} onDone={onBack} />}
    </main>
  )
}

interface WhoProps extends Pick<MarksScreenProps, 'circle' | 'onBack'> {
  readonly onChosen: (member: Member) => void
}

function Who({ circle, onChosen, onBack }: WhoProps) {
  const { rubric } = useWords().console
  const box = useStepFocus<HTMLElement>('who')
  useStepBack(onBack)
  return (
    <section className="card" ref={box} tabIndex={-1}>
      <h1 className="human">{rubric.title}</h1>
      <p>{rubric.whoMore}</p>
      <p className="lead">{rubric.who}</p>
      <div className="row names-row">
        {circle.members.map((member) => (
          <Button key={member.id} onPress={() => onChosen(member)}>
            <bdi>{member.name}</bdi>
          </Button>
        ))}
      </div>
      <div className="row">
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {rubric.back}
        </Button>
      </div>
    </section>
  )
}

interface CoverProps {
  readonly name: string
  /** Whether the wall shows what this screen shows; null until that is known. */
  readonly onTheWall: boolean | null
  readonly onSelf: () => void
  readonly onPaper: () => void
  readonly onBack: () => void
}

/** Between the room and one person: nothing else is on the screen. */
function Cover({ name, onTheWall, onSelf, onPaper, onBack }: CoverProps) {
  const { rubric } = useWords().console
  const box = useStepFocus<HTMLElement>(String(onTheWall))
  useStepBack(onBack)
  return (
    <section className="marks-cover" ref={box} tabIndex={-1}>
      <h1 className="human" dir="auto">
        {rubric.cover(name)}
      </h1>
      <p role="status">{onTheWall === true ? rubric.onTheWall : rubric.coverMore}</p>
      <div className="row">
        {onTheWall === false && (
          <Button kind="filled" onPress={onSelf}>
            {rubric.iAm(name)}
          </Button>
        )}
        {onTheWall === true && <Button onPress={onPaper}>{rubric.page.paper}</Button>}
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {rubric.back}
        </Button>
      </div>
    </section>
  )
}

function EmptyPaper({ day, onBack }: { readonly day: string; readonly onBack: () => void }) {
  useStepBack(onBack)
  return <MarksPaper {...emptyPage} day={day} onBack={onBack} />
}

interface WaysProps {
  readonly onToday: () => void
  readonly onLook: Parameters<typeof LookForm>[0]['onLook']
  readonly onFound: (marks: OwnMarks) => void
  readonly onBack: () => void
}

function Ways({ onToday, onLook, onFound, onBack }: WaysProps) {
  const { ways, back } = useWords().console.rubric
  const box = useStepFocus<HTMLElement>('ways')
  useStepBack(onBack)
  return (
    <section className="card" ref={box} tabIndex={-1}>
      <h1 className="human">{ways.title}</h1>
      <p>{ways.todayMore}</p>
      <div className="row">
        <Button kind="filled" onPress={onToday}>
          {ways.today}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {back}
        </Button>
      </div>
      <LookForm onLook={onLook} onFound={onFound} />
    </section>
  )
}

interface ToldProps {
  readonly how: LeftPage
  readonly onNext: () => void
  readonly onDone: () => void
}

function Told({ how, onNext, onDone }: ToldProps) {
  const { told, done } = useWords().console.rubric
  const box = useStepFocus<HTMLElement>('told')
  useStepBack(onDone)
  return (
    <section className="marks-cover" ref={box} tabIndex={-1}>
      <div role="status">
        <h1 className="human">{told[how]}</h1>
      </div>
      <p>{told.more}</p>
      <div className="row">
        <Button kind="filled" onPress={onDone}>
          {done}
        </Button>
        <Button onPress={onNext}>{told.next}</Button>
      </div>
    </section>
  )
}
