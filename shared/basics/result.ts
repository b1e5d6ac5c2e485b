/** What came of a request: a value, or a refusal that says why as data. */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal }

/** A request that worked. */
export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
})

/** A request that is not possible now. */
export const refused = <Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
})

/** Makes the compiler check that a switch covers every case. */
export function assertNever(value: never): never {
  throw new Error(`Not covered: ${JSON.stringify(value)}`)
}
