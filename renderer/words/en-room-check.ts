import type { RoomCheckPage, StageOptions } from '../../shared/stage/stage-view'
import type { DiskRoom, Tick, WallPlace } from '../../shared/room-check/ticks'
import { capital, list, many } from './english'

/** What the wall asks while the room is checked. */
export const roomCheckOnTheWall: Readonly<Record<RoomCheckPage, string>> = {
  lines: 'Can you read this from the back?',
  stripes: 'How many stripes can you see?',
  dot: 'A tone, and its dot',
  ready: 'The room is ready.',
}

/** What the room sees meanwhile, as it stands in the console's top line. */
export const roomCheckSeen: Readonly<Record<RoomCheckPage, string>> = {
  lines: 'three lines to read',
  stripes: 'five stripes',
  dot: 'a dot for the tone',
  ready: 'that the room is ready',
}

const disk = (room: DiskRoom): string =>
  room.kind === 'enough'
    ? 'There is room on this computer.'
    : room.kind === 'unknown'
      ? 'How much room is left on this computer can’t be seen.'
      : room.kind === 'little'
        ? `There is little room on this computer (${room.megabytes} MB).`
        : `There is too little room on this computer for an evening (${room.megabytes} MB).`

const places: Readonly<Record<Exclude<WallPlace['kind'], 'own'>, string>> = {
  'this-screen': 'This screen is on the wall.',
  window: 'The wall is a window on this screen. Move it, or plug a screen in.',
  gone: 'The wall’s screen is gone.',
  unasked: 'Say whether this screen is also on the wall.',
}

const themeNames: Readonly<Record<StageOptions['theme'], string>> = {
  dark: 'dark',
  light: 'light',
  contrast: 'in high contrast',
}

/** The room check, on the console. */
export const roomCheckWords = {
  title: 'Room check',
  back: 'Back',
  looked: 'What this computer sees by itself',
  well: 'Well',
  see: 'See to it',
  tick: (tick: Tick): string => {
    if (tick.id === 'power')
      return tick.is === 'well' ? 'It is plugged in.' : 'It runs on its battery. Plug it in, if you can.'
    if (tick.id === 'disk') return disk(tick.room)
    if (tick.id === 'display')
      return tick.wall.kind === 'own' ? 'The wall has a screen of its own.' : places[tick.wall.kind]
    if (tick.id === 'awake') return tick.is === 'well' ? 'It stays awake.' : 'It may fall asleep by itself.'
    return tick.names.length === 0
      ? 'Every name has its letters.'
      : `This computer has no letters for ${list.format([...tick.names])}.`
  },
  step: (number: number, of: number) => `${number} of ${of}`,
  read: {
    ask: 'Can you read the smallest line from the back chair?',
    yes: 'Yes, I can',
    no: 'No',
  },
  stripes: {
    ask: 'How many stripes can you see from the back chair?',
    count: (count: number) => capital(many(count, 'stripe', 'stripes')),
  },
  hear: {
    ask: 'Did you hear it?',
    askWithout: 'Did you see the dot grow?',
    yes: 'I heard it',
    yesWithout: 'I saw it',
    again: 'Again',
    louder: 'Louder',
    loudest: 'It can’t be louder from here. The wall shows the end of a part as well.',
    none: 'No tone is chosen. The wall shows the end of a part all the same.',
  },
  clicker: {
    ask: 'Is there a clicker?',
    no: 'No clicker',
    tries: 'Try its buttons',
  },
  skip: 'Skip',
  ready: {
    ask: 'That was all.',
    done: 'The room is ready',
  },
  isNow: (theme: StageOptions['theme']) => `The wall is ${themeNames[theme]} now.`,
  clearest: 'It can’t be clearer from here. Darken the room, or move the chairs closer.',
}
