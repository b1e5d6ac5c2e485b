/** A few words to find it by, and what is to be said. Between two backticks stands what is typed or read as it is. */
interface Point {
  readonly name: string
  readonly more: string
}

/** "What stays in this room": the promise, its ends, and how to check it. Every sentence here has to be true. */
export const promiseWords = {
  title: 'What stays in this room',
  back: 'Back',
  lead: 'What is said in a circle stays on this computer, for those who can open it, as long as the circle decides.',
  nothingKept: 'Nothing is kept here now: Circlet can’t write to its folder on this computer.',
  does: {
    title: 'What Circlet does',
    points: [
      {
        name: 'Nothing leaves.',
        more: 'Circlet has no network code, and what it is built on has its network shut off. No account, no updates, no crash reports.',
      },
      {
        name: 'It is sealed.',
        more: 'What a circle writes lies here encrypted, each circle under keys of its own.',
      },
      {
        name: 'It locks when you go:',
        more: 'when you quit, when the screen locks, after ten quiet minutes. While a session is on the wall it waits.',
      },
      {
        name: 'What you forget is gone.',
        more: 'Its key is destroyed. Nobody can read it then, not even in the backups that Circlet makes.',
      },
    ] satisfies Point[],
  },
  ends: {
    title: 'Where the promise ends',
    points: [
      {
        name: 'Harmful software, or an administrator:',
        more: 'while a circle is open, they can see what you see.',
      },
      {
        name: 'The system’s memory:',
        more: 'what was open may stay in it, and in what the system writes of it to the disk: swap, hibernation.',
      },
      {
        name: 'Eyes and ears:',
        more: 'cameras and phones in the room, dictation, a program that records or shares the screen.',
      },
      {
        name: 'The first session:',
        more: 'until its close there is no lock. Anyone who can sign in to this computer, or copies its files, can open the circle.',
      },
      {
        name: 'Backups by other programs:',
        more: 'one that was made before you forgot opens as it did on that day.',
      },
      {
        name: 'A copy on a stick',
        more: 'keeps what it held until it is written over. Another computer forgets when the circle next comes by.',
      },
      {
        name: 'Files that you export:',
        more: 'anyone can read them.',
      },
      {
        name: 'A laboratory',
        more: 'may find old keys in the bare chips of a disk. With your words it could read what you forgot. Encrypting the whole disk closes that.',
      },
    ] satisfies Point[],
  },
  clear: {
    title: 'What is not sealed',
    points: [
      { name: 'The name of a circle.', more: 'It can be read while the circle is locked.' },
      { name: 'The settings of this computer:', more: 'how it looks and sounds, its language, its display.' },
      {
        name: 'The outside of the files:',
        more: 'random names, sizes, times; how many sessions and sealed rows there are, and to which part of a session a row belongs; how a circle can be opened.',
      },
    ] satisfies Point[],
    nothingSaid: 'Nothing that was said is among it.',
  },
  check: {
    title: 'See for yourself',
    unplug: {
      name: 'Take the network away.',
      more: 'Pull the cable, or turn on flight mode, and practise a whole session. Everything works.',
    },
    watch: {
      name: 'Watch with the system’s own tools.',
      more: 'Connect again and go on. Your browser will be on these lists; Circlet will not.',
    },
    linux: (list: string, calls: string) =>
      `\`${list}\` for connections; \`${calls}\` for every call: nothing goes to an address on a network.`,
    windows: (monitor: string) => `Resource Monitor (\`${monitor}\`), the page “Network”.`,
    macos: (list: string) => `\`${list}\` in the Terminal.`,
    search: (tool: string) => ({
      name: 'Search the files',
      more: `with a tool that looks inside, such as \`${tool}\`: first for the name of the circle, which is found, then for anything that one of you wrote, which is not.`,
    }),
    folder: 'They lie here:',
    source: (silence: string, prove: string) => ({
      name: 'Measure it.',
      more: `In the source, \`${silence}\` counts the packets that leave, and \`${prove}\` looks for what was forgotten. Each shows first that it can find.`,
    }),
    read: (reader: string, format: string) => ({
      name: 'Read without Circlet.',
      more: `\`${reader}\` waits for your words and opens your own file. It shares no code with the app; \`${format}\` is enough to write another.`,
    }),
    systems: { linux: 'Linux', windows: 'Windows', macos: 'macOS' },
  },
  ways: {
    title: 'If you lose the words',
    lost: 'Without the words or the recovery code nobody can open a circle, not even those who made Circlet. You can start again with the same names. Keep the code away from this computer. The four words that Circlet proposes are hard to guess; your own may be easier.',
    keyStore: (real: boolean) =>
      real
        ? 'If you chose “Anyone who can sign in to this computer”, its key store opens the circle as well. Whoever signs in as you needs no words then; nor does a program that runs as you. On another computer the words are still needed.'
        : 'This computer has no key store that Circlet can rely on. A circle that has closed once opens here by its words or its recovery code alone.',
  },
}

/** The words of the promise, in any language. */
export type PromiseWords = typeof promiseWords
