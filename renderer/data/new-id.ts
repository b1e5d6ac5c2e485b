import { idFrom } from '../../shared/basics/ids'

/** Random bytes of this computer. */
export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/** A new random 128-bit id. */
export const newId = <T extends string>(): T => idFrom<T>(randomBytes(16))
