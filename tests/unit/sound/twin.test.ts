import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../../shared/sound/recipe'
import { twinLength, withTone } from '../../../shared/sound/twin'
import { projectStage } from '../../../shared/stage/project-stage'
import type { ToneView } from '../../../shared/stage/stage-view'
import { anEvening, aPlan, begun, goTo, press, wait, type Evening } from '../builders'

const bowlNow = ({ now }: Evening): ToneView => ({ sound: 'bowl', since: now })
const shownIn = (evening: Evening) =>
  withTone(projectStage(evening.session, evening.now), bowlNow(evening)).tone

describe('the twin of a tone', () => {
  it('stands about as long as the tone can be heard, and never too short to be seen', () => {
    expect(twinLength('bowl')).toBe(lengthOf('bowl') * 1000)
    expect(twinLength('wood')).toBe(2000)
    expect(lengthOf('wood')).toBeLessThan(2)
  })

  it('stands as long as a bowl would sound where this computer plays nothing', () => {
    expect(twinLength('none')).toBe(twinLength('bowl'))
  })

  it('is on the wall with whatever stands there', () => {
    for (const evening of [anEvening(aPlan()), begun(), goTo(begun(), 'break/break')])
      expect(shownIn(evening)).toEqual(bowlNow(evening))
  })

  it('is not on a wall that is black, in a pause, or on one that says goodbye', () => {
    const resting = goTo(begun(), 'break/break')
    expect(shownIn(press(resting, 'blank'))).toBe(null)
    expect(shownIn(press(resting, 'hold'))).toBe(null)
    expect(shownIn(wait(press(resting, 'hold'), 1))).toBe(null)
  })

  it('is nothing that the session itself knows: its view has none until a tone sounds', () => {
    const { session, now } = goTo(begun(), 'break/break')
    expect(projectStage(session, now).tone).toBe(null)
    expect(withTone(projectStage(session, now), null).tone).toBe(null)
  })
})
