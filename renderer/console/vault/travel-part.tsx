import { useState } from 'react'
import type { ErrandAnswer } from '../../../shared/vault/errands'
import { takeAlong } from '../../data/travel'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Part, type PartProps } from './part'

type Came = 'written' | 'left' | 'notWritten' | 'needsWords'

const cameOf = (answer: ErrandAnswer): Came => {
  if (answer.is === 'done') return 'written'
  if (answer.is === 'left') return 'left'
  return answer.is === 'cannot' && answer.because === 'no-words' ? 'needsWords' : 'notWritten'
}

interface TravelPartProps extends PartProps {
  readonly onExport: () => void
}

/** Where the circle goes: along to another computer, or out of the circle in a file. */
export function TravelPart({ open, asking, onAsk, onExport }: TravelPartProps) {
  const words = useWords().console.circle
  const [came, setCame] = useState<Came | null>(null)
  const isAsking = asking === 'take'
  const hasWords = open.vault.ways.includes('words')
  const ask = (on: boolean) => {
    setCame(null)
    onAsk(on ? 'take' : null)
  }
  const write = () =>
    void takeAlong(open).then(
      (answer) => {
        const now = cameOf(answer)
        setCame(now)
        if (now === 'written') onAsk(null)
      },
      () => setCame('notWritten'),
    )
  return (
    <Part
      title={words.travel}
      step={isAsking ? 'asking' : 'said'}
      onBack={isAsking ? () => ask(false) : null}
    >
      {isAsking ? (
        <>
          <p>{words.taking(open.commitments.length)}</p>
          <p role="status">{came !== null && words[came]}</p>
          <div className="row">
            <Button kind="filled" onPress={write}>
              {words.write}
            </Button>
            <Button kind="quiet" keyName="Esc" onPress={() => ask(false)}>
              {words.back}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={came === null ? 'soft small' : ''} role="status">
            {came !== null ? words[came] : hasWords ? words.travelMore : words.needsWords}
          </p>
          <div className="row">
            {hasWords && <Button onPress={() => ask(true)}>{words.take}</Button>}
            <Button kind={hasWords ? 'quiet' : 'outlined'} onPress={onExport}>
              {words.export}
            </Button>
          </div>
        </>
      )}
    </Part>
  )
}
