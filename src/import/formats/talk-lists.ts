import { basename, dirname } from 'node:path'
import { isNewsName } from '../../notes/folders/conference-sites.ts'
import { dayIn, isYear, yearIn } from '../../notes/foreign/dates/written-dates.ts'
import { isAuthorKey, keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { inOneLanguage } from '../../notes/foreign/fields/one-language.ts'
import { isNameAndYear } from '../../notes/foreign/headings/talk-headings.ts'
import { isKnownPerson, isRoleAlone, mayBePerson } from '../../notes/foreign/people/person-names.ts'
import { namesById } from '../../notes/foreign/sites/people-by-id.ts'
import { isEventName } from '../../notes/foreign/words/event-names.ts'
import { isBesideName, isPartName, saysKindAlone } from '../../notes/foreign/words/folder-names.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import type { ImportSource } from '../read/import-source.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { keyOfTexts, keyOfTitles } from './keys-of-lists.ts'
import {
  dayOfRecord,
  hasPeople,
  idsOfGroups,
  isAtEvent,
  isGivenTalk,
  isTalkRecord,
  type LooseRecord,
  readRecordTalk,
} from './record-talk.ts'
import { readNamesBeside, readSiteData } from './site-data.ts'
import { occasionsOf } from './talk-occasions.ts'

/** Lists of talks lie inside days, rooms and slots; deeper than this nobody keeps them. */
const maxDepth = 12

/** Whether a document of YAML or JSON holds a list of talks, as sites of conferences keep them. */
export const holdsTalks = (value: unknown, path = ''): boolean =>
  recordsIn(value, { ...topPlace(value, path), isSure: true }).next().done === false

/** The records of the talks in a document, with those of a list of given talks, which is told by where and when: notes say more of each. */
export const talkRecordsIn = (value: unknown, path: string): readonly FoundRecord[] => [
  ...recordsIn(value, topPlace(value, path)),
]

/** Where the records of a file stand. */
function topPlace(value: unknown, path: string): RecordPlace {
  const stem = basename(path).replace(/\.\w+$/, '')
  const isOfPeople = isBesideName(stem) || isBesideName(basename(dirname(path)))
  const isOfOwn = listKey.test(stem)
  // Letters and changes have subjects and authors too.
  const given = [...recordsWithPeople(value)].filter((record) => isOfOwn || saysWhoSpeaks(record))
  return { isOfOwn, isOfPeople, titleKey: keyOfTitles(given) }
}

const saysWhoSpeaks = (record: LooseRecord): boolean =>
  Object.keys(record).some((key) => keyMeaningOf(key)?.of === 'speakers' && !isAuthorKey(key))

function* recordsWithPeople(value: unknown, depth = 0): Generator<LooseRecord> {
  if (depth > maxDepth || typeof value !== 'object' || value === null) return
  if (isJsonObject(value) && hasPeople(value)) yield value
  for (const one of Object.values(value)) yield* recordsWithPeople(one, depth + 1)
}

/** Whether such a list names anybody who speaks. */
export const namesSpeakers = (found: readonly FoundRecord[]): boolean =>
  found.some(({ record }) => hasPeople(record))

/**
 * Whether such a list is what is new on a site: it is called so, and no list in it talks; nobody speaks, and each entry has a day, and no
 * hour, event, recording or slides, which talks without speakers have.
 */
export function isNewsList(found: readonly FoundRecord[], path: string): boolean {
  if (!isNewsName(basename(path).replace(/\.\w+(?:\.gz)?$/, ''))) return false
  return found.every(({ record, event: named = '', isOfOwn }) => {
    const read = readRecordTalk(record, { event: { name: isYear(named) ? '' : named }, where: '' })
    if (isOfOwn || !('talk' in read)) return !isOfOwn
    const { event, speakers, date, starts, links } = read.talk
    const isDayAlone = date !== undefined && !starts && event.name === ''
    return isDayAlone && speakers.length === 0 && links.every(({ kind }) => kind === 'site')
  })
}

/** All talks of such a document, wherever they are in it, with what the files beside it say of them. */
export async function* readTalkLists(
  value: unknown,
  found: readonly FoundRecord[],
  { path, file }: Pick<ImportSource, 'path' | 'file'>,
  event: ImportedEvent,
): AsyncGenerator<Imported> {
  const { names: others, slots, speakersOf, unread } = await readSiteData(path)
  for (const name of unread)
    yield {
      hint: `${name} beside ${file} cannot be read, so what it says of its talks is left out; mend it and import again.`,
    }
  const names = new Map([...others, ...namesWithin(value)])
  const listed = found.map(({ record }) => record)
  const titled = saysRoles(listed) ? listed.map(withTopicAsTitle) : listed
  const textKey = keyOfTexts(titled)
  const records =
    textKey === undefined ? titled : titled.map((record) => withKeyAs('description', textKey, record))
  const groups = idsOfGroups(records)
  for (const [at, { day, slot: around, event: named }] of found.entries()) {
    const record = records[at]!
    const where = `${file}, talk ${at + 1}`
    const slot = slots.get(String(record.id)) ?? {}
    const speakers = hasPeople(record) ? undefined : speakersOf.get(String(record.id))
    const unknown = peopleOf(record).filter((id) => !names.has(id))
    if (unknown.length > 0) for (const [id, name] of await readNamesBeside(path, unknown)) names.set(id, name)
    yield readRecordTalk(withNames({ ...around, ...slot, ...record, ...(speakers && { speakers }) }, names), {
      event: eventOf(event, named),
      where,
      idsOfGroups: groups,
      ...(day !== undefined && { day }),
    })
  }
}

/** With what stands below one key below another. */
function withKeyAs(called: string, key: string, record: LooseRecord): LooseRecord {
  const { [key]: value, ...rest } = record
  return value === undefined ? record : { [called]: value, ...rest }
}

/** Whether the titles of a list are mostly those of the people, and what they speak on stands beside: `topic`, `talk`. */
function saysRoles(records: readonly LooseRecord[]): boolean {
  const told = records.flatMap((record) => {
    const topic = topicOf(record)
    const isTold = topic !== undefined && typeof record.title === 'string' && record.title !== ''
    // `Lead Developer, Tea Ltd`, `Lead Developer at Tea Ltd`
    return isTold ? [{ topic, title: String(record.title).replace(/(?:,|\s(?:at|[-–|@])\s).*$/i, '') }] : []
  })
  const isMost = (count: number) => count * 2 > told.length
  return (
    told.length >= minRoles &&
    // Topics that come again are tags, and so are those that say less than the title.
    new Set(told.map(({ topic }) => topic)).size === told.length &&
    isMost(told.filter(({ topic, title }) => topic.length > title.length).length) &&
    isMost(told.filter(({ title }) => isRoleAlone(title)).length)
  )
}

const minRoles = 3

function topicOf(record: LooseRecord): string | undefined {
  const [, topic] = Object.entries(record).find(([key]) => /^(?:topic|subject|talk)$/i.test(key)) ?? []
  return typeof topic === 'string' ? topic : undefined
}

/** Whoever has the title is the one who speaks. */
function withTopicAsTitle(record: LooseRecord): LooseRecord {
  const title = topicOf(record)
  if (title === undefined) return record
  const { name } = record
  const isOfName = typeof name === 'string' && mayBePerson(name) && !hasPeople(record)
  return {
    ...record,
    topic: null,
    subject: null,
    talk: null,
    title,
    ...(isOfName && { name: null, speaker: name }),
  }
}

/** Where a record stands in its document. */
interface RecordPlace {
  /** What the document calls titles, if it has a word of its own for them. */
  readonly titleKey?: string | undefined
  /** The day of the list. */
  readonly day?: string | undefined
  /** The time and room of the slot. */
  readonly slot?: LooseRecord | undefined
  /** Whether rooms are listed, each with what is in it. */
  readonly isOfRooms?: boolean
  /** The event whose talks the list holds, or the year of these. */
  readonly event?: string | undefined
  /** Whether only what tells by itself that it is a talk is one. */
  readonly isSure?: boolean
  /** Whether the list or its file is called talks. */
  readonly isOfOwn?: boolean
  /** Whether most of such a list tell of talks by saying where and when they were. */
  readonly isOfGiven?: boolean
  /** Whether the file says who people are: talks may lie beside it. */
  readonly isOfPeople?: boolean
  /** Whether the list is called talks, or its file is and most names in it are people's: then whoever has a title there is named beside it. */
  readonly isOfTalks?: boolean
}

/** A record of a talk, and where it was found. */
export interface FoundRecord extends RecordPlace {
  readonly record: LooseRecord
}

function* recordsIn(value: unknown, place: RecordPlace = {}, depth = 0): Generator<FoundRecord> {
  if (depth > maxDepth || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    const given = place.isOfOwn && !place.isSure ? value.filter(isGiven) : []
    const isOfGiven = value.length > 1 && given.length * 2 > value.length
    const isOfTalks =
      place.isOfTalks || (place.isOfOwn === true && areNamedSpeakers(value.filter(isJsonObject)))
    for (const one of value) yield* recordsIn(one, { ...place, isOfGiven, isOfTalks }, depth + 1)
    return
  }
  const given = withSlot(withProposal(withTitle(value as LooseRecord, place)))
  // What is a talk already keeps its title, and a list its event: by these they are known when they are imported again.
  const isTalk = (one: LooseRecord) => isTalkRecord(one) || (place.isOfGiven === true && isAtEvent(one))
  const isKnown = isTalk(given) || listsIn(given).length > 0
  const said = isKnown ? given : inOneLanguage(given)
  const told = place.isOfPeople ? said : withSpeakerTold(said)
  const record = place.isOfTalks ? withSpeakerNamed(told) : told
  const event = eventOfList(record)
  const day = dayOfRecord(record)
  const slot = { ...place.slot, ...(day === undefined ? slotSaid(record, place) : {}) }
  const inner = { ...place, isOfGiven: false, slot, day: day ?? place.day, event: event ?? place.event }
  if (event === undefined && isTalk(record) && (!place.isOfRooms || hasPeople(record))) {
    yield { ...place, record }
    // A round of lightning talks lists its own.
    if (Array.isArray(record.talks)) yield* recordsIn(record.talks, inner, depth + 1)
    return
  }
  const occasions = place.isOfGiven ? occasionsOf(record) : []
  for (const one of occasions) yield { ...place, record: one }
  if (occasions.length > 0) return
  for (const [key, one] of Object.entries(record)) {
    // People have titles too.
    if (/^(?:speakers?|people|persons?|authors?|sponsors?|team|organi[sz]ers?|venues?)$/i.test(key)) continue
    const year = isYear(key) ? key : undefined
    // `2024-06-09: [...]`
    const day = /^\d{4}-\d\d-\d\d$/.test(key) ? dayIn(key) : undefined
    const isRoom = place.isOfRooms && !Array.isArray(one) && !keyMeaningOf(key)
    const within = {
      ...inner,
      event: year ?? inner.event,
      day: day ?? inner.day,
      isOfTalks: listKey.test(key),
      isOfOwn:
        listKey.test(key) ||
        (place.isOfOwn === true && (isYear(key) || /^(?:items|list|data|videos)$/i.test(key))),
      isOfRooms: /^(?:rooms?|stages?|r[äa]ume|salas)$/i.test(key),
    }
    yield* recordsIn(one, isRoom ? { ...within, slot: { ...slot, room: key } } : within, depth + 1)
  }
}

const isGiven = (one: unknown): boolean =>
  isJsonObject(one) && (isGivenTalk(one) || occasionsOf(one).length > 0)

const withTitle = (record: LooseRecord, { titleKey }: RecordPlace): LooseRecord =>
  titleKey !== undefined && titleKey in record && hasPeople(record)
    ? withKeyAs('title', titleKey, record)
    : record

/** Conference Hall puts what was proposed into the session that it became. */
function withProposal(record: LooseRecord): LooseRecord {
  const { proposal, submission, ...session } = record
  const proposed = proposal ?? submission
  if (!isJsonObject(proposed)) return record
  return { ...proposed, ...session }
}

/** What a talk says of its slot, as if it said that of itself: `slot: { start: '10:00', room: 'Main hall' }`. */
function withSlot(record: LooseRecord): LooseRecord {
  const [key, slot] =
    Object.entries(record).find(([key, one]) => /^(?:time[-_]?)?slot$/i.test(key) && isJsonObject(one)) ?? []
  if (key === undefined || !isJsonObject(slot)) return record
  const said = Object.entries(slot).filter(([key]) =>
    ['date', 'time', 'ends', 'duration', 'room'].includes(keyMeaningOf(key)?.of ?? ''),
  )
  const { [key]: _, ...rest } = record
  return said.length === 0 ? record : { ...Object.fromEntries(said), ...rest }
}

/** What a slot of a programme says of all that is in it: from when to when, and of a room its name. */
function slotSaid(record: LooseRecord, { isOfRooms }: RecordPlace): LooseRecord {
  const said = Object.entries(record).filter(([key, value]) => {
    const of = keyMeaningOf(key)?.of
    const isTime = of === 'time' || of === 'ends' || (of === 'date' && /^(?:start|begin)/i.test(key))
    return isTime && (typeof value === 'string' || typeof value === 'number')
  })
  const { name } = record
  return { ...Object.fromEntries(said), ...(isOfRooms && typeof name === 'string' && { room: name }) }
}

const listKey =
  /^(?:talks?|sessions?|presentations?|lectures?|lightning[-_]?talks?|charlas|palestras|vortr[äa]e?ge)$/i

/** The keys of the lists of talks in a record. */
const listsIn = (record: LooseRecord): readonly string[] =>
  Object.keys(record).filter(
    (key) => listKey.test(key) && typeof record[key] === 'object' && record[key] !== null,
  )

/** The event that a list of talks is of, by what names it, such as a meetup with its day. */
function eventOfList(record: LooseRecord): string | undefined {
  const said = nameOfEvent(Object.entries(record).find(([key]) => keyMeaningOf(key)?.of === 'event')?.[1])
  const names = [said, record.title, record.name]
  const name = names.find((one): one is string => typeof one === 'string')?.trim() ?? ''
  const isOne =
    name !== '' && (typeof said === 'string' || isEventName(name) || /\S #\d/.test(name) || isEdition(name))
  return listsIn(record).length > 0 && isOne && !isPartName(name) && !hasPeople(record) ? name : undefined
}

/** `Harbour 2024`, but not `Talks 2024`. */
const isEdition = (name: string): boolean => isNameAndYear(name) && !saysKindAlone(name)

/** What stands behind `event`: its name, or a mapping that has it. */
function nameOfEvent(said: unknown): unknown {
  if (!isJsonObject(said)) return said
  const { name, title } = said
  return name ?? title
}

/** Whether most of what is called by name beside titles are people, and the titles are not what they are. */
function areNamedSpeakers(records: readonly LooseRecord[]): boolean {
  const named = records.filter(({ name, title }) => typeof name === 'string' && typeof title === 'string')
  const ofTalks = named.filter(
    ({ name, title }) => isKnownPerson(String(name)) && title !== '' && !isRoleAlone(String(title)),
  )
  return named.length > 1 && ofTalks.length * 2 > named.length
}

/** `{ name: 'Ada Example', title: 'Tides' }` */
function withSpeakerNamed(record: LooseRecord): LooseRecord {
  const { name, title } = record
  const isNamed = typeof title === 'string' && title !== '' && name !== undefined
  if (!isNamed || Object.keys(record).some((key) => keyMeaningOf(key)?.of === 'speakers')) return record
  const { name: speaker, ...rest } = record
  return { ...rest, speaker }
}

/** What tells of somebody and of what they speak on: `{ name: 'Ada Example', bio: 'She rows.', title: 'Tides', abstract: 'They turn.' }`. */
function withSpeakerTold(record: LooseRecord): LooseRecord {
  const { name, bio, title, abstract, ...rest } = record
  const isTold = [name, bio, title, abstract].every((one) => typeof one === 'string' && one !== '')
  const isOnOther = Object.keys(rest).some((key) => keyMeaningOf(key)?.of === 'title') || topicOf(record)
  if (!isTold || isOnOther || hasPeople(record) || !mayBePerson(String(name))) return record
  if (isRoleAlone(String(title)) || kindOfSponsor.test(String(title))) return record
  return { ...rest, title, abstract, speaker: name }
}

/** `Gold sponsor` */
const kindOfSponsor = /^(?:\S+ )?(?:sponsor|partner|supporter|exhibitor)(?:ship|s)?$/i

/** The event of a list, which may say no more of it than its year. */
function eventOf(event: ImportedEvent, named: string | undefined): ImportedEvent {
  if (named === undefined || event.id !== undefined) return event
  if (!isYear(named)) return { name: named }
  return yearIn(event.name) === undefined
    ? { ...event, name: `${event.name} ${named}`, isGuess: true }
    : event
}

/** Those of the people that the same document lists. */
function namesWithin(value: unknown): Iterable<readonly [string, string]> {
  if (!isJsonObject(value)) return []
  const { speakers, people } = value
  return namesById(speakers ?? people)
}

/** What a record calls its people. */
const peopleOf = (record: LooseRecord): readonly string[] =>
  Object.entries(record).flatMap(([key, value]) =>
    peopleKey.test(key) ? [value].flat().filter((one): one is string => typeof one === 'string') : [],
  )

const peopleKey = /^(?:speakers?|presenters?|people)(?:[_-]?ids?)?$/i

function withNames(record: LooseRecord, names: ReadonlyMap<string, string>): LooseRecord {
  const named = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(named)
      : typeof value === 'number' || typeof value === 'string'
        ? (names.get(String(value)) ?? (typeof value === 'number' ? null : value))
        : value
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, peopleKey.test(key) ? named(value) : value]),
  )
}
