import { decodeEntities } from '../../markup/flatten-inline.ts'
import { isEventName } from '../../notes/foreign/event-names.ts'
import { dayIn } from '../../notes/foreign/written-dates.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { readRecordTalk } from './record-talk.ts'

/** What an element of a programme holds, as its classes say: `slot-title`, `speaker-name`, `start-time`. */
type Part = 'title' | 'speaker' | 'speakers' | 'starts' | 'ends' | 'day' | 'aside'

interface ListedTalk {
  readonly title: string
  readonly speakers: string[]
  readonly day?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/**
 * The talks of a programme in HTML that tells people by its classes what is what, as templates of conferences do; none if it does not
 * name at least two talks and somebody who speaks.
 */
export function talksOnProgramme(html: string, file: string, fallback: ImportedEvent): readonly Imported[] {
  const bare = html.replace(/<!--[\s\S]*?-->|<(script|style|svg)\b[\s\S]*?<\/\1\s*>/gi, ' ')
  const talks = talksIn([...partsIn(bare)])
  if (talks.length < minTalks || !talks.some(({ speakers }) => speakers.length > 0)) return []
  const event = eventOfPage(bare, fallback)
  return talks.map(({ day, ...record }, index) =>
    readRecordTalk(record, { event, where: `${file}, talk ${index + 1}`, ...(day !== undefined && { day }) }),
  )
}

const minTalks = 2

function talksIn(parts: readonly FoundPart[]): readonly ListedTalk[] {
  const firstOf = (...wanted: readonly Part[]) => parts.findIndex(({ part }) => wanted.includes(part))
  // Times that stand below titles are not told apart from those of the next.
  const areTimed = firstOf('starts') < firstOf('title')
  const talks: ListedTalk[] = []
  let around: Pick<ListedTalk, 'day' | 'start' | 'end'> = {}
  for (const { part, text } of parts) {
    if (part === 'day') around = { day: dayIn(text) ?? around.day }
    else if (part === 'starts' && areTimed) around = { day: around.day, start: timeOf(text) }
    else if (part === 'ends' && areTimed) around = { ...around, end: timeOf(text) }
    else if (part === 'title') talks.push({ title: text, speakers: [], ...around })
    else if (part === 'speaker' || part === 'speakers') talks.at(-1)?.speakers.push(text)
  }
  return talks.map((talk) => ({ ...talk, speakers: [...new Set(talk.speakers)] }))
}

/** `11 15`, as hours and minutes in elements of their own. */
const timeOf = (text: string): string => text.replace(/^(\d{1,2})\s+(\d\d)$/, '$1:$2')

interface FoundPart {
  readonly part: Part
  readonly text: string
}

const tagOrText = /<(\/?)([a-z][a-z\d-]{0,30})\b([^<>]*)>|([^<]+)/gi
const voidTag = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** In order of their ends; the text of each without that of parts within it. */
function* partsIn(html: string): Generator<FoundPart> {
  const open: { readonly tag: string; readonly part: Part | undefined; readonly text: string[] }[] = []
  for (const [, slash, name = '', attributes = '', text] of html.matchAll(tagOrText)) {
    const tag = name.toLowerCase()
    if (text !== undefined) open.findLast(({ part }) => part !== undefined)?.text.push(text)
    else if (slash === '') {
      if (!voidTag.test(tag) && open.length < maxDepth && !attributes.endsWith('/'))
        open.push({ tag, part: partOf(tag, attributes), text: [] })
    } else if (open.some((one) => one.tag === tag))
      for (let closed = open.pop(); closed !== undefined; closed = open.pop()) {
        const said = decodeEntities(closed.text.join(' ')).replace(/\s+/g, ' ').trim()
        if (closed.part !== undefined && closed.part !== 'aside' && said !== '')
          yield { part: closed.part, text: said }
        if (closed.tag === tag) break
      }
  }
}

/** Pages that nest deeper are made to take long. */
const maxDepth = 200

function partOf(tag: string, attributes: string): Part | undefined {
  const [, , classes = ''] = /\bclass\s*=\s*(["'])([^"']{1,300})\1/i.exec(attributes) ?? []
  const part = classes
    .split(/\s+/)
    .map((one) => classParts.find(([, pattern]) => pattern.test(one))?.[0])
    .find(Boolean)
  if (part !== undefined) return part
  return /^h[1-4]$/.test(tag) ? 'day' : undefined
}

const ofProgramme = '(?:slot|session|talk|presentation|lecture|agenda|program(?:me)?|schedule|timeslot)'
const classOf = (pattern: string): RegExp =>
  new RegExp(`^(?:${ofProgramme}[-_]*){0,2}(?:item[-_]*)?${pattern}$`, 'i')

const classParts: readonly (readonly [Part, RegExp])[] = [
  [
    'aside',
    classOf('(?:speakers?|presenters?)[-_]*(?:position|company|title|role|job|bio|org\\w*|affiliation|info)'),
  ],
  ['speaker', classOf('(?:speakers?|presenters?)[-_]*(?:full)?names?')],
  ['title', new RegExp(`^(?:${ofProgramme}[-_]*){1,2}(?:item[-_]*)?(?:title|name|topic)$`, 'i')],
  ['speakers', classOf('(?:speakers?|presenters?)')],
  ['ends', classOf('end[-_]*time')],
  ['starts', classOf('(?:start[-_]*)?time')],
]

/** `Programme • OarConf 2024` */
function eventOfPage(html: string, fallback: ImportedEvent): ImportedEvent {
  const [, title = ''] = /<title[^<>]*>([^<]{1,300})/i.exec(html) ?? []
  const named = decodeEntities(title)
    .split(/\s+[•·|–—-]\s+|\s*[•·|]\s*/)
    .map((part) => part.trim())
    .find((part) => isEventName(part) || /\bday\b.*\b(?:19|20)\d\d$/i.test(part))
  return named === undefined || fallback.id ? fallback : { ...fallback, name: named }
}
