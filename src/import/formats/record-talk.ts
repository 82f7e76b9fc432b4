import { dayIn, dayOfYear, withoutMonth, yearIn } from '../../notes/foreign/dates/written-dates.ts'
import { timesIn } from '../../notes/foreign/dates/written-times.ts'
import { factsOf } from '../../notes/foreign/fields/facts-of-fields.ts'
import { isAuthorKey, type KeyMeaning, keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { isFirstOrLastName, knownName, namePartsIn } from '../../notes/foreign/people/name-parts.ts'
import { namesOneEvent } from '../../notes/foreign/words/event-names.ts'
import { isCalledOff, isPause, keepsPlace } from '../../notes/foreign/words/pauses.ts'
import { talkKind } from '../../notes/foreign/words/talk-kind.ts'
import { slotOf } from '../../notes/talk-slots.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { inZone } from './read-slot.ts'

/** A talk as a list of any program gives it: a row of a table, an item of YAML or JSON. */
export type LooseRecord = Readonly<Record<string, unknown>>

export interface RecordContext {
  /** Of the record, if it names none itself. */
  readonly event: ImportedEvent
  readonly where: string
  /** The day of the list it stands in. */
  readonly day?: string
  /** Ids in its list that are of no talk (`idsOfGroups`). */
  readonly idsOfGroups?: ReadonlySet<string>
}

/** The one way from such a record to a talk: its fields mean what they mean in front matter. */
export function readRecordTalk(
  record: LooseRecord,
  { event, where, day, idsOfGroups }: RecordContext,
): Imported {
  const fields = Object.entries(titled(withWholeName(record))).map(([key, value]) => ({
    key,
    value: withoutSpeakersOfVideo(key, value),
    line: 1,
  }))
  const facts = factsOf(fields)
  const title = facts.title ?? ''
  if (title === '') return { bad: { where, reason: 'title: is missing or empty' } }
  const id = idOf(record)
  const key = id === '' || idsOfGroups?.has(id) ? `${facts.date ?? day ?? ''}/${title}` : id
  const state = textOf(record, ...ownKeys.ofState)
  if (/^(?:rejected|declined|cancell?ed|withdrawn|waitlisted?|waiting|submitted|draft)$/i.test(state))
    return { passed: where, ...(/^cancell?ed|withdrawn$/i.test(state) && { cancelled: { event, key } }) }
  if (isPause(title, facts.speakers.length) || isCalledOff(title)) return { passed: where }
  // Kept as it is written: a description may hold markup.
  const texts = fields.flatMap(({ key, value }) => textSaid(key, value))
  const entry = { title, speakers: facts.speakers.length, text: texts.join(''), links: facts.links }
  if (keepsPlace(entry)) return { passed: where, isOpen: true }
  const type = textOf(record, ...ownKeys.ofType)
  const said = fields.map(({ key, value }) => saidDay(key, value)).find((one) => one !== '')
  const year = event.year ?? yearIn(facts.event ?? event.name)
  const date = facts.date ?? day ?? dayOfYear(said ?? '', year)
  const slot = slotOf({ ...facts, date, room: facts.room ?? textOf(record, ...ownKeys.ofRoom) })
  const unreadDay = date === undefined && slot.starts === undefined ? said : undefined
  const details = texts.join('') === '' ? [] : facts.besideNames.map(({ text }) => text).filter(isNoNumber)
  return {
    where,
    ...(unreadDay !== undefined && { unreadDay }),
    talk: {
      key,
      event: inZone(facts.event && !event.id ? eventCalled(facts.event, event) : event, facts.zone),
      title,
      kind: facts.kind ?? talkKind(type, title),
      speakers: facts.speakers,
      tags: facts.tags,
      links: facts.links,
      ...(facts.language && { language: facts.language }),
      ...slot,
      ...(details.length > 0 && { details }),
      text: { form: 'abstract', value: distinctTexts(texts).join('\n\n') },
    },
  }
}

/** A text, its paragraphs, or what somebody has noted item by item. */
function textSaid(key: string, value: unknown): readonly string[] {
  const isText = keyMeaningOf(key)?.of === 'text'
  if (typeof value === 'string') return isText ? [value.trim()] : []
  if (!isListOfTexts(value)) return []
  if (isText) return [value.join('\n\n')]
  return ofNotes.test(key) ? [value.map((item) => `- ${item}`).join('\n')] : []
}

export const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')

/** `notes` are often for the organizers alone. */
const ofNotes = /^(?:(?:key|main)[-_ ]?)?(?:takeaways?|points|highlights|learnings|lessons)$/i

/** Whom to call is nobody else's to know. */
const isNoNumber = (text: string): boolean => !/(?:\d\W{0,2}){6}/.test(text)

/** What is read of a record beside what its fields mean, as `textOf` spells it. */
const ownKeys = {
  ofId: ['id', 'guid', 'uuid', 'code', 'slug', 'video_id'],
  ofState: ['state', 'status', 'decision'],
  ofType: ['type', 'kind', 'format', 'session_type'],
  /** If nothing else says the room. */
  ofRoom: ['location', 'venue'],
} as const

const idOf = (record: LooseRecord): string => textOf(record, ...ownKeys.ofId)

/** Ids that stand beside several titles of a list, as those of tracks do. */
export function idsOfGroups(records: readonly LooseRecord[]): ReadonlySet<string> {
  const called = Map.groupBy(records, idOf)
  const titlesOf = (those: readonly LooseRecord[]) =>
    new Set(those.map((one) => firstOf(titled(one), 'title')))
  return new Set([...called].flatMap(([id, those]) => (titlesOf(those).size < minTitlesOfGroup ? [] : [id])))
}

/** Of two one may have been forgotten to be given its own. */
const minTitlesOfGroup = 3

/** Whether a field of a record may be read, by its name. */
export function isReadOfRecord(key: string): boolean {
  const meaning = keyMeaningOf(key)?.of
  return (
    (meaning !== undefined && !unreadMeanings.has(meaning)) ||
    Object.values(ownKeys).some((keys) => isOneOf(keys, key)) ||
    /^(?:what|topic|thema|tema|sujet)$/i.test(key) ||
    isFirstOrLastName(key)
  )
}

/** What fields of notes may mean, and a record's are not read for. */
const unreadMeanings: ReadonlySet<KeyMeaning['of']> = new Set([
  'place',
  'aside',
  'nothing',
  'draft',
  'again',
  'followUps',
  'attendees',
])

/** What a field says of the day. A time or a year alone says nothing of it, and a day long ago can be read. */
const saidDay = (key: string, value: unknown): string =>
  keyMeaningOf(key)?.of === 'date' &&
  typeof value === 'string' &&
  timesIn(value).starts === undefined &&
  !/^(?:\d*|[^\p{L}\d]*|n\.?\/?a\.?|none|unknown|tb[acd]|to be (?:announced|confirmed|decided|determined))$/iu.test(
    value.trim(),
  ) &&
  !/(?<!\d)1(?:[0-8]\d|9[0-7])\d(?!\d)/.test(value)
    ? value.trim()
    : ''

/** `Meetup March 2024` is one of those that the list is on. */
function eventCalled(said: string, { name }: ImportedEvent): ImportedEvent {
  const isOneOfMany =
    /^(?:meet-?up|event|edition|evening)\b/i.test(said) && !namesOneEvent(withoutMonth(said))
  return {
    name: isOneOfMany && isEventOrSite(name) ? `${name.replace(/ (?:19|20)\d\d$/, '')} ${said}` : said,
  }
}

const isEventOrSite = (name: string): boolean => name !== '' && name !== 'Imported talks'

/** Whether a record is one of a talk: it has a title, and something that only talks have. */
export function isTalkRecord(value: unknown): value is LooseRecord {
  if (!isJsonObject(value)) return false
  const meanings = Object.entries(value).flatMap(([key, one]) =>
    one === null || one === '' || leadsToTalks(one) ? [] : (keyMeaningOf(key)?.of ?? []),
  )
  const hasTitle = Object.entries(titled(value)).some(
    ([key, one]) => keyMeaningOf(key)?.of === 'title' && typeof one === 'string',
  )
  const isTalk = meanings.some((of) => of === 'speakers' || of === 'slugs')
  return (
    hasTitle &&
    !isOfOtherThing(Object.keys(value)) &&
    (isTalk || (meanings.includes('text') && meanings.some((of) => of === 'link' || of === 'date')))
  )
}

/** `videos: [{ title: 'Tides', event: 'Oar Days' }]` leads to no video. */
const leadsToTalks = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 1 &&
  value.every((one) => typeof one === 'object' && one !== null && (isTalkRecord(one) || isAtEvent(one)))

/** Whether a record says at which event its talk was, and lists nothing itself, as a programme's days do. */
export function isAtEvent(record: LooseRecord): boolean {
  const [title, event] = [firstOf(record, 'title'), firstOf(record, 'event')]
  return (
    title !== undefined &&
    event !== undefined &&
    title !== event &&
    !isOfOtherThing(Object.keys(record)) &&
    !Object.values(record).some((value) => [value].flat(2).some(isTitled))
  )
}

/** Whether it says when, too: so people keep the talks that they gave. */
export const isGivenTalk = (record: LooseRecord): boolean =>
  isAtEvent(record) &&
  (dayOfRecord(record) !== undefined || yearIn(firstOf(record, 'event') ?? '') !== undefined)

const firstOf = (record: LooseRecord, wanted: KeyMeaning['of']): string | undefined =>
  Object.entries(record)
    .map(([key, value]) => (keyMeaningOf(key)?.of === wanted ? nameIn(value) : undefined))
    .find((text) => text !== undefined)

/** A text that says something, or the name of what is described. */
export function nameIn(value: unknown): string | undefined {
  const text = isJsonObject(value) && 'name' in value ? value.name : value
  return typeof text === 'string' && /\p{L}{2}/u.test(text) ? text : undefined
}

/** A mapping with a title, and not that of a link. */
const isTitled = (value: unknown): boolean =>
  isJsonObject(value) && 'title' in value && !('url' in value || 'link' in value)

/** Whether fields or columns are those of books or goods: one says so by its name, and none is of what only talks have. */
export const isOfOtherThing = (keys: readonly string[]): boolean =>
  keys.some((key) => ofOtherThings.test(key.trim())) && !keys.some(isOfTalks)

const ofOtherThings = /^(?:isbn(?:[-_ ]?1[03])?|issn|ean|sku|price|currency)$/i

/** Whether a field is of who speaks, where and when, or of what was shown. A tutorial may have a price too. */
function isOfTalks(key: string): boolean {
  const meaning = keyMeaningOf(key)
  if (meaning?.of === 'link') return meaning.kind !== undefined
  return meaning?.of === 'speakers'
    ? !isAuthorKey(key)
    : meaningsOfTalks.has(meaning?.of) || isFirstOrLastName(key)
}

const meaningsOfTalks: ReadonlySet<KeyMeaning['of'] | undefined> = new Set([
  'slugs',
  'event',
  'time',
  'ends',
  'room',
])

/** With the parts of somebody's name as one, if nobody is named otherwise: tables have a column a part. */
function withWholeName(record: LooseRecord): LooseRecord {
  // What is called its name may be the talk's.
  const { first, last } = namePartsIn(Object.entries(record))
  const speaker = knownName({ ...(first && { first }), ...(last && { last }) })
  return speaker === undefined || hasPeople(record) ? record : { ...record, speaker }
}

/** Whether a record says who speaks. */
export const hasPeople = (record: LooseRecord): boolean =>
  Object.entries(record).some(
    // `speaker: yes` is of a person who speaks.
    ([key, value]) =>
      keyMeaningOf(key)?.of === 'speakers' &&
      // `author: { name: 'Ada Example' }` is said of sites and programs.
      (isText(value) || (!isAuthorKey(key) && isSomebody(value))) &&
      !/^(?:true|false|yes|no)$/i.test(String(value)),
  )

/** `{ name: 'Ada Example', company: 'Tea Ltd' }` */
const isSomebody = (value: unknown): boolean =>
  isJsonObject(value) && knownName(namePartsIn(Object.entries(value))) !== undefined

/** Whether a key says of itself that it is a talk's: then `title` beside it is what somebody is. */
export const isTitleOfTalk = (key: string): boolean => /^(?:session|talk)[\s_-]*title$/i.test(key.trim())

/** With the name, the topic, or what stands beside `who`, as the title, if it has people to be of and no title. */
function titled(given: LooseRecord): LooseRecord {
  const isOfPerson = Object.entries(given).some(([key, value]) => isTitleOfTalk(key) && isText(value))
  const record = isOfPerson ? { ...given, title: null } : given
  const keys = Object.keys(record)
  const hasWho = keys.some((key) => /^who$/i.test(key))
  const name =
    keys.find((key) => /^name$/i.test(key) || (hasWho && /^what$/i.test(key))) ??
    keys.find((key) => /^(?:topic|thema|tema|sujet)$/i.test(key) && typeof record[key] === 'string')
  const of = keys.map((key) => keyMeaningOf(key)?.of)
  if (name === undefined || !isText(record[name]) || !hasPeople(record) || of.includes('title')) return record
  const { [name]: title, ...rest } = record
  return { title, ...rest }
}

const isText = (value: unknown): boolean =>
  (Array.isArray(value) && value.length > 0) || (typeof value === 'string' && value !== '')

/** The day that a record is of, if it is a list of talks rather than one. */
export const dayOfRecord = (record: LooseRecord): string | undefined =>
  Object.entries(record)
    .map(([key, value]) =>
      keyMeaningOf(key)?.of === 'date' && typeof value === 'string' ? dayIn(value) : undefined,
    )
    .find(Boolean)

/** On a list of videos, whose channel it is says nothing of who speaks. */
const withoutSpeakersOfVideo = (key: string, value: unknown): unknown =>
  /^(?:uploader|channel|publisher)/i.test(key) ? null : value

function textOf(record: LooseRecord, ...keys: readonly string[]): string {
  for (const [key, value] of Object.entries(record)) {
    if (!isOneOf(keys, key)) continue
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  }
  return ''
}

const isOneOf = (keys: readonly string[], key: string): boolean =>
  keys.includes(key.toLowerCase().replace(/\s+/g, '_'))

/** A description often opens with the abstract. */
const distinctTexts = (texts: readonly string[]): readonly string[] =>
  texts.filter(
    (text, at) =>
      text !== '' &&
      !texts.some((other, index) => index !== at && other.includes(text) && (other !== text || index < at)),
  )
