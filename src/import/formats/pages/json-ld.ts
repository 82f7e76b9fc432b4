import { isJsonObject } from '../../../text/is-json-object.ts'
import { parseJson } from '../../../text/parse-json.ts'
import type { Imported, ImportedEvent } from '../../talk/imported-talk.ts'
import { type LooseRecord, readRecordTalk } from '../record-talk.ts'

const script = /<script\b([^<>]*)>((?:(?!<script\b)[\s\S])*?)<\/script>/gi
const ofData = /\btype\s*=\s*["']?application\/ld\+json\b/i

/** The talks that a page of a programme describes for search engines: events of schema.org that have somebody performing. */
export function talksInPage(html: string, file: string, fallback: ImportedEvent): readonly Imported[] {
  const documents = [...html.matchAll(script)]
    .filter(([, attributes = '']) => ofData.test(attributes))
    .map(([, , text = '']) => parseJson(text))
  return talksOfDocuments(documents, file, fallback)
}

/** Those of schema.org's things, whatever a page writes them in. */
export function talksOfDocuments(
  documents: readonly unknown[],
  file: string,
  fallback: ImportedEvent,
): readonly Imported[] {
  return talkItemsIn(documents).map(({ item, above }, index) => {
    const name = typeof above?.name === 'string' ? above.name : undefined
    const event = name === undefined ? fallback : { ...fallback, name }
    return readRecordTalk(recordOf(item), { event, where: `${file}, event ${index + 1}` })
  })
}

/** Events that have somebody performing. */
export const talkItemsIn = (documents: readonly unknown[]): readonly FoundEvent[] =>
  documents.flatMap((document) => eventsIn(document)).filter(({ item }) => performersOf(item) !== undefined)

interface FoundEvent {
  readonly item: LooseRecord
  /** The event that it is a part of. */
  readonly above: LooseRecord | undefined
}

const maxDepth = 6

function eventsIn(value: unknown, above?: LooseRecord, depth = 0): readonly FoundEvent[] {
  if (depth > maxDepth || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => eventsIn(one, above, depth + 1))
  const item = value as LooseRecord
  const isEvent = /Event$/.test(String(item['@type'] ?? ''))
  const inner = [item.subEvent, item.subEvents, item['@graph'], item.itemListElement, item.item]
  return [
    ...(isEvent ? [{ item, above: above ?? superEventOf(item) }] : []),
    ...inner.flatMap((one) => eventsIn(one, isEvent ? item : above, depth + 1)),
  ]
}

const superEventOf = ({ superEvent }: LooseRecord): LooseRecord | undefined =>
  isJsonObject(superEvent) ? superEvent : undefined

const performersOf = ({ performer, performers, actor, author }: LooseRecord): unknown =>
  performer ?? performers ?? actor ?? author

/** Of a hall, not of the town that it is in. */
const nameOf = (place: unknown): unknown => (isJsonObject(place) && 'name' in place ? place.name : place)

const recordOf = (item: LooseRecord): LooseRecord => ({
  id: item['@id'] ?? item.url,
  title: item.name,
  speakers: performersOf(item),
  description: item.description,
  start: item.startDate,
  end: item.endDate,
  duration: item.duration,
  room: nameOf(item.location),
  url: item.url,
  video: item.recordedIn,
  keywords: item.keywords,
  language: item.inLanguage,
})
