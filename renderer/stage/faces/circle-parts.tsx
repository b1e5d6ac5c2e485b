// What faces with the circle at one side share.
import type { StageView } from '../../../shared/stage/stage-view'
import { Stack, useFrame } from '../../ui/at'
import { layoutSeats, type SeatLayout } from '../../ui/seat-layout'

/** Where everybody's seat stands. */
export const useLayout = (view: StageView): SeatLayout => layoutSeats(useFrame(), view.seats)

/** The field of words. */
export function Words({ children }: { readonly children: React.ReactNode }) {
  const { words } = useFrame()
  return (
    <Stack x={words.x} y={words.y} width={words.width}>
      {children}
    </Stack>
  )
}

/** The pulse at zero comes once, slowly: only while the first minute of "time" runs. */
export const pulseOf = (left: number): string => (left <= 0 && left > -60_000 ? 'pulse' : '')
