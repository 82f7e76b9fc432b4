import { decodeEntities } from '../../../markup/flatten-inline.ts'
import { dayIn } from '../../../notes/foreign/dates/written-dates.ts'
import { eventNameOf, isEventName } from '../../../notes/foreign/words/event-names.ts'
import { distinctLinks, webLink } from '../../../notes/foreign/words/web-link.ts'
import type { Link } from '../../../notes/talk.ts'
import type { Imported, ImportedEvent } from '../../talk/imported-talk.ts'
import { readRecordTalk } from '../record-talk.ts'
import { walkPage, withoutHidden } from './html-tags.ts'

/** What an element of a programme holds: as its classes say (`slot-title`, `speaker-name`, `start-time`), or else a text or a link. */
type Part = 'title' | 'speaker' | 'speakers' | 'starts' | 'ends' | 'day' | 'aside' | 'text' | 'link'

interface ListedTalk {
  readonly title: string
  readonly speakers: readonly string[]
  readonly day?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly description: string
  readonly links: readonly Link[]
}

/**
 * The talks of a programme in HTML that tells people by its classes what is what, as templates of conferences do; none if it does not
 * name at least two talks and somebody who speaks.
 */
export function talksOnProgramme(html: string, file: string, fallback: ImportedEvent): readonly Imported[] {
  const shown = withoutHidden(html)
  const talks = talksIn(walk(shown))
  if (talks.length < minTalks || !talks.some(({ speakers }) => speakers.length > 0)) return []
  const event = eventOfPage(shown, fallback)
  return talks.map(({ day, links, ...record }, index) => {
    const where = `${file}, talk ${index + 1}`
    const read = readRecordTalk(record, { event, where, ...(day !== undefined && { day }) })
    return 'talk' in read ? { ...read, talk: { ...read.talk, links } } : read
  })
}

const minTalks = 2

function talksIn({ parts, spans }: Walked): readonly ListedTalk[] {
  const firstOf = (wanted: Part) => parts.findIndex(({ part }) => wanted === part)
  // Times that stand below titles are not told apart from those of the next, if no element holds the talk.
  const areTimed = firstOf('starts') < firstOf('title')
  const homes = homesOf(parts, spans)
  const talks: (ListedTalk & { readonly speakers: string[] })[] = []
  let around: Pick<ListedTalk, 'day' | 'start' | 'end'> = {}
  for (const { part, text } of parts) {
    if (part === 'day') around = { day: dayIn(text) ?? around.day }
    else if (part === 'starts' && areTimed) around = { day: around.day, start: timeOf(text) }
    else if (part === 'ends' && areTimed) around = { ...around, end: timeOf(text) }
    else if (part === 'title') {
      const home = homes[talks.length] ?? []
      const within = (wanted: Part) => home.find((one) => one.part === wanted)?.text
      const [start, end] = [within('starts'), within('ends')]
      talks.push({
        title: text,
        speakers: [],
        ...around,
        ...(start !== undefined && { start: timeOf(start), end: end && timeOf(end) }),
        description: home
          .flatMap((one) => (one.part === 'text' && isWorded(one.text) ? [one.text] : []))
          .join('\n\n'),
        links: distinctLinks(
          home.map((one) => (one.part === 'link' ? webLink(one.href, one.text) : undefined)),
        ),
      })
    } else if (part === 'speaker' || part === 'speakers') talks.at(-1)?.speakers.push(text)
  }
  return talks.map((talk) => ({ ...talk, speakers: [...new Set(talk.speakers)] }))
}

