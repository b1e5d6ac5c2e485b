import type { CommandId } from '../../shared/commands/commands'
import type { KeyRefusal } from '../../shared/commands/keymap'

type KeptFor = Extract<KeyRefusal, { readonly kind: 'kept' }>['for']

const keptFor: Readonly<Record<KeptFor, string>> = {
  chairs: 'Digits name the chairs.',
  lists: 'Lists and cards need this key.',
  text: 'Whoever writes needs this key.',
  computer: 'The computer needs this key for itself.',
  cue: 'This key shows what to say while it is held.',
}

/** The page of keys, and the page on which a clicker's buttons are tried. */
export const keyPageWords = (commands: Readonly<Record<CommandId, string>>) => ({
  title: 'Keys',
  back: 'Back',
  lead: 'Each of these can have other keys on this computer. The first one stands on its button.',
  allAsUsual: 'All as they were',
  asUsual: 'As it was',
  asUsualFor: (id: CommandId) => `${commands[id]}: as it was`,
  change: (id: CommandId, key: string) => `${commands[id]}: ${key}`,
  another: 'Another key',
  anotherFor: (id: CommandId) => `${commands[id]}: another key`,
  press: 'Press the key. Esc leaves it as it is.',
  takeAway: 'Take this key away',
  stays: 'Stays as it is.',
  refusals: {
    taken: (by: CommandId) => `${commands[by]} has this key. Give that one another first.`,
    kept: (reason: KeptFor) => keptFor[reason],
    clicker: 'A clicker may send this key by itself. What it would do here is too much for that.',
    'no-key': 'This key says nothing by itself. Try another.',
    fixed: 'This one stays as it is.',
    enough: 'Four keys are enough for one thing.',
    last: 'It needs the one key that it has.',
  },
  clicker: {
    title: 'A clicker',
    lead: 'See what each of its buttons would do.',
    start: 'Try a clicker',
    again: 'Try again',
    listening: 'Press each button once. Nothing is done meanwhile.',
    nothingYet: 'Nothing was pressed so far.',
    done: 'That was all',
    doneKey: 'Ctrl Enter',
    heard: 'What its buttons send, and what that does',
    chair: (number: number) => `The person in chair ${number}`,
    nothing: 'Nothing',
    useFor: (key: string) => `Use ${key} for`,
  },
})
