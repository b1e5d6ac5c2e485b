import { stretchOf, type Line } from './words'
import type { Reading } from './reading'

/** What people say when they mean to help, by what it does to the presenter (circles.md 4.2). */
export type Kind =
  | 'open'
  | 'factual'
  | 'closed'
  | 'either-or'
  | 'leading'
  | 'advice'
  | 'why'
  | 'blame'
  | 'multiple'
  | 'statement'
  | 'process'

/** UTF-16 offsets into the text as given. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A rule that fired: what it speaks for, its name, and the words that gave it away. */
export interface Fired {
  readonly kind: Kind
  readonly name: string
  readonly mark: Span | null
}

interface Rule {
  readonly kind: Kind
  readonly name: string
  readonly on: 'plain' | 'core' | 'said' | 'whole'
  readonly pattern: RegExp
  readonly not?: RegExp
}

const anyAux =
  "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|mightn't)"
const negative =
  "(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|mustn't)"
const who = '(?:you|he|she|it|they|we|i|that|this|there)'
const soft =
  '(?: (?:ever|already|also|maybe|perhaps|just|simply|not|even|actually|at any stage|at all|yet|guys|two|people|both|all|possibly|at least|once|really|still|never))*'
const tried =
  '(?:tried|try|thought (?:about|of)|think (?:about|of)|considered|consider|looked (?:at|into|up)|look (?:at|into)|asked|ask|spoken|spoke|talked|told|checked|check|read|raised|raise|written|phoned|called|rung|googled|contacted|explored|approached|run it|had a word|been to see|seen a|suggested|invited|offered|discussed|informed|applied)'
const wh = '(?:what|how|which|who|whom|whose|where|why|when)'

