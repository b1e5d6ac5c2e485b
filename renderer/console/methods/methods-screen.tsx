import { useCallback, useEffect, useRef } from 'react'
import { longestTexts, type Format } from '../../../shared/formats/format'
import { usualMinutes } from '../../../shared/session/plan'
import type { OpenCircle } from '../../data/circles'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useBackKey } from '../use-back-key'
import { MethodList } from './method-list'
import './methods.css'
import { OwnField } from './own-field'
import { PhaseList } from './phase-list'
import { PhasePanel } from './phase-panel'
import { settleTyped, useDeeds, type Deeds } from './use-deeds'

interface MethodsScreenProps {
  readonly open: OpenCircle
  /** The circle as it is from now on. */
  readonly onChanged: (open: OpenCircle) => void
  readonly onBack: () => void
}

/** The methods: the circle's own, which it changes as it likes, and those of the library. */
export function MethodsScreen({ open, onChanged, onBack }: MethodsScreenProps) {
  const words = useWords().console.methods
  const page = useRef<HTMLElement>(null)
  const deeds = useDeeds(open, onChanged, page)
  const { format, phase } = deeds
  const { settled } = deeds
  const leave = useCallback(() => {
    settleTyped()
    // What was changed is on disk before anything is read anew.
    void settled().then(onBack)
  }, [settled, onBack])
  useBackKey(leave)
  useEffect(() => {
    page.current?.querySelector<HTMLElement>('.methods-list [tabindex="0"]')?.focus({ preventScroll: true })
  }, [])
  return (
    <main className="methods" ref={page}>
      <header className="row methods-top">
        <h1 className="human">
          {words.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={leave}>
          {words.back}
        </Button>
      </header>
      {format !== undefined && phase !== undefined && (
        <div className="methods-columns">
          <div className="methods-side">
            <MethodList own={deeds.own} chosen={format.id} onChoose={deeds.choose} />
            <Button onPress={() => void deeds.bring()}>{words.bring}</Button>
          </div>
          <section className="methods-one" aria-label={format.title}>
            <Head format={format} deeds={deeds} />
            <PhaseList
              key={format.id}
              format={format}
              chosen={phase.id}
              onChoose={deeds.choosePhase}
              deeds={
                deeds.isOwn ? { move: deeds.move, moveTo: deeds.moveTo, leaveOut: deeds.leaveOut } : null
              }
            />
            {deeds.isOwn && (
              <div className="row">
                <Button onPress={deeds.add}>{words.addPhase}</Button>
              </div>
            )}
          </section>
          <PhasePanel
            format={format}
            phase={phase}
            onChange={deeds.isOwn ? (change) => deeds.change(phase.id, change) : null}
            onNoMinutes={deeds.noMinutes}
          />
        </div>
      )}
      <Foot deeds={deeds} />
    </main>
  )
}

/** What a method is called, how long it takes and for how many, and what can be done with the whole of it. */
function Head({ format, deeds }: { readonly format: Format; readonly deeds: Deeds }) {
  const { methods, plan } = useWords().console
  const { title, after, size, phases, needsTrainedLeader } = format
  const about = [methods.sum(usualMinutes(format), phases.length), methods.people(size.min, size.max)]
  return (
    <div className="methods-head">
      {deeds.isOwn ? (
        <div className="methods-name">
          <OwnField
            key={format.id}
            label={methods.name}
            value={title}
            most={longestTexts.title}
            hideLabel
            onSettle={deeds.rename}
          />
        </div>
      ) : (
        <h2 className="human">
          <bdi>{title}</bdi>
        </h2>
      )}
      <p className="small">{about.join(' · ')}</p>
      <p className="soft small">
        {[
          ...(after === '' ? [] : [plan.after(after)]),
          ...(needsTrainedLeader ? [methods.trained] : []),
        ].join(' ')}
      </p>
      <div className="row">
        {deeds.isOwn ? (
          <>
            <Button onPress={() => void deeds.save()}>{methods.save}</Button>
            <Button kind="quiet" onPress={deeds.remove}>
              {methods.remove}
            </Button>
          </>
        ) : (
          <Button kind="filled" onPress={deeds.copy}>
            {methods.copy}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What the last deed came to, and how it is undone; else how the phases are moved. */
function Foot({ deeds }: { readonly deeds: Deeds }) {
  const { methods } = useWords().console
  const { said, isOwn } = deeds
  return (
    <footer className="row methods-foot">
      <p className={said === null ? 'soft small' : ''} aria-live="polite" dir="auto">
        {said?.text ?? (isOwn ? methods.hint : '')}
      </p>
      {said?.undo !== undefined && (
        <span className="methods-undo">
          <Button onPress={said.undo}>{methods.putBack}</Button>
        </span>
      )}
    </footer>
  )
}
