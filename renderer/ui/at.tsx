import type { CSSProperties, ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { frameOf, type Frame } from './frame'
import { breaksLike, lineHeightOf, textOf } from './script'

const FrameContext = createContext<Frame>(frameOf(1920, 1080))

/** Gives the wall's geometry to everything on it. */
export const FrameProvider = FrameContext.Provider

/** The wall's geometry. */
export const useFrame = (): Frame => useContext(FrameContext)

interface AtProps {
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly size?: number
  readonly weight?: number
  readonly color?: string
  readonly align?: 'start' | 'center' | 'end'
  readonly lines?: number
  readonly human?: true
  readonly clamp?: number
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A piece of text at a place on the wall; every length in h. */
export function At({
  x,
  y,
  width,
  size = 3.4,
  weight,
  color,
  align = 'start',
  lines = 1.2,
  human,
  clamp,
  style,
  children,
}: AtProps) {
  const { unit } = useFrame()
  const text = textOf(children)
  const cut: CSSProperties = clamp
    ? {
        display: '-webkit-box',
        WebkitLineClamp: clamp,
        WebkitBoxOrient: 'vertical',
        overflow: 'hidden',
        paddingBottom: '0.06em',
      }
    : {}
  return (
    <div
      className={human ? 'at human' : 'at'}
      lang={breaksLike(text)}
      style={{
        left: x * unit,
        top: y * unit,
        width: width === undefined ? undefined : width * unit,
        fontSize: size * unit,
        lineHeight: lines === 1 ? 1 : lineHeightOf(text, lines),
        fontWeight: weight,
        color,
        textAlign: align,
        ...cut,
        ...style,
      }}
    >
      {children}
    </div>
  )
}

interface StackProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly children: ReactNode
}

/** Pieces of text one under the other, from a place on the wall. */
export function Stack({ x, y, width, children }: StackProps) {
  const { unit } = useFrame()
  return (
    <div className="at stack" style={{ left: x * unit, top: y * unit, width: width * unit }}>
      {children}
    </div>
  )
}

interface LineProps {
  readonly size: number
  readonly above?: number
  readonly weight?: number
  readonly color?: string
  readonly lines?: number
  readonly human?: true
  readonly bar?: true
  readonly clamp?: number
  readonly role?: string
  readonly children: ReactNode
}

/** Somebody's own words: in their own direction, on the wall's side, cut with "…" after some lines. */
export function Own({ clamp, children }: { readonly clamp: number; readonly children: ReactNode }) {
  return (
    <bdi className="own" lang={breaksLike(textOf(children))} style={{ WebkitLineClamp: clamp }}>
      {children}
    </bdi>
  )
}

/** One piece of a stack, some h below the one before; with the ember bar when it is the question on the wall. */
export function Line({
  size,
  above = 0,
  weight,
  color,
  lines = 1.18,
  human,
  bar,
  clamp,
  role,
  children,
}: LineProps) {
  const { unit } = useFrame()
  const text = textOf(children)
  const cut: CSSProperties = clamp
    ? {
        display: '-webkit-box',
        WebkitLineClamp: clamp,
        WebkitBoxOrient: 'vertical',
        overflow: 'hidden',
        paddingBottom: '0.06em',
      }
    : {}
  return (
    <div
      role={role}
      lang={breaksLike(text)}
      className={`${human ? 'human' : ''} ${bar ? 'bar' : ''}`}
      style={{
        marginTop: above * unit,
        fontSize: size * unit,
        lineHeight: lineHeightOf(text, lines),
        fontWeight: weight,
        color,
        ...(bar
          ? {
              borderInlineStart: `${0.9 * unit}px solid var(--arc)`,
              paddingInlineStart: 2.1 * unit,
              borderRadius: 0,
            }
          : {}),
        ...cut,
      }}
    >
      {children}
    </div>
  )
}
