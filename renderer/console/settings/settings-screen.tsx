import { useLayoutEffect } from 'react'
import { settingValues, type Settings } from '../../../shared/settings'
import { desktop } from '../../desktop'
import { play } from '../../sound/play'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { ChooseDisplay } from '../displays/choose-display'
import { Choices } from './choices'

interface SettingsScreenProps {
  readonly settings: Settings
  readonly onBack: () => void
  readonly onKeys: () => void
  readonly onRoomCheck: () => void
}

const change = (wish: Partial<Settings>): void => void desktop().writeSettings(wish)

/** What belongs to this computer, a sentence each. What is chosen holds at once. */
export function SettingsScreen({ settings, onBack, onKeys, onRoomCheck }: SettingsScreenProps) {
  const words = useWords().console.settings
  useEscape(onBack)
  return (
    <main className="page settings">
      <header className="row">
        <h1 className="human">{words.title}</h1>
        <span className="spring" />
        <Button kind="quiet" onPress={onRoomCheck}>
          {words.roomCheck}
        </Button>
        <Button kind="quiet" onPress={onKeys}>
          {words.keys}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      <section>
        <Choices
          sentence={words.wall}
          values={settingValues.stageTheme}
          words={(value) => words.themes[value]}
          chosen={settings.stageTheme}
          onChoose={(stageTheme) => change({ stageTheme })}
        />
        <Choices
          sentence={words.time}
          values={settingValues.time}
          words={(value) => words.times[value]}
          chosen={settings.time}
          onChoose={(time) => change({ time })}
        />
        <Choices
          sentence={words.motion}
          values={settingValues.motion}
          words={(value) => words.motions[value]}
          chosen={settings.motion}
          onChoose={(motion) => change({ motion })}
        />
        <ChooseDisplay />
      </section>
      <section>
        <Choices
          sentence={words.console}
          values={settingValues.consoleTheme}
          words={(value) => words.themes[value]}
          chosen={settings.consoleTheme}
          onChoose={(consoleTheme) => change({ consoleTheme })}
        />
        <Choices
          sentence={words.text}
          values={settingValues.textSize}
          words={(value) => words.sizes[value]}
          chosen={settings.textSize}
          onChoose={(textSize) => change({ textSize })}
        />
        <Choices
          sentence={words.hours}
          values={settingValues.hours}
          words={(value) => words.clocks[value]}
          chosen={settings.hours}
          onChoose={(hours) => change({ hours })}
        />
        <SoundChoices settings={settings} />
      </section>
    </main>
  )
}

function SoundChoices({ settings }: { readonly settings: Settings }) {
  const words = useWords().console.sound
  const { sound, volume } = settings
  return (
    <>
      <Choices
        sentence={words.ends}
        values={settingValues.sound}
        words={(value) => words.sounds[value]}
        chosen={sound}
        onChoose={(chosen) => change({ sound: chosen })}
      />
      <Choices
        sentence={words.loudness}
        values={settingValues.volume}
        words={words.step}
        short={String}
        chosen={volume}
        disabled={sound === 'none'}
        onChoose={(chosen) => change({ volume: chosen })}
      >
        <Button disabled={sound === 'none'} onPress={() => void play(sound, volume)}>
          {words.hear}
        </Button>
      </Choices>
      <p className="soft small">{words.when}</p>
    </>
  )
}

function useEscape(onEscape: () => void): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) onEscape()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onEscape])
}
