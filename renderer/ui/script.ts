// What a text's script asks of its lines. Names and sentences come in any script, whatever the wall's own language.
import { isValidElement, type ReactNode } from 'react'

const deep =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const tall = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hebrew}\u1e00-\u1eff]/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const hangul = /\p{Script=Hangul}/u

/** How far apart a text's lines stand, in its own size: further where letters reach far above and below the line. */
export function lineHeightOf(text: string, usual: number): number {
  if (deep.test(text)) return Math.max(usual, 1.56)
  return tall.test(text) ? Math.max(usual, 1.25) : usual
}

/** The language that says where a text's lines may break; none where spaces do. */
export const breaksLike = (text: string): 'ja' | 'ko' | undefined =>
  kana.test(text) ? 'ja' : hangul.test(text) ? 'ko' : undefined

/** All the words in what is drawn, as far as they are given and not made further down. */
export function textOf(drawn: ReactNode): string {
  if (typeof drawn === 'string' || typeof drawn === 'number') return String(drawn)
  if (Array.isArray(drawn)) return drawn.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(drawn) ? textOf(drawn.props.children) : ''
}
