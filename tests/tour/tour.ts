// Drives whole sessions in the real app by their keys, and saves a picture of every state of both windows.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { expect } from '@playwright/test'
import { resize, startApp, type StartedApp } from '../support/app'
import { circles, type CircleName } from '../support/circles'
import { changeSettings, expectFace, installClock, newCircle } from '../support/evening'
import { createAlbum } from './album'
import {
  afterACrash,
  arriving,
  atHome,
  choosing,
  closing,
  firstTurn,
  meetingAgain,
  practising,
  secondTurn,
} from './session'
import { contactSheet, type Size } from './sheet'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string' },
    console: { type: 'string', default: '1280x800' },
    theme: { type: 'string' },
    circle: { type: 'string', default: 'usual' },
    language: { type: 'string', default: 'en' },
  },
})

const sizeOf = (text: string): Size => {
  const [width, height] = text.split('x').map(Number)
  if (!width || !height) throw new Error(`A size looks like 1920x1080, not ${text}.`)
  return { width, height }
}

type Theme = 'dark' | 'light' | 'contrast'

const themeOf = (text: string): Theme => {
  if (text !== 'dark' && text !== 'light' && text !== 'contrast')
    throw new Error(`A theme is dark, light or contrast, not ${text}.`)
  return text
}

const folder = positionals[0] ?? 'tour'
const names = circles[values.circle as CircleName]
if (!names) throw new Error(`Circles to choose from: ${Object.keys(circles).join(', ')}.`)

/** As long as two turns with a break between them take. */
const minutesFor = (people: number) => (people > 8 ? '105' : '90')

interface Drive {
  readonly folder: string
  readonly theme: Theme
  readonly wall: Size
  /** The further size that a sheet is made of, as it is written. */
  readonly sheet: string | null
}

/** Every state there is, in one theme: the first things, a whole session, practice, and the next session. */
async function drive({ folder: into, theme, wall, sheet }: Drive): Promise<number> {
  const sheetSize = sheet === null ? null : sizeOf(sheet)
  const album = createAlbum({ folder: into, wall, sheet: sheetSize })
  let started: StartedApp = await startApp()
  const { console: page } = started
  page.setDefaultTimeout(10_000)
  try {
    await installClock(started)
    await page.reload()
    await changeSettings(page, { language: values.language, stageTheme: theme, consoleTheme: theme })
    await resize(started.app, 'console.html', sizeOf(values.console))
    await expect(page.locator('.button.filled')).toBeVisible()
    await page.getByRole('button', { name: 'Put away' }).click()
    await album.screen(page, 'home-empty')
    await page.getByRole('button', { name: 'Start a circle' }).click()
    await page.getByLabel('Who is here?').fill(names.join('\n'))
    await album.screen(page, 'new-circle')
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await newCircle(page, names, minutesFor(names.length))
    await expectFace(await album.openWall(started), 'waiting')
    await album.both(started, 'waiting', 'who-is-here')
    const tour = { started, album, names }
    await arriving(tour)
    await choosing(tour)
    await firstTurn(tour)
    await secondTurn(tour)
    await closing(tour)
    await atHome(tour)
    await practising(tour)
    await meetingAgain(tour)
    started = await afterACrash(tour, sizeOf('1024x768'))
    if (sheet !== null && sheetSize !== null)
      writeFileSync(
        join(folder, `sheet-${sheet}.png`),
        await contactSheet(started.console, album.forSheet, sheetSize),
      )
  } finally {
    await started.quit()
  }
  album.check()
  return album.count()
}

const single = values.size !== undefined || values.theme !== undefined
const drives: readonly Drive[] = single
  ? [
      {
        folder,
        theme: themeOf(values.theme ?? 'dark'),
        wall: sizeOf(values.size ?? '1920x1080'),
        sheet: null,
      },
    ]
  : [
      { folder: join(folder, 'dark'), theme: 'dark', wall: sizeOf('1920x1080'), sheet: '1024x768' },
      { folder: join(folder, 'light'), theme: 'light', wall: sizeOf('1920x1080'), sheet: '1080x1920' },
    ]

let pictures = 0
for (const one of drives) pictures += await drive(one)
process.stdout.write(`${pictures} pictures ${single ? '' : 'and two sheets '}in ${folder}\n`)
