interface Row {
  readonly kind: string
  readonly text: string
  readonly file: string
}
export const root: string
export const textFiles: readonly string[]
export function plainly(text: string): string
export function rowsOf(path: string): readonly Omit<Row, 'file'>[]
export function heldBack(): readonly Omit<Row, 'file'>[]
export function trainingText(): readonly Row[]
export function sourceHash(): string
