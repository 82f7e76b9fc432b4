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

/** In minutes. */
export const dayLength = 24 * 60

/** Of the day, at `HH:MM`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** How long a session takes; undefined if it is not known. An end that is not after the start is on the day after. */
export function slotLength({ starts, ends }: Slot): number | undefined {
  if (starts === undefined || ends === undefined) return undefined
  const minutes = minutesOf(ends) - minutesOf(starts)
  return minutes > 0 ? minutes : minutes + dayLength
}
