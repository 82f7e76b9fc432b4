import { yearIn } from '../../notes/foreign/dates/written-dates.ts'
import { keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { dayOfRecord, isAtEvent, type LooseRecord } from './record-talk.ts'

/**
 * A talk once for each time that it was given, if its record lists when and where that was: who speaks at several events keeps a talk
 * so. Empty for any other record.
 *
 *     title: Tides that turn
 *     givenAt:
 *       - { name: Oar Days, date: 2024-06-09 }
 *       - { venue: 'Knot Fest, 2023', url: 'https://knots.example' }
 */
export function occasionsOf(record: LooseRecord): readonly LooseRecord[] {
  const [list] = Object.entries(record).flatMap(([key, value]) => {
    const of = keyMeaningOf(key)?.of
    const given = Array.isArray(value) && (of === undefined || of === 'event') ? value.map(occasionIn) : []
    return given.length > 0 && given.every((one) => one !== undefined) ? [{ key, given }] : []
  })
  if (list === undefined) return []
  const { [list.key]: _, ...talk } = record
  return list.given.map((given) => ({ ...talk, ...given })).filter(isAtEvent)
}

/** Where and when it was, and what else is said of that. */
function occasionIn(value: unknown): LooseRecord | undefined {
  if (!isJsonObject(value) || 'title' in value) return undefined
  const { name, venue, place, location, ...rest } = value
  const named = Object.entries(rest).find(([key]) => keyMeaningOf(key)?.of === 'event')?.[1]
  const event = [named, name, venue, place, location].find((one) => typeof one === 'string')
  if (typeof event !== 'string') return undefined
  return dayOfRecord(rest) === undefined && yearIn(event) === undefined ? undefined : { ...rest, event }
}
