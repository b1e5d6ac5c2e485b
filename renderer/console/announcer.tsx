import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useWords } from '../words/words'

/** What comes within this time is said in one breath, in milliseconds. */
const breath = 120
/** How long what was said stays in the page, in milliseconds: as long as a voice needs to take it, and no longer. */
const stays = 3000

/** Gives how to take it back, as long as it has not been said. */
type Say = (text: string) => () => void

const nothingToTakeBack = () => undefined

const Voice = createContext<Say>(() => nothingToTakeBack)

/** The one place of the console from which a screen reader reads by itself; everything below says what it has to say through it. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const words = useWords().console.aloud
  const waiting = useRef<readonly string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [said, setSaid] = useState({ text: '', number: 0 })
  const say = useCallback((text: string) => {
    if (text === '' || waiting.current.includes(text)) return nothingToTakeBack
    waiting.current = [...waiting.current, text]
    timer.current ??= setTimeout(() => {
      const whole = sentences(waiting.current)
      waiting.current = []
      timer.current = null
      setSaid(({ number }) => ({ text: whole, number: number + 1 }))
    }, breath)
    return () => {
      waiting.current = waiting.current.filter((other) => other !== text)
    }
  }, [])
  useEffect(() => {
    if (said.text === '') return
    const gone = setTimeout(() => setSaid(({ number }) => ({ text: '', number: number + 1 })), stays)
    return () => clearTimeout(gone)
  }, [said])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  const region = useMemo(
    () => (
      <div className="hidden-label" role="status" aria-label={words.label} data-aloud>
        {/* Another element each time: the same words are said again. */}
        <span key={said.number}>{said.text}</span>
      </div>
    ),
    [said, words],
  )
  return (
    <Voice.Provider value={say}>
      {children}
      {region}
    </Voice.Provider>
  )
}

/** Each as a sentence of its own, so that a voice stops between them. */
const sentences = (texts: readonly string[]): string =>
  texts.map((text) => (/[.?!:…]$/u.test(text) ? text : `${text}.`)).join(' ')

/** Says something in the one voice. */
export const useSay = (): Say => useContext(Voice)

/** Says a text as soon as it stands, and whenever it becomes another; what stood for less than a breath is not said. */
export function useAloud(text: string | null): void {
  const say = useSay()
  useEffect(() => (text === null ? undefined : say(text)), [say, text])
}
