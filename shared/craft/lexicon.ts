const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const questionWords = set('what how which who whom whose where when why')

export const auxiliaries = set(`
  be is am are was were do does did have has had can could will would shall should may might must
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't couldn't won't wouldn't shan't shouldn't mightn't mustn't needn't`)

/** The commonest words of English: by them a text is known to be English, and its frame is seen without its matter. */
export const common = set(`
  a an the this that these those some any no every each all both half such another other others
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours they them their theirs
  themselves one ones who whom whose which what how where when why whether if
  is am are was were be been being do does did doing done have has had having can could will would shall should may might must
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't mustn't needn't
  not never ever always still already yet again once often sometimes even just only really simply maybe perhaps possibly surely
  obviously clearly naturally actually basically honestly of in on at by for with without to from into onto over under about after
  before between through during against among around behind beyond towards upon within up down out off away back
  and or but so because since though although while until till than then as like else too also either neither both rather instead
  there here now today tomorrow yet more most less least much many few little lot enough very quite bit
  something anything nothing everything somebody anybody nobody everybody someone anyone everyone
  yes right ok okay well please sorry thanks let's let
  tell say said describe explain share show walk talk help see understand picture imagine suppose
  think thought thinking feel feels feeling felt know knows knew want wants wanted need needs needed like wish hope mean means meant
  try tried trying consider considered ask asked asking talk talked talking speak spoken told suggest suggested look looked go going went gone
  get got give given make made makes take taken took come came put keep stop start let leave use find found
  wonder wondering curious idea option worth better best good easier possible way chance time thing things
  happen happens happened change changed matter matters question questions moment minute pause silence break scale zero ten
  people person someone day week year number kind sort part must've should've could've would've`)

/** Words that other languages use all the time and English does not. */
export const foreign = set(`
  der das und ist nicht ich ja nein danke bitte genau vielleicht oui merci gracias du wir ihr sie ein eine einen einem einer auf mit von für dich dir mich mir uns hast habe haben wie wann
  warum wieso wer welche welcher auch aber oder wenn dein deine deinem deiner dem des bist sind noch schon mal doch zu bei sich wäre
  könntest le les une et est que qui quoi pas je tu il elle nous vous ils pour dans avec sur sont êtes comment pourquoi quand où
  avez cette ces ce votre ta tes mais ou ça qu'est c'est est-ce el los las una unos en por para como cómo qué quién cuándo dónde
  eres está están pero muy su lo más sí hay esto eso gli che di del della cosa quando perché dove sei sono hai ho questo questa tuo
  tua anche het een niet dat wat hoe waar waarom jij ik wij zij voor met op aan maar heb hebt ben zijn deze uma não você isso seu
  sua mas foi são jak co czy nie się jest kto gdzie kiedy dlaczego och att det som inte jag vad hur är ve bir bu ne için nasıl`)

export const feelings = set(`
  angry furious upset sad hurt guilty ashamed lonely afraid scared worried anxious jealous bitter disappointed humiliated relieved stressed
  frustrated exhausted tired depressed desperate proud happy unhappy glad betrayed abandoned insulted embarrassed nervous frightened terrified
  overwhelmed bored resentful offended envious devastated heartbroken gutted miserable mad annoyed hard bad awful horrible terrible painful
  unfair humiliating embarrassing awkward difficult tough stressful frustrating exhausting lonely cold small stupid useless worthless helpless
  powerless trapped stuck invisible ignored used rejected cheated undermined disrespected threatened intimidated`)

export const persons = set(`
  boss manager director head colleague colleagues team mother father mum mom dad sister brother son daughter wife husband partner kids children
  friend friends neighbour neighbor neighbours client clients customer customers teacher doctor landlord parents aunt uncle cousin grandmother
  grandfather gran nan board council committee staff supervisor ex family hr union lawyer mediator therapist coach mentor counsellor consultant
  accountant facilitator psychologist social-worker gp priest pastor solicitor specialist expert professional`)

/** Deeds that one person tells another to do. */
export const deeds = set(`
  ask tell talk speak write call ring phone email mail text send invite visit meet hire fire sack sell buy rent move change swap switch stop
  start quit leave stay go take get give let make set put try use find book join apply delegate escalate report raise block ignore document
  record agree arrange organise organize plan schedule split share cut drop skip cancel postpone wait apologise apologize forgive confront
  negotiate propose offer suggest consider look check read learn train practise practice hand bring show explain involve contact consult see
  sit keep say do draw draft prepare pay charge save invest outsource automate prioritise prioritize focus reframe breathe rest sleep walk
  insist refuse decline accept resign step turn push pull close open pick choose list note have be`)

/** Matters that are a number, a name or a date. */
export const data = set(`
  name names rent rate address age title deadline date dates price cost costs salary percentage percent distance penalty fee fees budget size
  diagnosis share headcount dose mark grade offer notice period contract floor month year week weeks day days hour hours minutes years months
  euros pounds beds rooms members covers acres version system department union hospital bank school street city town country
  medicine role job pension loan deposit mortgage lease turnover shifts shift`)

const past = set(`
  sent rang wrote brought sold bought spoke met sat paid cut left kept gave went did ran drew chose lent swapped showed said held stood began
  wore won lost drove threw hid built taught rose`)

const endings: readonly (readonly [RegExp, string])[] = [
  [/^\d+$/, '#'],
  [/'s$/, "x's"],
  [/.{3}ing$/, 'xing'],
  [/.{2}ed$/, 'xed'],
  [/.{2}ly$/, 'xly'],
  [/.{3}(ful|ous|ive|ish|less|able|ible|ent|ant|ic|al)$/, 'xadj'],
  [/.{2}[^s]s$/, 'xs'],
]

/** A word as the frame of a sentence has it: common words stay, the matter is put away behind what kind of word it is. */
export const frameOf = (word: string): string => {
  if (common.has(word)) return word
  if (feelings.has(word)) return 'FEEL'
  if (persons.has(word)) return 'PERSON'
  if (data.has(word)) return 'DATUM'
  if (past.has(word)) return 'xed'
  if (deeds.has(word)) return 'DEED'
  return endings.find(([ending]) => ending.test(word))?.[1] ?? (/^\W/.test(word) ? word : 'x')
}
