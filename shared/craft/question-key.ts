import { sameNameKey } from '../circle/names'

const between = /[^\p{L}\p{M}\p{N}]+/gu

/** The key by which two questions count as the same: letters and digits alone, whatever their case. */
export const questionKey = (text: string): string => sameNameKey(text).replace(between, '')
