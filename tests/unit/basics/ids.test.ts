import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idFrom } from '../../../shared/basics/ids'

describe('an id', () => {
  it('is its bytes in base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(idFrom<string>(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      }),
      { numRuns: 1000 },
    )
  })
})
