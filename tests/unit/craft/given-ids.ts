// Every id of a question that was given out. One may be reworded; its id is never taken away nor given to another.
const names: Readonly<Record<string, string>> = {
  goal: 'leave-with stay-with today sentence under enough arrived as-it-is more-of wish',
  reality: 'plainly seen first said changed tried working own-part draw unknown',
  options: 'ways comes-back smallest half-time unlike between smile stop-doing ruled-out else',
  will: 'first by-then yes depends-on easier busy-day beside otherwise done undone',
  feelings: 'to-tell strongest word body before-reply energy polite towards relief look-forward',
  assumptions: 'given might-mean fill-in unwritten used-to see-it kind opposite mind tested',
  perspective: 'chair friend quietest newcomer child fond five-years paces chapter unheard',
  resources: 'carried helps this-far count-on easily turn-to-you hard-way knows-you at-hand keeps-going',
  obstacles: 'in-the-way close-up reach as-they-are lose to-end objection no-elsewhere missing slipping',
  scaling: 'near ten not-lower one-higher enough highest hands sure look-after peace',
  miracle: 'overnight who-sees monday free-time carry others already-there ordinary difficult letter',
  values: 'matters promise two-goods care stand-up fair any-price effort regret sleep',
  learning: 'stays surprised take-home see-now simpler changed helped first-time elsewhere watch',
}

export const givenIds: readonly string[] = Object.entries(names).flatMap(([family, list]) =>
  list.split(' ').map((name) => `${family}/${name}`),
)