const rules: readonly Rule[] = [
  // Invitations and permissions: these win over everything.
  {
    kind: 'open',
    name: 'invite',
    on: 'plain',
    pattern:
      /^(?:can|could|would|will) you (?:please |maybe |perhaps |kindly |possibly )?(?:say|tell|describe|walk|talk us|help (?:me|us)|share|explain|unpack|give (?:us|me)|like to (?:say|tell|share)|paint)\b/,
    not: /\b(?:tell|say|explain) (?:him|her|them|your|the)\b/,
  },
  {
    kind: 'open',
    name: 'tell-us',
    on: 'plain',
    pattern:
      /^(?:please |kindly )?(?:tell (?:me|us|a bit|more)|say (?:a bit |some )?more|describe|explain|walk (?:me|us)|talk us|help (?:me|us)|share|give us|let us hear|more about)\b/,
  },
  {
    kind: 'open',
    name: 'anything-else',
    on: 'plain',
    pattern:
      /^(?:is there )?(?:anything|something) (?:else|more|you have|we have)|^is there more (?:to|behind|in)\b|^what else|^who else and|^anything you/,
  },
  {
    kind: 'open',
    name: 'scale',
    on: 'said',
    pattern:
      /\b(?:from|between|on a scale|out of) (?:of |from )?(?:zero|0|one|1|nought|ten|10)\b|\bscale\b|\b(?:zero|0|1|one|nought) (?:to|till|and|bis) (?:ten|10|hundred|100)\b/,
  },
  {
    kind: 'process',
    name: 'permission',
    on: 'plain',
    pattern:
      /^(?:may|can|could|might) i\b|^would it be (?:ok|okay|alright|all right|fine|too much)|^is it (?:ok|okay|alright|all right|fine|good) (?:for you |with you )?(?:if|to|like)\b|^(?:(?:do|would) you )?mind (?:if|me)|^(?:i )?can (?:i )?ask something|^permission to|^okay if/,
  },
  {
    kind: 'process',
    name: 'pause',
    on: 'plain',
    pattern:
      /^(?:shall|should|can|could|do) we (?:need to |just )?(?:pause|stop|slow|take|have a|stay|leave|hold|go back|move on|carry on|go on|rest|wait|be quiet|sit)\b|^let us (?:pause|hold|leave|take)|^(?:do you want|would you like|would you prefer|do you need) (?:us |that we |a |to )?(?:pause|stop|go on|carry on|silence|more time|moment|minute|break|questions|only|just listen|listen|tissue)/,
  },
  {
    kind: 'process',
    name: 'from-us',
    on: 'said',
    pattern:
      /\b(?:from us|our questions|with our|another question|next question|follow up|questions or|or questions|just (?:listen|listening)|if we (?:just|stay|rather|stop|pause|leave)|still on (?:your|the))\b/,
  },
  {
    kind: 'process',
    name: 'no-need',
    on: 'said',
    pattern:
      /^(?:you (?:don't|do not) (?:need|have) to (?:answer|say)|no need to|take your time|no hurry|just say if|say if)\b/,
  },
  {
    kind: 'process',
    name: 'go-on',
    on: 'said',
    pattern:
      /\b(?:ok|okay|alright|all right|fine|ready|able)\b.*\b(?:go on|carry on|continue|keep going|another|if we|if i|we are asking|our|more questions|questions)\b/,
  },
  {
    kind: 'process',
    name: 'the-round',
    on: 'said',
    pattern:
      /\b(?:next round|this round|next person|one at a time|let (?:her|him|them) finish|move on|slow down|go round|mute|the last ten minutes|(?:five|ten) minutes|keeps the time|next question|these questions|more questions|right track|still clarifying|this conversation|our ideas|hear ideas|follow up|short silence|minute of (?:silence|quiet)|bit of silence|whose turn|my turn|this the direction|useful direction)\b/,
  },
  // Two at once.
  {
    kind: 'open',
    name: 'bare-tail',
    on: 'core',
    pattern:
      /(?:,|—)? (?:and|or) (?:in (?:what|which) (?:way|sense|respect)s?|on what grounds|how|why|why (?:them|him|her|you|that|this))(?: \?)?$/,
  },
  { kind: 'multiple', name: 'two-marks', on: 'whole', pattern: /\?.*[^\W_].*\?/ },
  {
    kind: 'multiple',
    name: 'and-wh',
    on: 'core',
    pattern: new RegExp(`(?:^| )(?:and|or)(?: ,)? (?:what is |so )?${wh} (?!\\?)[a-z']`),
    not: new RegExp(
      `and why (?:them|him|her|you|that|this)(?: \\?)?$|^${wh} (?:you|i|he|she|we|they|it) .* (?:and|or) ${wh} (?:you|i|he|she|we|they) `,
    ),
  },
  {
    kind: 'multiple',
    name: 'and-aux',
    on: 'core',
    pattern: new RegExp(
      `(?:^| )(?:and|or)(?: ,)? ${anyAux} (?:you|it|they|he|she|we|that|this|there|the|your|his|her|anyone|anybody|someone|somebody)\\b`,
    ),
    not: /\bor (?:is|was|do|did|are|were|am|does|have|has|can|will|would) (?:it|that|i|you|he|she|they) (?:\?|$)|\bor am i\b/,
  },
  {
    kind: 'multiple',
    name: 'comma-wh',
    on: 'core',
    pattern: new RegExp(
      `^${wh} (?!you |i |he |she |they |we |it )[^?]*, ${wh} (?:is|are|was|were|do|does|did|will|would|can|could|has|have|had) `,
    ),
  },
  {
    kind: 'multiple',
    name: 'aux-comma-aux',
    on: 'core',
    pattern: new RegExp(`^(?:${wh}|${anyAux}) [^?]*, (?:and )?${anyAux} ${who} [a-z]`),
    not: new RegExp(`, ${negative} ${who} \\?`),
  },
  {
    kind: 'blame',
    name: 'should-have',
    on: 'said',
    pattern:
      /\b(?:shouldn't|couldn't|could|should|wouldn't|mightn't) (?:you|it)(?: not| at least)? have\b|\byou (?:should|could|ought to|might) have\b|\bwould it have (?:killed|hurt)\b/,
    not: /^(?:what|how|which|who|where)\b|\b(?:think|thinks|feel|say|says|tell|told|wish|believe) (?:that )?you should have/,
  },
  {
    kind: 'blame',
    name: 'who-gave-you',
    on: 'said',
    pattern:
      /\b(?:what gave you the right|who (?:told|allowed|gave|asked) you|how many more|how long do you intend|not (?:even )?ashamed|really necessary|who does that|how irresponsible|with (?:what|whose|which) right|what is wrong with you|what were you (?:even )?(?:thinking|playing)|what (?:on earth|the hell|in \w+ name)|what possessed|go and (?:do|tell|say|sign) (?:that|it|her|him)|what kind of (?:manager|mother|father|leader|boss|person|parent) )\b/,
  },
  {
    kind: 'blame',
    name: 'you-just',
    on: 'said',
    pattern:
      /^(?:and |so |but )*(?:you (?:just|never|let|knew|saw|had|waited|forgot|still|always)|never once)\b|\band you (?:never|just|said nothing|let|still|did nothing)\b/,
  },
  // A solution with a question mark.
  {
    kind: 'advice',
    name: 'have-you-tried',
    on: 'plain',
    pattern: new RegExp(
      `^(?:and )?(?:have|haven't|had|hadn't|has) (?:you|u|anyone|anybody|nobody|someone|somebody|it)${soft} (?:${tried}|crossed your mind|occurred to you|mentioned|proposed|recommended|got an?)\\b`,
    ),
  },
  {
    kind: 'advice',
    name: 'did-you-consider',
    on: 'plain',
    pattern: new RegExp(
      `^(?:did|didn't|do) (?:you|anyone|anybody|somebody|someone)${soft} (?:try|consider|think (?:of|about)|ask|talk|speak|suggest|look|check|inform|mention|contact|call)\\b`,
    ),
    not: /\b(?:think of yourself|think about yourself|talk about)\b/,
  },
  {
    kind: 'advice',
    name: 'what-if-you',
    on: 'plain',
    pattern:
      /^(?:and |so |like )?(?:what if|suppose|imagine|if) (?:you|your|the two|the|a|we|one|somebody|someone|each|they|there|she|he) (?:\w+ ){0,3}?(?:\w+ed|gave|let|took|told|made|went|sent|had|put|cut|set|did|kept|left|brought|got|sold|were to|just|simply|only|both|began|said|spoke|met|wrote|bought|sat|paid|take|takes|open)\b/,
    not: /^(?:and |so )?(?:suppose|imagine|if) .* (?:what|how|who|which|where)\b/,
  },
  {
    kind: 'advice',
    name: 'what-about',
    on: 'plain',
    pattern: /^(?:what|how) about (?!you\b$|your|the (?:others|rest)|yourself|it\b$)/,
    not: /^what about (?:you|yours|him|her|them|me|us)$|^how about you$/,
  },
  {
    kind: 'advice',
    name: 'why-dont-you',
    on: 'plain',
    pattern: /^why (?:don't|not|can't|doesn't|couldn't|shouldn't|wouldn't)\b/,
    not: /^why (?:don't|can't|not) (?:you|they|we) (?:know|feel|want|trust|like|believe|ever|always)\b|^why (?:don't|can't|doesn't) (?:the|people|they|he|she|it|his|her|their)\b/,
  },
  {
    kind: 'advice',
    name: 'could-you',
    on: 'plain',
    pattern:
      /^(?:could|can|should|might|would|couldn't|can't|shouldn't|wouldn't|mightn't) (?:you|it|that|this|we|one|your|the|a|an|some|somebody|someone|there|not) .*\b(?:better|easier|worth|useful|possible|help|idea|option|simpler|wiser|wise|good|sense|something|answer|ask|talk|tell|write|try|get|let|use|find|give|take|make|set|move|hire|send|bring|put|call|arrange|invite|refuse|swap|join)\b/,
  },
  {
    kind: 'advice',
    name: 'should-you',
    on: 'plain',
    pattern: /^(?:should|shouldn't|ought|oughtn't) (?:you|he|she|they|we|the|your|somebody|someone|it)\b/,
  },
  {
    kind: 'advice',
    name: 'dont-you-think-you-should',
    on: 'plain',
    pattern:
      /^(?:do|don't) you (?:not )?(?:think|reckon|feel|suppose) (?:maybe |perhaps )?(?:it would|it is time|it is worth|it might|it could|you (?:should|need|could|ought|might)|that you (?:should|could|need)|a |an |some )/,
  },
  {
    kind: 'advice',
    name: 'is-it-worth',
    on: 'plain',
    pattern:
      /^(?:is|isn't|was|would|could|might) (?:it|now|that|this|there)(?: not)? .*\b(?:worth|an option|time (?:to|you|for|that|someone|somebody)|an idea|a good moment|the moment|on the table|out of the question|be better|better|to be said for|sense|too crazy|mad)\b/,
  },
  {
    kind: 'advice',
    name: 'is-there-a-way',
    on: 'plain',
    pattern:
      /^(?:is|isn't) there (?:perhaps |maybe |not )?(?:a|any|no|some|nobody|anybody|anyone|someone|somebody|an)(?: kind of)? (?:way|chance|possibility|option|who could|service|office|fund|charity|group|ombudsman|ombudsperson|graduate|support|hotline)\b|^any (?:chance|reason|way|thought)\b/,
  },
  {
    kind: 'advice',
    name: 'be-open-to',
    on: 'plain',
    pattern:
      /^(?:would|are|could|how) (?:you|open are you)(?: be| ever| not| perhaps)* (?:open|willing|up|ready|prepared|consider|mind|like to try|like i give|imagine) ?(?:to|for|going|telling|a|trying|if)?\b/,
    not: /^are you (?:ready|prepared)\b/,
  },
  {
    kind: 'advice',
    name: 'would-help',
    on: 'plain',
    pattern:
      /^(?:would|might|could|may)(?:n't)? .*\b(?:help|be (?:an? )?(?:option|idea|something|possible|useful|worth|better|easier|helpful|way|answer|good|kinder|the time))\b/,
    not: /^would (?:it|that) help you to (?:know|hear)|\bhelp us\b/,
  },
  {
    kind: 'advice',
    name: 'i-wonder-whether',
    on: 'said',
    pattern: /\bwonder(?:ing|ed)?(?: \w+){0,4} (?:whether|if|about)\b/,
  },
  {
    kind: 'advice',
    name: 'might-be-worth',
    on: 'said',
    pattern:
      /\b(?:might|may|could|would|will|can)(?: be| also be| maybe be| perhaps be| well be)? (?:worth|good to|an idea|help to|be wise|be useful|useful to|be better|better to|be an option|possible to|good if|nice to|make sense)\b|\bwouldn't hurt\b|\bworth (?:a|having|asking|trying|looking|getting|checking|hearing)\b/,
    not: /^(?:what|how|which|who)\b/,
  },
  {
    kind: 'advice',
    name: 'if-i-were-you',
    on: 'said',
    pattern:
      /\bif (?:i (?:was|were) (?:you|in your)|it (?:was|were) (?:me|my)|he (?:was|were) my|she (?:was|were) my)\b|\bin your (?:place|shoes|position)\b i|\bmy (?:advice|tip|suggestion|recommendation)\b|\bi (?:would|do) (?:strongly )?(?:suggest|recommend|advise|propose)\b|\bi (?:suggest|recommend|propose|advise)\b|\bi can only recommend\b/,
  },
  {
    kind: 'advice',
    name: 'you-should',
    on: 'said',
    pattern:
      /\byou (?:really |definitely |just |also |probably |maybe |perhaps |simply |do )?(?:should|need to|must|ought to|had better|have to|could always|could just|could also|could try|might want|may want|want to get|would be better)\b(?! have\b)/,
    not: /\b(?:what|how|which|who|where|why|when|think|would|do|did|might|will|could|does|that|feel|says?|said|tells?|believe) (?:\w+ )?(?:do |did )?you (?:think )?(?:really |still )?(?:should|need to|must|ought to|have to)\b|\bif you (?:need|have|had|could|must)\b/,
  },
  {
    kind: 'advice',
    name: 'maybe-you-could',
    on: 'said',
    pattern:
      /\b(?:maybe|perhaps|possibly|surely|so) (?:you|he|she|they|the|your|it|somebody|someone|one) (?:\w+ )?(?:could|can|should|might|may)\b|^(?:maybe|perhaps) (?:just |a |an |some |one |it is |be |better )?\w+/,
    not: /\b(?:what|how|which)\b/,
  },
  {
    kind: 'advice',
    name: 'imperative',
    on: 'plain',
    pattern:
      /^(?:just |simply |please |maybe |perhaps |always |never |do not |don't |better |go and )?(?:try|ask|talk to|talk with|speak|call|ring|write|go|get|take|sell|leave|stop|start|let (?:him|her|them|the|your|it)|put|set|give (?:him|her|them|it|your)|make (?:a|sure)|keep (?:a|your)|buy|send|email|sack|fire|consider|use|wait|block|look (?:up|into|at)|see a|be (?:patient|honest|kind|firm|consistent)|stay|change|promise|don't|quit|hire|tell (?:him|her|them|your|the)|find|book|join|read|cut|move|invite)\b/,
  },
  {
    kind: 'advice',
    name: 'what-stops-you',
    on: 'plain',
    pattern:
      /^what (?:stops you from|is stopping you|is holding you back from|holds you back from|prevents you from|keeps you from|speaks against|would speak against|is to stop you|is the harm in|have you got to lose|would be (?:so )?(?:bad|terrible|wrong|awful)|(?:would|might|will) happen if (?:for once )?(?:you )?(?:just|simply|for once|sent|told)|do you (?:say|think) (?:to|about|of) |would you (?:say|think) (?:to|of) |would be if you|would it (?:take for you|be like) to (?:just|simply)|your \w+ say if you offered)/,
    not: /^what do you (?:say|think) (?:about|of|to) (?:when|your|him|her|them|that|it|this|yourself|the (?:idea|word))\b|^what would you (?:say|think) (?:to|of) (?:your|him|her|them|it|that|someone|somebody|a friend|the person)|(?:from|so) (?:sleeping|feeling|enjoying)\b/,
  },
  {
    kind: 'advice',
    name: 'worked-for-us',
    on: 'said',
    pattern:
      /\b(?:worked (?:for|wonders|a treat)|helped (?:me|us)|did wonders|swears? by|it helps|that helps|there is (?:this|a good|an) (?:\w+ )?(?:app|book|thing|course|hotline|group|scheme|service)|what we did was|you know what|how would it be (?:if|with)|just (?:an idea|a thought)|thinking aloud|could be something|be something for|something for you|the thing to do|what would help is|a friend of mine|just saying|i (?:once )?(?:have )?(?:read|heard|saw)(?: somewhere| a| that)|i know (?:a|someone|somebody|people|some)|someone (?:i know|in my)|people in (?:my|our)|(?:a lot of|lots of|many|some) (?:people|families|couples|friends|founders|schools|teams)|there (?:is|are) (?:always|people|grants|foundations|a law|a hotline|software)|i could give you|the name of|the number of|sometimes (?:it|a|the best)|what (?:saved|worked|really helps|would help|is missing))\b/,
    not: /^(?:what|how) (?:has )?helped/,
  },
  {
    kind: 'advice',
    name: 'how-feel-about-doing',
    on: 'plain',
    pattern:
      /^how (?:do|would) you feel about \w+ing (?:a|my|the|your|him|her|them|with|for)\b|^how would (?:it )?be (?:it )?(?:if|with|to)\b|^how (?:hard|realistic|difficult) would it be\b|^(?:by )?when (?:are you going to|will you (?:finally|have)|do you plan|were you thinking)\b|^how (?:open are you|soon (?:can|could) you)\b/,
  },
  {
    kind: 'advice',
    name: 'third-could',
    on: 'plain',
    pattern:
      /^(?:could|couldn't|can|can't|would|wouldn't|might) (?!(?:you|he|she|it|they|i|we|that|this|there) )(?:\w+ ){1,4}(?:not )?(?:do|go|take|help|cover|run|do|lend|give|come|send|babysit|be happier|solve|raise|rehearse|organise|refer)\b/,
    not: /^(?:can|could|would|will) you (?:say|tell|describe|explain|share|help|give us)|^(?:can|could) (?:i|we)\b/,
  },
  {
    kind: 'advice',
    name: 'would-if-you-did',
    on: 'plain',
    pattern:
      /^(?:what|how) would .*\bif (?:you|he|she|they|we|your \w+|the two of you) (?:just |simply |only |both |all )?(?:sent|told|gave|brought|offered|asked|called|rang|wrote|stopped|cancelled|booked|invited|let|put|took|went|said|spoke|talked|left|sold|hired|moved|handed|closed|opened|refused|apologised|quit|stepped|started|tried|made)\b/,
  },
  {
    kind: 'advice',
    name: 'who-could-you',
    on: 'plain',
    pattern:
      /^(?:who|whom|which \w+|where|when|with whom|how soon)(?: \w+ \w+)? (?:could|can|will|do) you (?:\w+ )?(?:ask|hire|book|find|get|call|ring|contact|see|sit|talk|go|plan to|put)\b|^who in\b/,
  },
  {
    kind: 'advice',
    name: 'anyone-who-could',
    on: 'plain',
    pattern:
      /^(?:is|isn't|are|aren't) (?:there|that|this|it) .*\b(?:you could|who could|could (?:ring|switch|take|stand|call|ask)|look into|something you (?:would|could))\b|\b(?:look into (?:it|this|that)|give it a (?:go|try)|worth a (?:try|go|look))\b/,
  },
  {
    kind: 'advice',
    name: 'do-you-have-someone-who',
    on: 'plain',
    pattern:
      /^(?:do|don't|does|doesn't|have|haven't) (?:you|they|your \w+|the \w+) (?:not )?(?:have|got|know|want to try|got a|ever just) .*\b(?:who could|could|fund|scheme|app|service|method|option|someone who|hotline)\b/,
  },
  // A reproach.
  {
    kind: 'blame',
    name: 'why-did-you',
    on: 'plain',
    pattern:
      /^(?:and )?why(?: on earth| in the world| the hell| in \w+ name| ever| must| even)* (?:did you|did it take (?:you|a)|didn't you|haven't you|hadn't you|have you|would you|are you|were you|weren't you|aren't you|wasn't this|you|must you|can't you ever|do you (?:always|never|keep|even|still|people)|is it (?:always|that you)|did nobody|didn't any|go behind|has nobody)\b/,
    not: /\bwhy (?:did|do|are|have|were|would) you (?:think|believe) (?:it|he|she|they|that)\b|\bchoose\b/,
  },
  {
    kind: 'blame',
    name: 'how-could-you',
    on: 'plain',
    pattern:
      /^how (?:could|can) (?:you|a|one|anyone|anybody)(?: just| possibly| even| really)? (?:\w+ )?(?:agree|let|say|think|miss|forget|not|allow|ignore|be so|live|leave|sell|do (?:that|this)|treat|trust|fall|overlook|believe|mother|father)\b|^how dare\b|^how did you (?:manage to (?:lose|overlook|forget|miss)|not)\b|^how is (?:it|that) (?:even )?possible\b|^how irresponsible\b/,
  },
  {
    kind: 'blame',
    name: 'what-made-you',
    on: 'plain',
    pattern:
      /^what (?:on earth |in \w+ name |exactly |the hell )?(?:made you (?:think|believe|imagine|promise|sign|agree|send|post|lend|say|do|give|so)|possessed you|were you (?:even )?(?:thinking|playing|hoping to achieve|expecting|trying to prove)|did you (?:expect|think (?:was|would|is)|imagine)|got into you|took you so long|kept you from)\b/,
  },
  {
    kind: 'blame',
    name: 'whose-fault',
    on: 'said',
    pattern:
      /\b(?:whose (?:fault|bright idea|idea|decision|mistake)|who (?:is|was|s) (?:really )?(?:to blame|guilty|responsible|at fault)|who (?:messed|screwed|let it|let the|dropped the ball|has the guilt|failed|ruined|spoiled|caused)|your own (?:fault|doing)|what were you (?:even )?thinking|no wonder)\b/,
  },
  {
    kind: 'blame',
    name: 'still-always',
    on: 'plain',
    pattern: /^why .*\b(?:again|still|always|never|even|ever|so long|so late)\b/,
  },
  {
    kind: 'blame',
    name: 'didnt-you-see',
    on: 'plain',
    pattern:
      /^(?:didn't|did|couldn't|could|shouldn't) (?:it|you|not you|you not) (?:not |never )?(?:occur|cross|realise|realize|see that|think (?:of|about|for)|notice|check|have|know|do any)/,
  },
  {
    kind: 'blame',
    name: 'tail-why',
    on: 'core',
    pattern: /, (?:so |seriously , |and )?(?:why|how come|why not|how could you|what were you thinking)\b.*$/,
  },
  // The answer is built in.
  {
    kind: 'leading',
    name: 'negative-first',
    on: 'plain',
    pattern: new RegExp(
      `^${negative}\\b|^(?:is|are|was|were|does|do|did|would|could) (?:you|it|he|she|that|this|they) not\\b`,
    ),
  },
  {
    kind: 'leading',
    name: 'tag',
    on: 'core',
    pattern:
      /(?:^|[a-z'] )(?:, |— )?(?:isn't it|isn't that so|is it|don't you|do you|wasn't it|was it|aren't you|are you|weren't you|were you|didn't you|did you|doesn't it|does it|doesn't he|doesn't she|hasn't (?:it|he|she)|haven't you|have you|won't (?:it|you)|wouldn't you|would you|can't you|can you|mustn't it|isn't (?:he|she)|hadn't you|didn't it|didn't (?:he|she|they)|isnt|aren't (?:we|they)|are we|ain't it)(?: so| think| say| agree)?(?: \?)?$/,
  },
  {
    kind: 'leading',
    name: 'tag-word',
    on: 'core',
    pattern:
      /[a-z'] (?:, |— |\. )?(?:right|no|yes|surely|correct|yeah|eh|na|ne|verdad|verdade|hm|or not|or what|am i right|am i correct|am i wrong|or am i wrong|not|true|or do you|admit it|or)(?: \?)?$/,
    not: /\b(?:yes or no|or no|what is right|is right|not right|say no|a no|or not|would be right|about right|feel right|all right|just say no) ?\??$|^(?:what|how|which|where|who)\b/,
  },
  {
    kind: 'leading',
    name: 'surely',
    on: 'said',
    pattern:
      /\b(?:surely|obviously|clearly|of course|naturally|let's face it|let's be honest|if we are honest|be honest|to be honest|deep down|in truth|in reality|secretly|basically|admit)\b/,
  },
  {
    kind: 'leading',
    name: 'agree',
    on: 'plain',
    pattern:
      /^(?:do|would|don't|wouldn't) you (?:not )?(?:agree|say|admit)\b|^would it be (?:fair|too much|right) to say|^am i (?:right|wrong)|^could one say/,
  },
  {
    kind: 'leading',
    name: 'are-you-saying',
    on: 'plain',
    pattern:
      /^(?:are|is|were) (?:you|this|it) (?:really )?(?:saying|telling|perhaps|maybe|afraid|scared|sure (?:it|that|you)|a bit|just|simply)\b/,
  },
  {
    kind: 'leading',
    name: 'so-you',
    on: 'said',
    pattern:
      /^(?:and |ok |okay |well )?so (?:basically |actually |really |deep down |in fact |in truth |this means |what )?(?:that )?(?:you|your|it is|he|she|the|they|this|after)(?: are| feel| think| want| would| have| is| has| was| really| actually)?\b/,
    not: /^so (?:you|he|she|it|they) .*, (?:what|how|which|where|who)\b|\bhave you\b/,
  },
  {
    kind: 'leading',
    name: 'is-it-because',
    on: 'plain',
    pattern:
      /^(?:is|was|isn't|wasn't|could|can|might) (?:it|this|that)(?: be| really| maybe| perhaps| possible| just| not| also)* (?:because|that you|about|really about|possible that|possible you|you|your|how)\b/,
  },
  {
    kind: 'leading',
    name: 'how-bad',
    on: 'plain',
    pattern:
      /^how (?:very )?(?:bad|angry|unfair|upset|guilty|hard|stressed|stressful|furious|hurt|ashamed|relieved|bitter|scared|lonely|disappointed|humiliating|painful|awful|frustrating|frustrated|desperate|heartbroken|exhausted|sad|terrible|embarrassing|jealous|worried|afraid|betrayed|annoyed|horrible|difficult|humiliated)\b/,
    not: /^how (?:hard|difficult|painful) would\b/,
  },
  {
    kind: 'leading',
    name: 'does-it-make-you',
    on: 'plain',
    pattern:
      /^(?:does|doesn't|did|didn't) (?:that|it|this|he|she|your \w+)(?: not)? (?:make|leave|bother|hurt|feel|drive|strike|break)\b/,
  },
  {
    kind: 'leading',
    name: 'must-have',
    on: 'said',
    pattern:
      /\b(?:you|that|it) must(?:'ve| have| be| feel| make)\b|\bmust've\b|\bi (?:bet|imagine you|suppose you|guess you|sense)\b|\bsounds? (?:like|as if) (?:you|your)\b/,
  },
  {
    kind: 'leading',
    name: 'you-are',
    on: 'plain',
    pattern:
      /^(?:you (?:are|feel|want|were|miss|regret|must|love|would rather|would like|would have|never|don't|do realise|probably|felt|did not|didn't)|it (?:is|was|makes|broke)|that (?:was|must|is|hurt)|this is|he is|she is)\b/,
  },
  {
    kind: 'leading',
    name: 'really',
    on: 'plain',
    pattern: /^(?:do|did|does|are|were|is) (?:you|he|she|it) (?:really|honestly|seriously|actually|truly)\b/,
  },
  {
    kind: 'leading',
    name: 'put-in-the-mouth',
    on: 'plain',
    pattern:
      /^(?:do|did|are|were|does|is) (?:you|it|he|she|this)(?: (?:that|make|makes|feel|perhaps|maybe|just|so|a|bit|little|too|not|also|simply|you))* (?:angry|furious|upset|sad|hurt|guilty|ashamed|lonely|afraid|scared|jealous|bitter|disappointed|humiliated|desperate|abandoned|embarrassed|terrified|resentful|envious|small|worthless|threatened|insecure|anxious|betrayed|used|invisible|controlled|in denial|hiding|punishing|projecting)\b/,
  },
  {
    kind: 'leading',
    name: 'presupposed',
    on: 'plain',
    pattern:
      /\b(?:your|all that|that|such a|so) (?:fear|anger|bitterness|jealousy|envy|rage|exhaustion|need (?:to|for)|ego|guilt|shame|insecurity|insecure|betrayed|afraid|perfectionism|weakness|controlling|resentment|failure)\b|\bfeel to be (?:\w+ed|treated|stabbed|the one nobody)\b|\bfinally admit\b|\bdid you (?:realise|realize) (?:that )?you\b/,
  },
  // Reasons, choices, yes or no, data.
  {
    kind: 'why',
    name: 'why',
    on: 'plain',
    pattern:
      /^(?:and )?(?:why|how come|for (?:what|which) reason|what (?:is|was) the (?:reason|logic|thinking)|what explains|any idea why)\b/,
    not: /^why (?:now|this|today|is (?:this|that|it) (?:so )?(?:important|dear|precious)|does (?:this|it|that) matter|do you care)/,
  },
  {
    kind: 'open',
    name: 'why-now',
    on: 'plain',
    pattern:
      /^(?:and )?(?:why|how come) (?:now|this|today|is (?:this|that|it) (?:so )?(?:important|dear|precious)|(?:does )?(?:this|it|that) matters?|(?:do )?you care)\b/,
  },
  {
    kind: 'either-or',
    name: 'aux-or',
    on: 'plain',
    pattern: new RegExp(`^${anyAux} .*\\bor\\b(?! (?:not|so|more|less|anything|something|anyone|what)\\b)`),
  },
  {
    kind: 'either-or',
    name: 'bare-or',
    on: 'core',
    pattern: /^(?!what|how|which|where|why|when)(?:\S+ ){0,6}(?:, )?or (?:\S+ ?){1,6}$/,
  },
  {
    kind: 'either-or',
    name: 'more-or',
    on: 'said',
    pattern: /\b(?:rather|more|either|after|first) .*\bor\b|\bwhich (?:one|is worse|goes first)\b/,
  },
  { kind: 'closed', name: 'aux-first', on: 'plain', pattern: new RegExp(`^${anyAux} \\S+`) },
  {
    kind: 'closed',
    name: 'you-have',
    on: 'plain',
    pattern: /^(?:you (?:have|are still|still|already|can)|it is|got (?:any|a))\b/,
  },
  {
    kind: 'factual',
    name: 'when-where',
    on: 'plain',
    pattern:
      /^(?:since |by |until |till )?(?:when|where|whereabouts) (?:exactly )?(?:did|was|were|is|are|does|do|will|has|have|began|begins|begin)\b/,
    not: /^where (?:do|did|are|does) (?:you|it|this|that|the) (?:feel|learn|stand|notice|find|go when|sense|leave|line)/,
  },
  {
    kind: 'factual',
    name: 'how-many',
    on: 'plain',
    pattern:
      /^(?:(?:since|for|till|until|by|roughly|about|and) )?how (?:many|long|often|old|big|far|soon|high|late|large|much (?:is|does|do you (?:pay|earn)|time|money|runway|notice|did|costs?|was|left|has|per))\b/,
  },
  {
    kind: 'factual',
    name: 'who',
    on: 'plain',
    pattern:
      /^who (?:is|was|are|were|decided|signed|reports|owns|pays|chairs|runs|else|has|holds|made|lives|inherits|found|belongs|do|does|did|knows|found|wrote|told|started|called|leads|came)\b/,
    not: /^who (?:are you|do you become|in your|is she to)/,
  },
  {
    kind: 'factual',
    name: 'what-datum',
    on: 'plain',
    pattern:
      /^(?:(?:on|in|at|from|by|of|until|since|for) )?(?:what|which) (?:exact |kind of )?(?:date|time|year|size|budget|number|day|age|month|floor|grade|hospital|team|department|person|week|system|band|hour|council|journal|bank|school|class|subject|company|country|city|town|street|sister|brother|marathon|height|desk|round|night)\b/,
    not: /^what number would/,
  },
  {
    kind: 'factual',
    name: 'what-is-the-datum',
    on: 'plain',
    pattern:
      /^what (?:is|was|are|were) (?:the |your |his |her |their )?(?:exact |current |average )?(?:name|rent|rate|address|age|title|job title|deadline|date|price|cost|salary|percentage|distance|penalty|school fees|budget|size|acreage|diagnosis|share|number|notice period)\b/,
  },
  {
    kind: 'open',
    name: 'what-how',
    on: 'plain',
    pattern:
      /^(?:and |so )?(?:(?:in|on|at|by|for|with|from|to|of|about|without|after|under) )?(?:what|how|which|whose|where|who|whom)\b/,
  },
  {
    kind: 'open',
    name: 'suppose',
    on: 'said',
    pattern:
      /\b(?:suppose|imagine|picture|pretend|if (?:you|it|this|nobody|the|your) .* (?:what|how|who)|when (?:you|he|she|they|your|it) .*, (?:what|how|where|which))\b/,
  },
  // Nothing is asked.
  {
    kind: 'statement',
    name: 'exclaimed',
    on: 'plain',
    pattern:
      /^(?:what (?:a|an)\b|how (?:awful|lovely|sad|brave|terrible|wonderful|beautiful|nice|horrible|exhausting)(?! (?:was|is|did|are|were|does|do)\b)|what (?:strikes me|i (?:see|hear|do|don't|think|notice|like|mean)|you (?:are describing|call|describe|did))|who knows|thanks? for|same here|been there|poor you|no wonder|i know (?:the|how|exactly))/,
  },
  {
    kind: 'statement',
    name: 'opinion',
    on: 'said',
    pattern:
      /^(?:honestly |well |for me |to me |actually |personally )*(?:i (?:think|reckon|find|believe|see|know|had|have|could|just|would say|want|feel|guess|am|love)|in my (?:opinion|view|experience|team|family|village|place|last|case)|my (?:take|mother|father|brother|sister|boss|old|son|husband|wife|uncle|neighbour|friend|view|feeling)|we (?:had|went|also|too|lost|all)|that (?:is|was|sounds|reminds)|this (?:is|reminds|story)|sounds|it (?:seems|sounds|takes|is)|what you (?:are describing|call)|people|you are|there (?:is|are)|the (?:real|root|way))\b/,
  },
]

const held = (rule: Rule, reading: Reading): Fired | null => {
  const line: Line = reading[rule.on]
  const found = rule.pattern.exec(line.text)
  if (found === null || rule.not?.test(line.text)) return null
  return {
    kind: rule.kind,
    name: rule.name,
    mark: stretchOf(line, found.index, found.index + found[0].length),
  }
}

/** Every rule that fires on a text, in the order of the table. */
export const fired = (reading: Reading): readonly Fired[] =>
  rules.flatMap((rule) => {
    const found = held(rule, reading)
    return found === null ? [] : [found]
  })
