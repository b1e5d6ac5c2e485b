/** One word or mark of a text, made even: small letters, straight apostrophes, contractions opened; where it stands in UTF-16 units. */
export interface Token {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** The most letters of a text that are read; nobody asks a longer question. */
export const mostRead = 1500

const pieces = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`´][\p{L}\p{M}]+)*|\.{2,}|[.?!,;:…—–"“”„«»()\n]|(?<= )-+(?= )/gu

const one = (words: string): readonly [string, string][] =>
  words
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string])

/** What people type for it. */
const meant: ReadonlyMap<string, string> = new Map(
  one(`
  dont=don't didnt=didn't doesnt=doesn't isnt=isn't arent=aren't wasnt=wasn't werent=weren't wouldnt=wouldn't couldnt=couldn't
  shouldnt=shouldn't havent=haven't hasnt=hasn't hadnt=hadn't cant=can't cannot=can't wont=won't mustnt=mustn't neednt=needn't
  aint=isn't ain't=isn't whats=what's hows=how's whos=who's wheres=where's whens=when's whys=why's thats=that's theres=there's
  youre=you're youve=you've youd=you'd youll=you'll im=i'm ive=i've id=i'd theyre=they're theyve=they've theyd=they'd hes=he's
  shes=she's weve=we've lets=let's u=you ur=your ya=you yu=you wat=what waht=what wht=what wich=which whcih=which hw=how teh=the
  taht=that abt=about bout=about cud=could shud=should wud=would culd=could shoud=should woud=would coud=could coudl=could
  shoudl=should woudl=would hav=have hvae=have haev=have ahve=have yuo=you yoiu=you yopu=you tryed=tried tride=tried treid=tried
  thougth=thought thougt=thought tought=thought thot=thought mayb=maybe mabye=maybe maby=maybe mebbe=maybe perhps=perhaps
  pehaps=perhaps prehaps=perhaps consider'd=considered cosidered=considered considerd=considered conisder=consider whther=whether
  wether=whether wheter=whether realy=really becuase=because becasue=because beacuse=because cos=because cuz=because coz=because
  bc=because becouse=because sugest=suggest sugested=suggested surley=surely surly=surely obviosly=obviously obvously=obviously
  definately=definitely ppl=people pls=please plz=please tho=though r=are y=why wdyt=what couldve=could've shouldve=should've
  wouldve=would've mustve=must've gonna=going_to wanna=want_to gotta=have_to kinda=kind_of sorta=sort_of dunno=don't_know
  innit=isn't_it whaddya=what_do_you didja=did_you d'you=do_you didya=did_you yous=you youse=you y'all=you yall=you ye=you hwo=how owuld=would woould=would cuold=could fo=of wehn=when whn=when
  wheer=where whta=what`),
)

const ends: ReadonlyMap<string, string> = new Map(
  one("'re=are 've=have 'll=will 'm=am 'd=would").concat([["'s", 'is']]),
)
const withIs =
  /^(what|how|who|where|when|why|that|there|here|it|he|she|everything|everybody|everyone|nobody|someone|somebody|something)'s$/

const opened = (raw: string): readonly string[] => {
  const even = raw.toLowerCase().replace(/[’ʼ`´]/g, "'")
  const word = meant.get(even) ?? even
  if (word.includes('_')) return word.split('_')
  if (withIs.test(word)) return [word.slice(0, -2), 'is']
  const cut = word.indexOf("'")
  const end = cut > 0 ? ends.get(word.slice(cut)) : undefined
  return end === undefined || word.endsWith("'s") ? [word] : [word.slice(0, cut), end]
}

/** The words and marks of a text, in order. What is longer than `mostRead` is cut there. */
export const tokensOf = (text: string): readonly Token[] =>
  [...text.slice(0, mostRead).matchAll(pieces)].flatMap((found) => {
    const from = found.index
    const to = from + found[0].length
    return opened(found[0]).map((word) => ({ word, from, to }))
  })

const marksOnly = /^[^\p{L}\p{M}\p{N}]/u

/** Whether this is a mark between words: a comma, a question mark, a quote. */
export const isMark = ({ word }: Token): boolean => marksOnly.test(word)

/** Some tokens as one line of words, so that a pattern can be held against them; and the way back to the tokens. */
export interface Line {
  readonly text: string
  /** For each word of the line: where it begins in `text`, and the token it is. */
  readonly starts: readonly number[]
  readonly tokens: readonly Token[]
}

/** A line of these tokens, each one space apart. */
export const lineOf = (tokens: readonly Token[]): Line => {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    if (text !== '') text += ' '
    starts.push(text.length)
    text += token.word
  }
  return { text, starts, tokens }
}

/** The stretch of a text between two places of a line; null when it holds no word. */
export const stretchOf = (
  line: Line,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null => {
  const held = line.tokens.filter((token, index) => {
    const start = line.starts[index] ?? 0
    return start < to && start + token.word.length > from && !isMark(token)
  })
  const [first] = held
  const last = held.at(-1)
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}
