import { isYear, yearIn } from '../foreign/dates/written-dates.ts'
import { isEventName } from '../foreign/words/event-names.ts'
import { isBesideName, isSiteName } from '../foreign/words/folder-names.ts'
import { readableName } from '../foreign/words/titles.ts'

/**
 * What names the event of a folder: with the year that the folder above or below says, and with what is above a place.
 *
 *     eventFolderName(['PyCon', 'Italia', '2025'], 'notes') // => 'PyCon Italia 2025'
 *     eventFolderName(['2017', 'midwestjs'], 'notes') // => 'midwestjs 2017'
 *     eventFolderName(['2017'], 'oarconf-notes') // => 'oarconf 2017'
 *
 * @param steps the folders that lead to it from the corpus's own
 * @param root the name of the corpus's own
 */
export function eventFolderName(steps: readonly string[], root: string): string {
  if (steps.length === 0) return root
  const [outer = '', above = '', last = ''] = ['', '', ...steps].slice(-3)
  if (above === '' && isYear(last)) return withYear(root, last)
  // `_speakers_2024`: those of the event of that year.
  const year = isBesideName(last) ? yearIn(last) : undefined
  if (year !== undefined) {
    const event = steps.slice(0, -1).findLast((step) => !isBesideName(step) && !isSiteName(step))
    return event === undefined ? withYear(root, String(year)) : `${event} ${year}`
  }
  if (isYear(last)) {
    const isPlaceOf = outer !== '' && isEventName(outer) && !isEventName(above)
    return isPlaceOf ? `${outer} ${above} ${last}` : named(above, last)
  }
  // Of a year's events the number of the month is only their order.
  const name = isYear(above) ? last.replace(/^(?:0[1-9]|1[0-2])[-_. ]+(?=\p{L})/u, '') : last
  return isYear(above) && yearIn(last) === undefined ? named(name, above) : name
}

/** `oar-days` in 2019 is called as `oar-days-2019` is; `e-commerce-summit` and `re-invent` keep their hyphens. */
const named = (name: string, year: string): string =>
  /^[a-z]{3,}(?:[-_][a-z]{2,})+$/.test(name) ? `${name}-${year}` : `${name} ${year}`

/** The event that the corpus's own folder names, in a year; the year alone if that names none. */
function withYear(root: string, year: string): string {
  const name = root
    .replace(/(?:[-_ ](?:sessions?|talks?))?[-_ ]notes?$/i, '')
    .replace(/(?<=\p{L})[-_](?=\p{L})/gu, ' ')
    .replace(/^(?:[\w]{1,6}[-_ ])?(?:conferences?|confs?|meet-?ups?)$/i, '')
  return isEventName(readableName(name)) && yearIn(name) === undefined ? `${name} ${year}` : year
}
