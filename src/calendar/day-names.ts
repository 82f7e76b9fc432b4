/** From 1, Monday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** From Monday. */
export const dayNames: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
  ' ',
)

/** From January. */
export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

/** In small letters. */
export const dayNamesFolded: readonly string[] = dayNames.map((name) => name.toLowerCase())
export const monthNamesFolded: readonly string[] = monthNames.map((name) => name.toLowerCase())
