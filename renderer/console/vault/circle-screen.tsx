import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../shared/basics/time'
import type { Member } from '../../../shared/circle/circle'
import type { CircleState } from '../../../shared/travel/state'
import type { Protection } from '../../../shared/vault/vault'
import type { OpenCircle } from '../../data/circles'
import { writeWithCopies } from '../../data/packs'
import { Button } from '../../ui/button'
import { useBackKey } from '../use-back-key'
import { useWords } from '../../words/words'
import { BoardPart } from './board-part'
import { CopiesPart } from './copies-part'
import { ForgetPart } from './forget-part'
import { LevelPart, StaysPart } from './keep-parts'
import { MarksPart } from './marks-part'
import { MembersPart } from './members-part'
import type { WriteOutcome } from './own-text'
import type { PartName, PartProps } from './part'
import { TravelPart } from './travel-part'
import { WhoPart } from './who-part'

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
  /** The page on which members mark for themselves. */
  readonly onMarks: () => void
  readonly onGiveAlong: (member: Member) => Promise<WriteOutcome>
  readonly onBack: () => void
}

/** Writes changes of the circle one after another: a second press while the first is being written does nothing. */
function useWriting(open: OpenCircle, onChanged: (open: OpenCircle) => void) {
  const busy = useRef(false)
  const [failed, setFailed] = useState(false)
  const write = async (make: (open: OpenCircle) => CircleState): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    try {
      onChanged(await writeWithCopies(open, make(open)))
      setFailed(false)
      return true
    } catch (reason) {
      console.warn(`The circle was not changed: ${(reason as Error).name}`)
      setFailed(true)
      return false
    } finally {
      busy.current = false
    }
  }
  return { write, failed }
}

/** One circle: who can open it, what stays and for how long, who is in it, where it goes, and how it is forgotten. */
export function CircleScreen(props: CircleScreenProps) {
  const { open, onBack, onChanged } = props
  const words = useWords().console.circle
  const [asking, setAsking] = useState<PartName | null>(null)
  const { write, failed } = useWriting(open, onChanged)
  const columns = useRef<HTMLDivElement>(null)
  // What is still to be chosen has the keys; where nothing is, arrows move the page.
  useEffect(() => {
    const box = columns.current
    ;(box?.querySelector<HTMLElement>('.button.filled') ?? box)?.focus({ preventScroll: true })
  }, [])
  useBackKey(onBack)
  const part: PartProps = { open, asking, onAsk: setAsking, onWrite: write }
  return (
    <main className="page circle-page">
      <header className="row circle-top">
        <h1 className="human">
          {words.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      {failed && (
        <p className="notice" role="alert">
          {words.notWritten}
        </p>
      )}
      <div className="circle-columns" ref={columns} tabIndex={-1}>
        <div className="circle-column">
          <WhoPart {...part} keyStore={props.keyStore} onProtect={props.onProtect} onVault={onChanged} />
          <MembersPart {...part} onGiveAlong={props.onGiveAlong} />
          <MarksPart onMarks={props.onMarks} />
          <ForgetPart {...part} onForget={props.onForget} onGone={props.onGone} />
        </div>
        <div className="circle-column">
          <StaysPart {...part} now={props.now} />
          <LevelPart {...part} />
          <BoardPart {...part} />
          <TravelPart {...part} onExport={props.onExport} />
          <CopiesPart {...part} hours={props.hours} onGone={props.onGone} />
        </div>
      </div>
    </main>
  )
}
