import type { Slot } from '../../../notes/talk.ts'

/** Minutes that a talk takes whose end is not known. */
export const usualLength = 60
export const dayLength = 24 * 60

/** Of the day, at `HH:MM`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** `HH:MM`, of a later day too. */
export const timeOfMinutes = (minutes: number) =>
  `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(((minutes % 60) + 60) % 60)}`

/** In two digits. */
export const twoDigits = (number: number) => String(number).padStart(2, '0')

/** How long a session takes; undefined if it is not known. An end that is not after the start is on the day after. */
export function sessionLength({ starts, ends }: Slot): number | undefined {
  if (starts === undefined || ends === undefined) return undefined
  const minutes = minutesOf(ends) - minutesOf(starts)
  return minutes > 0 ? minutes : minutes + dayLength
}
