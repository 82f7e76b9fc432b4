import type { Slot, Talk } from './talk.ts'

/** All times that a talk is given, the first one first; an empty one if nothing is known. */
export const slotsOf = (talk: Pick<Talk, keyof Slot | 'again'>): readonly Slot[] => [
  slotOf(talk),
  ...(talk.again ?? []),
]

/** What is known of when and where, and nothing else. */
export const slotOf = ({ date, starts, ends, room }: Partial<Slot>): Slot => ({
  ...(date && { date }),
  ...(starts && { starts }),
  ...(ends && { ends }),
  ...(room && { room }),
})
