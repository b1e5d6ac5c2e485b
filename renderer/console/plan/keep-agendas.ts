import type { AgendaTemplate } from '../../../shared/circle/agenda-template'
import { writeState, type OpenCircle } from '../../data/circles'

/** The circle with these agendas put by. */
export const keepAgendas = (open: OpenCircle, agendas: readonly AgendaTemplate[]): Promise<OpenCircle> =>
  writeState(open, {
    ...open,
    circle: { ...open.circle, agendas, version: open.circle.version + 1 },
  })
