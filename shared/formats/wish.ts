/** What a presenter would like to be helped with: asked before each turn (room.md, "What would help"). */
export type Wish = 'questions' | 'ideas' | 'being-heard' | 'eyes'

export const wishes: readonly Wish[] = ['questions', 'ideas', 'being-heard', 'eyes']
