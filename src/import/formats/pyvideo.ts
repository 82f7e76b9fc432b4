import { basename, dirname, resolve } from 'node:path'
import { z } from 'zod'
import { talkKind } from '../../notes/foreign/words/talk-kind.ts'
import { distinctLinks, webLink } from '../../notes/foreign/words/web-link.ts'
import { slotOf } from '../../notes/talk-slots.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { parseJson } from '../../text/parse-json.ts'
import type { ImportSource } from '../read/import-source.ts'
import { type Line, readLines, toUtf8 } from '../read/lines.ts'
import type { Imported, ImportedEvent, ImportedTalk } from '../talk/imported-talk.ts'
import { dateOf, explainRecord, looseList, looseText, requiredText } from './loose-fields.ts'
import { isTalkRecord, type LooseRecord, type RecordContext, readRecordTalk } from './record-talk.ts'

const address = z.union([
  z.string().transform((url) => ({ url, label: '' })),
  z.object({ url: z.string(), label: looseText }),
])

/** A talk as pyvideo.org's data repository keeps it (one a file), or as a list of them does (`id` and `event` added). */
const record = z.object({
  id: looseText,
  event: looseText,
  category: looseText,
  title: requiredText,
  speakers: looseList(z.string()),
  tags: looseList(z.string()),
  recorded: looseText,
  language: looseText,
  description: looseText,
  summary: looseText,
  videos: looseList(address),
  related_urls: looseList(address),
})

/** What tells a talk from others, whatever else is said of it. */
const named = record.pick({ id: true, event: true, category: true, title: true })

/** What pyvideo's data repository says of a folder of talks, in its category.json. */
const category = z.object({ title: requiredText, videos: z.undefined().optional() })

export const isPyvideoTalk = (value: unknown): boolean =>
  z.object({ title: z.string(), videos: z.array(z.unknown()) }).safeParse(value).success

export const isCategory = (value: unknown): boolean => category.safeParse(value).success

/** The event that the text of a category.json describes, undefined if it describes none. */
export function readCategory(text: string, folder: string): ImportedEvent | undefined {
  const { data } = category.safeParse(parseJson(text))
  return data && { id: folder, name: data.title }
}

/** Talks one a line, as JSON: `{"id": "event/talk", "event": "Its name", "title": …, "videos": […]}`. */
export async function* readPyvideoLines(source: ImportSource): AsyncGenerator<Imported> {
  for await (const line of readLines(toUtf8(source.bytes()))) {
    const where = `${source.file}:${line.line}`
    const value = parseLine(line)
    if ('reason' in value) yield { bad: { where, ...value } }
    else if (value.json !== undefined) yield readPyvideoTalk(value.json, { ...source, where })
  }
}

export const isPyvideoList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.some(isPyvideoTalk)

/** Talks in an array. */
export function* readPyvideoList(values: readonly unknown[], source: ImportSource): Generator<Imported> {
  for (const [index, value] of values.entries())
    yield readPyvideoTalk(value, { ...source, where: `${source.file}, talk ${index + 1}` })
}

/**
 * One talk. If it does not name its event, that is `event`, or else made from the folder that it lies in. A line of another list is
 * read as of any list of talks where pyvideo's fields say nothing, or cannot be read.
 */
export function readPyvideoTalk(value: unknown, at: ImportSource & { readonly where: string }): Imported {
  const { where } = at
  const parsed = record.safeParse(value)
  const isOther = isOfOtherList(value)
  const told = isOther ? named.safeParse(value) : parsed
  if (!told.success) return { bad: { where, title: titleOf(value), reason: explainRecord(told.error) } }
  const event = eventOf(told.data, at)
  const { id, title } = told.data
  // One talk a file is named by the file; a line names itself, or else has a title.
  const name = id.includes('/')
    ? id.slice(id.lastIndexOf('/') + 1)
    : where === at.file
      ? basename(at.file).replace(/\.json(\.gz)?$/i, '')
      : id
  const own = { event, ...(name && { name }), key: `${event.id ?? event.name}/${name || title}` }
  if (parsed.success) {
    const talk = describe(parsed.data)
    return { where, talk: { ...(isOther ? withFurtherFields(talk, value, { event, where }) : talk), ...own } }
  }
  // Which has named the event, and is no tag.
  const { category: _, ...fields } = value as LooseRecord
  const read = readRecordTalk(fields, { event, where })
  return 'talk' in read ? { ...read, talk: { ...read.talk, ...own } } : read
}

const isOfOtherList = (value: unknown): value is LooseRecord => !isPyvideoTalk(value) && isTalkRecord(value)

type Described = Omit<ImportedTalk, 'event' | 'key' | 'name'>

/** With what fields that pyvideo's data have not say of who, when and what, where its own say nothing. */
function withFurtherFields(talk: Described, value: LooseRecord, context: RecordContext): Described {
  const further = Object.entries(value).filter(
    ([key]) => key === 'title' || !(key in record.shape || ofPyvideoAlone.has(key)),
  )
  const read = readRecordTalk(Object.fromEntries(further), context)
  if (!('talk' in read)) return talk
  const { speakers, links, text } = read.talk
  const saysNothing = talk.text.form === 'abstract' && talk.text.value === ''
  return {
    ...talk,
    ...(talk.date === undefined && slotOf(read.talk)),
    speakers: talk.speakers.length > 0 ? talk.speakers : speakers,
    links: talk.links.length > 0 ? talk.links : links,
    text: saysNothing ? text : talk.text,
  }
}

/** What means something else in other lists: where a video was taken from, and whether pyvideo shows it. */
const ofPyvideoAlone: ReadonlySet<string> = new Set(['source_url', 'state', 'status'])

function describe(talk: z.infer<typeof record>): Described {
  const value =
    talk.summary && talk.summary !== talk.description
      ? `${talk.summary}\n\n${talk.description}`
      : talk.description
  return {
    title: talk.title,
    kind: talkKind('', talk.title),
    speakers: talk.speakers.map((name) => ({ name })),
    tags: talk.tags,
    links: distinctLinks([
      ...talk.videos.map(({ url }) => webLink(url, '', 'video')),
      ...talk.related_urls.map(({ url, label }) => webLink(url, label)),
    ]),
    language: talk.language,
    date: dateOf(talk.recorded),
    text: { form: 'abstract', value },
  }
}

function eventOf(talk: z.infer<typeof named>, source: ImportSource): ImportedEvent {
  if (source.event) return source.event
  const parent = dirname(resolve(source.path))
  const folder = basename(basename(parent) === 'videos' ? dirname(parent) : parent)
  const id = talk.id.includes('/') ? talk.id.slice(0, talk.id.lastIndexOf('/')) : undefined
  const name = talk.event || talk.category || id || folder || 'pyvideo'
  return {
    id: id ?? (talk.event ? undefined : folder || undefined),
    name,
    isGuess: talk.event === '' && talk.category === '',
  }
}

const titleOf = (value: unknown): string | undefined =>
  isJsonObject(value) && typeof value.title === 'string' && value.title
    ? value.title.slice(0, 100)
    : undefined

function parseLine(line: Line): { readonly json: unknown } | { readonly reason: string } {
  if ('problem' in line) return { reason: line.problem }
  if (line.text.trim() === '') return { json: undefined }
  const json = parseJson(line.text)
  return json === undefined ? { reason: 'is not a line of JSON' } : { json }
}
