import { useId } from 'react'
import { parseMinutes } from '../../../shared/basics/parse-minutes'
import {
  longestStageLine,
  longestTexts,
  type CaptureKind,
  type Format,
  type FormatPhase,
} from '../../../shared/formats/format'
import {
  capturesUnder,
  posturesUnder,
  rulesFor,
  soundsUnder,
  type PhaseChange,
} from '../../../shared/formats/own'
import { useWords } from '../../words/words'
import { OwnField } from './own-field'

interface PhasePanelProps {
  readonly format: Format
  readonly phase: FormatPhase
  /** Gives whether the change could be made; null: it is of the library. */
  readonly onChange: ((change: PhaseChange) => boolean) | null
  readonly onNoMinutes: () => void
}

/** One phase: its words and how it goes. A circle's own is changed in place. */
export function PhasePanel({ format, phase, onChange, onNoMinutes }: PhasePanelProps) {
  const { methods } = useWords().console
  return (
    <section className="methods-panel" aria-label={methods.phase}>
      {onChange === null ? (
        <Words phase={phase} />
      ) : (
        <Fields key={phase.id} {...{ format, phase, onChange, onNoMinutes }} />
      )}
    </section>
  )
}

function Words({ phase }: { readonly phase: FormatPhase }) {
  const { methods } = useWords().console
  const { fields } = methods
  return (
    <>
      <h3>
        <bdi>{phase.title}</bdi>
      </h3>
      <dl>
        <dt>{fields.rule}</dt>
        <dd>{methods.rules[phase.rule]}</dd>
        <dt>{fields.stageLine}</dt>
        <dd className="human">
          <bdi>{phase.stageLine}</bdi>
        </dd>
        <dt>{fields.cue}</dt>
        <dd>
          <bdi>{phase.cue}</bdi>
        </dd>
        <dt>{fields.rescue}</dt>
        <dd>
          <bdi>{phase.rescue}</bdi>
        </dd>
      </dl>
    </>
  )
}

type FieldsProps = PhasePanelProps & { readonly onChange: (change: PhaseChange) => boolean }

function Fields({ format, phase, onChange, onNoMinutes }: FieldsProps) {
  const words = useWords().console
  const { fields } = words.methods
  const settleMinutes = (typed: string) => {
    const read = parseMinutes(typed)
    if (!read.ok) onNoMinutes()
    return read.ok && onChange({ minutes: read.value })
  }
  return (
    <>
      <div className="methods-pair">
        <div>
          <OwnField
            label={fields.title}
            value={phase.title}
            most={longestTexts.phaseTitle}
            onSettle={(title) => onChange({ title })}
          />
        </div>
        <div className="methods-minutes">
          <OwnField
            label={fields.minutes}
            value={String(phase.minutes.nominal)}
            most={8}
            onSettle={settleMinutes}
          />
        </div>
      </div>
      <HowItGoes format={format} phase={phase} onChange={onChange} />
      <OwnField
        label={fields.stageLine}
        value={phase.stageLine}
        most={longestStageLine}
        long
        onSettle={(stageLine) => onChange({ stageLine })}
      />
      <OwnField
        label={fields.cue}
        value={phase.cue}
        most={longestTexts.cue}
        long
        onSettle={(cue) => onChange({ cue })}
      />
      <OwnField
        label={fields.rescue}
        value={phase.rescue}
        most={longestTexts.rescue}
        long
        onSettle={(rescue) => onChange({ rescue })}
      />
    </>
  )
}

/** What may be written under the rule of a phase, and what is written there now. */
function writings({ rule, captures }: FormatPhase, format: Format): readonly (readonly CaptureKind[])[] {
  const allowed = format.noCapture ? [] : capturesUnder[rule]
  const single = allowed
    .filter((kind) => kind !== 'takeaway' || format.scope === 'turn')
    .map((kind) => [kind] as const)
  return [[], ...single, ...(captures.length > 1 ? [captures] : [])]
}

function HowItGoes({ format, phase, onChange }: Omit<FieldsProps, 'onNoMinutes'>) {
  const { methods } = useWords().console
  const { fields } = methods
  const written = writings(phase, format)
  return (
    <div className="methods-choices">
      <Choice
        label={fields.rule}
        value={phase.rule}
        values={rulesFor(format, phase)}
        say={(rule) => methods.rules[rule]}
        onChoose={(rule) => onChange({ rule })}
      />
      <Choice
        label={fields.sound}
        value={phase.sound}
        values={soundsUnder(phase.rule)}
        say={(sound) => methods.sounds[sound]}
        onChoose={(sound) => onChange({ sound })}
      />
      {format.scope !== 'group' && (
        <Choice
          label={fields.presenter}
          value={phase.presenter}
          values={posturesUnder[phase.rule]}
          say={(presenter) => methods.presenters[presenter]}
          onChoose={(presenter) => onChange({ presenter })}
        />
      )}
      <Choice
        label={fields.captures}
        value={phase.captures.join()}
        values={written.map((kinds) => kinds.join())}
        say={(joined) => methods.captures(written.find((kinds) => kinds.join() === joined) ?? [])}
        onChoose={(joined) => onChange({ captures: written.find((kinds) => kinds.join() === joined) ?? [] })}
      />
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly values: readonly Value[]
  readonly say: (value: Value) => string
  readonly onChoose: (value: Value) => void
}

/** One of a few; where there is one only, it is said and not asked. */
function Choice<Value extends string>({ label, value, values, say, onChoose }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={values.length < 2}
        onChange={({ target }) => {
          const found = values.find((one) => one === target.value)
          if (found !== undefined) onChoose(found)
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
