/** What is asked in the room check, one at a time, and its end. */
export const checkSteps = ['read', 'stripes', 'hear', 'clicker', 'ready'] as const

export type CheckStep = (typeof checkSteps)[number]

/** The step after this one; the last stays. */
export const stepAfter = (step: CheckStep): CheckStep => checkSteps[checkSteps.indexOf(step) + 1] ?? step

/** The step before this one; the first stays. */
export const stepBefore = (step: CheckStep): CheckStep => checkSteps[checkSteps.indexOf(step) - 1] ?? step
