// What is planted to be found: a measure that overlooks one of these measures nothing.
import { expect } from '@playwright/test'
import type { StageView } from '../../shared/stage/stage-view'
import { allStates, viewOf } from '../support/catalogue/catalogue'
import { scripts } from '../support/catalogue/scripts'
import { show, type MeasuredWall } from './feed'
import { faultsOfWall } from '../support/look'
import type { Fault } from '../support/page-faults'

/** Ways to spoil a wall on which nothing is wrong; each plants what only one kind of fault is. */
const plants: Readonly<Record<Fault['kind'], readonly string[]>> = {
  outside: ['left:1.9%;top:20%;font-size:4vh'],
  cut: [
    'left:60%;top:80%;font-size:4vh;height:2vh;overflow:hidden',
    'left:60%;top:80%;width:6vh;font-size:4vh;overflow:hidden;white-space:nowrap',
  ],
  overlap: ['left:56%;top:9%;font-size:6vh'],
  'on-ring': ['left:28%;top:20%;font-size:4vh', 'left:10%;top:40%;font-size:3.4vh'],
  'on-shape': ['left:27%;top:4.8%;font-size:3.4vh', 'left:60%;top:90.5%;font-size:3.4vh'],
  'too-small': ['left:60%;top:80%;font-size:2.5vh'],
  small: ['left:60%;top:80%;font-size:3.3vh'],
  faint: [
    'left:60%;top:80%;font-size:4vh;color:#8f8679',
    'left:60%;top:80%;font-size:4vh;opacity:.5',
    'left:60%;top:80%;font-size:4vh;background:rgb(246 240 231 / .4)',
  ],
  'faint-shape': ['left:60%;top:80%;font-size:4vh;border-inline-start:1vh solid #6b4a20'],
  rule: ['left:60%;top:60%;width:20vh;font-size:4vh;line-height:1.2;white-space:normal'],
}

/** A usual turn of three people with short names. */
function plainView(): StageView {
  const state = allStates.find(({ kind, name }) => kind === 'turn' && name === 'SOLO')
  const script = { ...scripts.latin, names: ['Priya', 'Jun', 'Amara'], phase: 'Telling' }
  const view = state && viewOf(state, { script, seats: 3 })
  if (!view) throw new Error('There is no plain state to spoil.')
  return view
}

/** Plants each fault on the wall, and sees it found there and gone again. */
export async function expectControls(wall: MeasuredWall): Promise<void> {
  await show(wall, plainView())
  expect(await faultsOfWall(wall.stage), 'a wall on which nothing is wrong').toEqual([])
  const missed: string[] = []
  for (const [kind, ways] of Object.entries(plants)) {
    for (const style of ways) {
      await wall.stage.evaluate(
        ({ kind, style }) => {
          const planted = document.createElement('div')
          planted.id = 'planted'
          planted.className = 'at bar'
          planted.style.cssText = `white-space:nowrap;${style}`
          const line = document.createElement('div')
          line.textContent = 'gjpq planted'
          if (kind === 'rule') planted.dataset['part'] = 'rule'
          if (kind === 'rule') planted.append(line)
          else planted.textContent = 'gjpq planted'
          document.querySelector('main')?.append(planted)
        },
        { kind, style },
      )
      const found = await faultsOfWall(wall.stage)
      await wall.stage.evaluate(() => document.querySelector('#planted')?.remove())
      const kinds = [...new Set(found.map((fault) => fault.kind))]
      if (kinds.join() !== kind) missed.push(`planted ${kind}, found ${kinds.join()}: ${style}`)
    }
  }
  expect(missed, 'what was planted is found, and only that').toEqual([])
  expect(await faultsOfWall(wall.stage), 'nothing stays planted').toEqual([])
}
