import { basename } from 'node:path'
import { isYear, yearIn } from '../../notes/foreign/dates/written-dates.ts'
import { keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { isEventName, isEventTitle } from '../../notes/foreign/words/event-names.ts'
import { isPartName } from '../../notes/foreign/words/folder-names.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { dayOfRecord, hasPeople, isOfOtherThing, type LooseRecord, nameIn } from './record-talk.ts'

/** A talk of which a list says little more than its title, with the year it stands below. */
export interface TitledTalk {
  readonly record: LooseRecord
  readonly event?: string | undefined
}

/**
 * Talks of which a list says no more than the title and where to look, or the day: people keep their own so. Menus, news and programmes
 * look alike, so only files called talks are read for them, and only lists in which nobody speaks and no entry holds anything else.
 *
 *     - title: Tides that turn
 *       slides: tides.pdf
 *     - title: Knots that hold
 *       date: 2024-06-09
 */
export const titledTalksIn = (value: unknown, path: string): readonly TitledTalk[] =>
  fileOfTalks.test(basename(path)) ? [...titledIn(value)] : []

const fileOfTalks = /^(?:(?:my[-_])?talks?|presentations|speaking)\.\w+$/i

function* titledIn(value: unknown, event?: string, depth = 0): Generator<TitledTalk> {
  if (depth > maxDepth) return
  if (Array.isArray(value)) {
    // A document of YAML is one of several.
    if (value.length === 1) yield* titledIn(value[0], event, depth + 1)
    else if (value.every(isJsonObject) && isOfTitles(value))
      for (const record of value.filter(isTold)) yield { record: withPlaceAsEvent(record), event }
  } else if (isJsonObject(value))
    for (const [key, one] of Object.entries(value))
      if (isYear(key)) yield* titledIn(one, key, depth + 1)
      else if (/^(?:items|list|data|talks)$/i.test(key)) yield* titledIn(one, event, depth + 1)
}

/** A document, what is called talks in it, its years and their lists. */
const maxDepth = 4

/** Whether most say no more than that, and no entry may be of another thing. */
const isOfTitles = (list: readonly LooseRecord[]): boolean =>
  !list.some((record) => namesSomebody(record) || holdsMore(record) || isOfSite(record)) &&
  list.filter((record) => isTold(record) && isPlainTitle(titleOf(record))).length * 2 > list.length

/** Whether it is on goods, a part of an event or a page. */
function isOfSite(record: LooseRecord): boolean {
  const title = titleOf(record)
  return isOfOtherThing(Object.keys(record)) || isPartName(title) || titleOfPage.test(title)
}

/** `name` beside a title is somebody's. */
const namesSomebody = (record: LooseRecord): boolean =>
  hasPeople(record) || Object.keys(record).some((key) => /^name$/i.test(key))

/** Whether talks or occasions may be in it: no more than a place, an event or an address may say several things of itself. */
const holdsMore = (record: LooseRecord): boolean =>
  Object.entries(record).some(([key, value]) => {
    if (typeof value !== 'object' || value === null) return false
    const of = keyMeaningOf(key)?.of ?? ''
    const may = Array.isArray(value) ? ['tags', 'link', 'language', 'nothing'] : ['place', 'event', 'link']
    return !may.includes(of) || Object.values(value).some((one) => typeof one === 'object' && one !== null)
  })

/** What pages of a site are called, and news of an event. */
const titleOfPage = new RegExp(
  [
    '^(?:(?:all|our|my|the|past|previous|next|upcoming|recent|latest|more|other|archived?|(?:19|20)\\d\\d) )*',
    '(?:talks?|speakers?|slides|videos?|recordings?|schedules?|agenda|program(?:me)?s?|sessions?|workshops?|sponsors?|team|tickets?|',
    'venue|locations?|events?|archive|home|news|blog|about(?: us| me)?|contact(?: us| me)?|registration|faq|imprint|privacy(?: policy)?)$|',
    '^(?:(?:tickets?|registration|cfp|call for \\w+)\\b|code of conduct)|',
    '^(?:submit|propose|suggest|give|buy|get|book|become|register|watch|see|view|find)(?: (?:an?|the|your|our|all|more|as|for|past|now))* ',
    '(?:talks?|sessions?|proposals?|papers?|tickets?|speakers?|sponsors?|volunteers?|videos?|recordings?|slides|schedule|venue)$',
  ].join(''),
  'i',
)

/** Whether it is more than a word, no event, and does not say itself who speaks: `Tides by Ada`. */
const isPlainTitle = (title: string): boolean =>
  /\S\s+\S/.test(title.trim()) && !isEventTitle(title) && !/\S by \S/i.test(title)

/** Whether it leads somewhere or has a day. */
const isTold = (record: LooseRecord): boolean =>
  titleOf(record) !== '' && (dayOfRecord(record) !== undefined || Object.entries(record).some(leadsSomewhere))

/** Slides and recordings may be files; what else begins with no `http` is a page of the site, as menus list them. */
function leadsSomewhere([key, value]: readonly [key: string, value: unknown]): boolean {
  const meaning = keyMeaningOf(key)
  if (meaning?.of !== 'link' || typeof value !== 'string') return false
  if (/^https?:/i.test(value)) return true
  return (meaning.kind === 'slides' || meaning.kind === 'video') && /^[^\s-]\S*[-./_]\w{2}\S*$/.test(value)
}

/** With the place as the event, if it is called like one and says of which year: `place: Oar Conf 2024`. */
function withPlaceAsEvent(record: LooseRecord): LooseRecord {
  const entries = Object.entries(record)
  const [key, place] = entries.find(([key]) => /^(?:place|venue|location)$/i.test(key)) ?? []
  const event = nameIn(place)
  if (key === undefined || event === undefined || !isEventOfYear(event)) return record
  if (entries.some(([key]) => keyMeaningOf(key)?.of === 'event')) return record
  const { [key]: _, ...rest } = record
  return { ...rest, event }
}

const isEventOfYear = (place: string): boolean =>
  isEventName(place) &&
  yearIn(place) !== undefined &&
  !/\b(?:rooms?|halls?|cent(?:re|er)s?|stages?|tracks?|town|building|auditorium|theat(?:re|er)|hotel|church)\b/i.test(
    place,
  )

const titleOf = (record: LooseRecord): string =>
  nameIn(Object.entries(record).find(([key]) => keyMeaningOf(key)?.of === 'title')?.[1]) ?? ''
