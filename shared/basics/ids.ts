declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type CircleId = Id<'circle'>
export type SessionId = Id<'session'>
export type MemberId = Id<'member'>
export type ItemId = Id<'item'>
export type PhaseId = Id<'phase'>
export type StepId = Id<'step'>
export type GestureId = Id<'gesture'>
export type TextId = Id<'text'>
export type RecordId = Id<'record'>
export type FormatId = Id<'format'>
export type OwnPlaceId = Id<'own-place'>

/** Makes a random 128-bit id from 16 random bytes, in base64url: nothing in it sorts by time. */
export function idFrom<T extends string>(bytes: Uint8Array): T {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    bits = ((bits & 0xffff) << 8) | byte
    held += 8
    while (held >= 6) {
      held -= 6
      text += letters[(bits >> held) & 63]
    }
  }
  if (held > 0) text += letters[(bits << (6 - held)) & 63]
  return text as T
}