/** Others are short, and say where it is, in which track, or what a button does. */
const isWorded = (text: string): boolean => text.length >= 40 || /[.!?…。]["”’)]?$/.test(text)

/** What the element of each talk holds, in order of titles: the largest with no title but its own. */
function homesOf(parts: readonly FoundPart[], spans: readonly Span[]): readonly (readonly FoundPart[])[] {
  const titlesBefore = [0]
  for (const { part } of parts) titlesBefore.push((titlesBefore.at(-1) ?? 0) + (part === 'title' ? 1 : 0))
  const homes: Span[] = []
  // Inner ones come first.
  for (const span of spans) {
    const first = titlesBefore[span.from] ?? 0
    if ((titlesBefore[span.to] ?? 0) - first === 1 && !homes[first]?.isTalk) homes[first] = span
  }
  return Array.from(homes, (span) => (span ? parts.slice(span.from, span.to) : []))
}

/** `11 15`, as hours and minutes in elements of their own. */
const timeOf = (text: string): string => text.replace(/^(\d{1,2})\s+(\d\d)$/, '$1:$2')

interface FoundPart {
  readonly part: Part
  readonly text: string
  /** Of a link. */
  readonly href?: string
}

/** An element, by the first of the parts in it and the first behind it. */
interface Span {
  readonly from: number
  readonly to: number
  /** Whether its class says that it is a talk. */
  readonly isTalk: boolean
}

interface Walked {
  readonly parts: readonly FoundPart[]
  readonly spans: readonly Span[]
}

interface OpenElement extends Omit<FoundPart, 'part' | 'text'>, Omit<Span, 'to'> {
  readonly tag: string
  readonly part: Part | undefined
  readonly text: string[]
}

const inlineTag = /^(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)$/i

/** All parts and elements in order of their ends; the text of a part is without that of parts within it. */
function walk(html: string): Walked {
  const parts: FoundPart[] = []
  const spans: Span[] = []
  walkPage<OpenElement>(html, {
    begin: ({ tag, attributes }, open) => ({
      ...{ tag, text: [], from: parts.length },
      ...describeElement(tag, attributes, open),
    }),
    end({ part, href, text, from, isTalk }) {
      const said = decodeEntities(text.join(' ')).replace(/\s+/g, ' ').trim()
      if (part !== undefined && part !== 'aside' && said !== '')
        parts.push({ part, text: said, ...(href !== undefined && { href }) })
      spans.push({ from, to: parts.length, isTalk })
    },
    text(text, open) {
      open.findLast(({ part }) => part !== undefined && part !== 'link')?.text.push(text)
      open.findLast(({ part }) => part === 'link')?.text.push(text)
    },
  })
  return { parts, spans }
}

/** What an element is for the talks, within those that are open. */
function describeElement(
  tag: string,
  attributes: string,
  open: readonly OpenElement[],
): Pick<OpenElement, 'part' | 'href' | 'isTalk'> {
  const classes = classesOf(attributes)
  const isTalk = classes.some((one) => classOfTalk.test(one))
  const part = partOf(tag, classes)
  if (part !== undefined) return { part, isTalk }
  const around = open.find((one) => one.part !== undefined && !/^(?:text|link)$/.test(one.part))?.part
  const [, , href] = /\bhref\s*=\s*(["'])([^"']{1,2000})\1/i.exec(attributes) ?? []
  // Behind who speaks are their own pages.
  if (tag === 'a' && href !== undefined && (around === undefined || around === 'title'))
    return { part: 'link', href: decodeEntities(href), isTalk }
  return { part: around !== undefined || inlineTag.test(tag) ? undefined : 'text', isTalk }
}

function classesOf(attributes: string): readonly string[] {
  const [, , classes = ''] = /\bclass\s*=\s*(["'])([^"']{1,300})\1/i.exec(attributes) ?? []
  return classes.split(/\s+/)
}

function partOf(tag: string, classes: readonly string[]): Part | undefined {
  const part = classes.map((one) => classParts.find(([, pattern]) => pattern.test(one))?.[0]).find(Boolean)
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

const classOfTalk = new RegExp(`^${ofProgramme}(?:[-_]*item)?$`, 'i')

/** `Programme • OarConf 2024`, `OarConf 2024 notes` */
function eventOfPage(html: string, fallback: ImportedEvent): ImportedEvent {
  const [, title = ''] = /<title[^<>]*>([^<]{1,300})/i.exec(html) ?? []
  const named = decodeEntities(title)
    .split(/\s+[•·|–—-]\s+|\s*[•·|]\s*/)
    .map((part) => eventNameOf(part.trim()))
    .find(isEventName)
  return named === undefined || fallback.id ? fallback : { ...fallback, name: named }
}
