import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Clock } from '../../shared/session/clock'
import type { Face, StageView } from '../../shared/stage/stage-view'
import { useNow } from '../hooks/use-now'
import { useSize } from '../hooks/use-size'
import '../ui/tokens.css'
import './stage.css'
import { useView } from './use-view'
import { Wall } from './wall'

/** Faces whose look depends on the time, beside their clock. */
const timed = (face: Face): boolean =>
  face.kind === 'waiting' || face.kind === 'break' || (face.kind === 'groups' && face.changeUntil !== null)

function clocksOf(face: Face): readonly Clock[] {
  if (face.kind === 'turn' || face.kind === 'write' || face.kind === 'card') return [face.clock]
  if (face.kind === 'groups') return face.clock === null ? [] : [face.clock]
  if (face.kind === 'round') return face.share === null ? [face.whole] : [face.whole, face.share]
  return []
}

/** The fonts must be there before names are measured. */
function useFonts(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const wanted = [
      "700 20px 'Atkinson Hyperlegible Next Variable'",
      "430 20px 'Fraunces Variable'",
      "600 20px 'Plain Zero'",
    ]
    void Promise.allSettled(wanted.map((font) => document.fonts.load(font, 'A0'))).then(() => setReady(true))
  }, [])
  return ready
}

/** Who reads the wall aloud reads it in its language and direction. Its title never says what is on it. */
function useLanguage(view: StageView | null): void {
  const language = view?.options.language ?? 'en'
  const direction = view?.options.direction ?? 'ltr'
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])
}

function Stage() {
  const { view, read } = useView(window.stage)
  useLanguage(view)
  const { width, height } = useSize()
  const fonts = useFonts()
  const running =
    view !== null && (timed(view.face) || clocksOf(view.face).some((clock) => clock.kind === 'running'))
  const now = useNow(read, running ? 'running' : 'standing')
  if (view === null || !fonts) return <main className="wall theme-dark" data-face="nothing" />
  return <Wall view={view} now={now} width={width} height={height} />
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Stage />
    </StrictMode>,
  )
