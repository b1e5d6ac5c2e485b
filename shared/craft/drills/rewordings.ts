// Sentences as they are heard, each with one open question that hides in it: one of many. Read by hand; nothing in it was said by anybody.
import type { Card } from './card'

/** The deck of “Turn it”. A card’s kind is for a fair mixture, and is never shown. */
export const rewordings: readonly Card[] = [
  {
    kind: 'advice',
    heard: 'Have you tried asking your landlord for a written offer?',
    open: 'What has passed between you and the landlord so far?',
  },
  {
    kind: 'advice',
    heard: 'Why don’t you hand the rota to somebody else?',
    open: 'What does carrying the rota do to your week?',
  },
  {
    kind: 'advice',
    heard: 'What about moving the choir practice to Sundays?',
    open: 'What would suit the choir, as you see it?',
  },
  {
    kind: 'advice',
    heard: 'Could you ask the school for a meeting?',
    open: 'What would you wish for between you and the school?',
  },
  {
    kind: 'advice',
    heard: 'How about simply saying no to the extra shifts?',
    open: 'What happens in you when extra shifts are offered?',
  },
  {
    kind: 'advice',
    heard: 'You should write down everything they promised you.',
    open: 'What was promised, as you understood it?',
  },
  {
    kind: 'advice',
    heard: 'Wouldn’t it be better to sell the van?',
    open: 'What part does the van play in your plans?',
  },
  {
    kind: 'advice',
    heard: 'What if you gave each intern one small project?',
    open: 'How do the interns spend their days at present?',
  },
  {
    kind: 'advice',
    heard: 'Maybe you could practise the speech in front of a mirror.',
    open: 'What helps you find your way into a speech?',
  },
  {
    kind: 'advice',
    heard: 'Has anyone suggested a savings account to you?',
    open: 'How do you think about money at the moment?',
  },
  {
    kind: 'advice',
    heard: 'Did you consider telling the board before the vote?',
    open: 'How do you picture the board hearing about this?',
  },
  {
    kind: 'advice',
    heard: 'Is there any way you could work from home on Fridays?',
    open: 'What are Fridays like for you?',
  },
  {
    kind: 'advice',
    heard: 'If I were you I would talk to the team lead first.',
    open: 'What is your relationship with the team lead like?',
  },
  {
    kind: 'advice',
    heard: 'Can’t you just swap desks with somebody in the office?',
    open: 'What is it like for you where you sit?',
  },
  {
    kind: 'advice',
    heard: 'Do you think you should apologise to your neighbour?',
    open: 'What would you want your neighbour to understand?',
  },
  {
    kind: 'advice',
    heard: 'Why not start the garden with just one bed this spring?',
    open: 'What do you picture when you think of the garden?',
  },
  {
    kind: 'advice',
    heard: 'Have you looked into a part-time degree?',
    open: 'What draws you towards studying again?',
  },
  {
    kind: 'advice',
    heard: 'Perhaps switch the phones off at dinner?',
    open: 'How would you like dinner at home to be?',
  },
  {
    kind: 'advice',
    heard: 'Could the club perhaps merge with the one in the next town?',
    open: 'What future do you see for the club?',
  },
  {
    kind: 'advice',
    heard: 'You could always go back to your old firm.',
    open: 'What kind of place do you want to work in?',
  },
  {
    kind: 'leading',
    heard: 'You were relieved when the deal fell through, weren’t you?',
    open: 'What was it like when the deal fell through?',
  },
  {
    kind: 'leading',
    heard: 'So you feel left out by the others?',
    open: 'How do you find yourself among the others?',
  },
  {
    kind: 'leading',
    heard: 'Would you agree that the merger is the real problem?',
    open: 'What part does the merger have in this?',
  },
  {
    kind: 'leading',
    heard: 'Is it because you want to be liked by everyone?',
    open: 'What matters to you when others look at your work?',
  },
  {
    kind: 'leading',
    heard: 'Obviously the new software makes everything slower, doesn’t it?',
    open: 'What has the new software changed for you?',
  },
  {
    kind: 'leading',
    heard: 'Don’t you think the volunteers are simply bored?',
    open: 'How do you read the mood of the volunteers?',
  },
  {
    kind: 'leading',
    heard: 'So what you want is a way out of the contract?',
    open: 'How do you see the contract now?',
  },
  {
    kind: 'leading',
    heard: 'Deep down you know the answer already, don’t you?',
    open: 'What do you already sense here?',
  },
  {
    kind: 'leading',
    heard: 'So it’s the money that keeps you awake?',
    open: 'What goes through your mind when you lie awake?',
  },
  {
    kind: 'leading',
    heard: 'Honestly, wasn’t the exhibition too big for two people?',
    open: 'How did the exhibition compare with what you hoped?',
  },
  { kind: 'closed', heard: 'Do you like your new job?', open: 'How do you find your new job?' },
  { kind: 'closed', heard: 'Are the neighbours friendly?', open: 'What is it like among your neighbours?' },
  { kind: 'closed', heard: 'Is the deadline fixed?', open: 'What room is there around the deadline?' },
  {
    kind: 'closed',
    heard: 'Will the band go on without a drummer?',
    open: 'What happens to the band without a drummer?',
  },
  {
    kind: 'closed',
    heard: 'Is everyone on the committee in favour of the plan?',
    open: 'How does the committee see the plan?',
  },
  {
    kind: 'closed',
    heard: 'Are you happy with your thesis so far?',
    open: 'How does your thesis look to you so far?',
  },
  {
    kind: 'closed',
    heard: 'Do you trust the new treasurer?',
    open: 'What is the trust like between you and the treasurer?',
  },
  {
    kind: 'closed',
    heard: 'Has the move been good for the children?',
    open: 'How have the children taken the move?',
  },
  {
    kind: 'closed',
    heard: 'Do you still enjoy painting?',
    open: 'What does painting mean to you these days?',
  },
  {
    kind: 'either-or',
    heard: 'Do you want to move to the coast or stay in the city?',
    open: 'What do you want from the place you call home?',
  },
  {
    kind: 'either-or',
    heard: 'Is it your manager or the company you are unhappy with?',
    open: 'What is it that troubles you at work?',
  },
  {
    kind: 'either-or',
    heard: 'Are you doing this for yourself or for your parents?',
    open: 'What moves you to do this?',
  },
  {
    kind: 'either-or',
    heard: 'Was the training too early or too long?',
    open: 'What was the training like for your people?',
  },
  {
    kind: 'either-or',
    heard: 'Would you rather teach beginners or advanced students?',
    open: 'What kind of teaching suits you?',
  },
  {
    kind: 'either-or',
    heard: 'Will you go to the wedding alone or with your cousin?',
    open: 'How would you like to go to that wedding?',
  },
  {
    kind: 'either-or',
    heard: 'Do you see yourself as a researcher or as a manager?',
    open: 'How do you see yourself in your work?',
  },
  {
    kind: 'multiple',
    heard: 'What did the bank say, and how did your partner take it?',
    open: 'What did the bank’s answer mean for you both?',
  },
  {
    kind: 'multiple',
    heard: 'Who chose the new logo? What do the members think?',
    open: 'How do the members look at the new logo?',
  },
  {
    kind: 'multiple',
    heard: 'How did the audition go and when do you hear back?',
    open: 'How did the audition go for you?',
  },
  {
    kind: 'multiple',
    heard: 'What do you want from the talk, and what does your son want?',
    open: 'What do you want from the talk?',
  },
  {
    kind: 'multiple',
    heard: 'Why did the first trial stop, and have you thought about a second?',
    open: 'What did the first trial teach you?',
  },
  {
    kind: 'multiple',
    heard: 'How is the new flat? Do you miss the old street?',
    open: 'How is it, being in the new flat?',
  },
  {
    kind: 'multiple',
    heard: 'When do you start, how big is the crew, and are you nervous?',
    open: 'What is on your mind as you start?',
  },
  {
    kind: 'multiple',
    heard: 'What would you do with a year off, and could you afford it?',
    open: 'What would a year off be for?',
  },
  {
    kind: 'blame',
    heard: 'Why did you sign before reading it?',
    open: 'What was important to you when you signed?',
  },
  {
    kind: 'blame',
    heard: 'How could you let the apprentice carry that alone?',
    open: 'What was your picture of the apprentice’s load then?',
  },
  {
    kind: 'blame',
    heard: 'What on earth made you lend them the money?',
    open: 'What led you to lend the money?',
  },
  {
    kind: 'blame',
    heard: 'Whose fault was it that the tickets never went out?',
    open: 'What happened on the way to sending the tickets?',
  },
  {
    kind: 'blame',
    heard: 'Why haven’t you told the team yet?',
    open: 'What do you weigh when you think of telling them?',
  },
  {
    kind: 'blame',
    heard: 'How could you forget the anniversary?',
    open: 'What was that day like from your side?',
  },
  {
    kind: 'blame',
    heard: 'Who is to blame for the mess in the archive?',
    open: 'How did the archive come to be the way it is?',
  },
  {
    kind: 'blame',
    heard: 'Why did you give up the allotment so quickly?',
    open: 'How did you come to let the allotment go?',
  },
  {
    kind: 'why',
    heard: 'Why is the festival held in November?',
    open: 'What led to holding the festival in November?',
  },
  {
    kind: 'why',
    heard: 'Why do the older pupils skip the canteen?',
    open: 'What do you notice about the pupils and the canteen?',
  },
  {
    kind: 'why',
    heard: 'Why are the two departments on different floors?',
    open: 'How does it work, being on different floors?',
  },
  {
    kind: 'why',
    heard: 'Why does the council meet so rarely?',
    open: 'How does the council’s rhythm suit its work?',
  },
  { kind: 'why', heard: 'Why is this report needed every week?', open: 'What does the weekly report serve?' },
  {
    kind: 'why',
    heard: 'Why was the concert moved to the church?',
    open: 'How did the concert come to be in the church?',
  },
]
