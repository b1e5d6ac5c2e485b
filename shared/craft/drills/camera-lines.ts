import type { Card } from './card'

/** Made-up lines of feedback, each with what a camera could have recorded. The names in them are nobody’s. */
export const cameraLines: readonly Card[] = [
  {
    kind: 'judgement',
    heard: 'You were bossy on Monday and would not let Sam speak.',
    open: 'On Monday Sam began three times, and each time you went on speaking.',
  },
  {
    kind: 'judgement',
    heard: 'You looked bored all through my talk.',
    open: 'While I was talking you looked out of the window and turned your pen.',
  },
  {
    kind: 'judgement',
    heard: 'You were wonderfully supportive when Kim was upset.',
    open: 'When Kim stopped in mid-sentence, you moved your chair closer and waited.',
  },
  {
    kind: 'judgement',
    heard: 'You never take the minutes seriously.',
    open: 'The minutes of the past two meetings have one line each.',
  },
  {
    kind: 'judgement',
    heard: 'You always rescue people before they can think.',
    open: 'When Ali paused, you gave an answer within a second or two.',
  },
  {
    kind: 'judgement',
    heard: 'Your opening was confident and put everyone at ease.',
    open: 'You said everyone’s name and sat down, and two people leaned back and smiled.',
  },
  {
    kind: 'judgement',
    heard: 'You are far too nervous on the phone.',
    open: 'On the phone you said the number three times, each time faster.',
  },
  {
    kind: 'judgement',
    heard: 'That was a brave and honest answer.',
    open: 'You said “I don’t know yet”, and then you were quiet.',
  },
  {
    kind: 'judgement',
    heard: 'You don’t care about what we agreed on.',
    open: 'We agreed on Friday, and your page came on Tuesday.',
  },
]
