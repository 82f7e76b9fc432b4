import type { Imported, ImportedEvent } from '../../talk/imported-talk.ts'
import { readScheduleTalk } from '../schedule-talk.ts'
import { parseXmlElement, type XmlElement } from '../xml-element.ts'

const entry = /<(?:\w+:)?vevent\b[\s\S]*?<\/(?:\w+:)?vevent>/gi

const calendarName = /<(?:[\w-]{1,20}:)?x-wr-calname>([^&]{3,300}?)<\/(?:[\w-]{1,20}:)?x-wr-calname>/i
/** What a calendar is called stands above its entries, in UTF-16 units. */
const maxHeadLength = 10_000

/** The talks of a calendar in XML, as frab and pentabarf export it. */
export function* readXcal(text: string, file: string, fallback: ImportedEvent): Generator<Imported> {
  const [, head = ''] = calendarName.exec(text.slice(0, maxHeadLength)) ?? []
  const called = head.replace(/<[^<>]*>/g, '').trim()
  const event = called === '' || fallback.id ? fallback : { ...fallback, name: called }
  for (const { index, 0: piece } of text.matchAll(entry)) {
    const line = text.slice(0, index).split('\n').length
    const where = `${file}:${line}`
    // Prefixes are declared above, out of its sight.
    const parsed = parseXmlElement(piece.replace(/(<\/?)[\w-]+:(?=[\w-])/g, '$1'), line)
    if ('problem' in parsed) yield { bad: { where, reason: parsed.problem } }
    else yield readScheduleTalk(fieldsOf(parsed.element), { event, where })
  }
}

function fieldsOf({ children }: XmlElement): Readonly<Record<string, unknown>> {
  const isCalled = (name: string) => (child: XmlElement) => child.name.toLowerCase() === name
  // The standard has what an entry says within `<properties>`.
  const said = children.flatMap((child) => (isCalled('properties')(child) ? child.children : [child]))
  const all = (name: string) => said.filter(isCalled(name)).map((child) => textIn(child).trim())
  const [first] = all('dtstart')
  return {
    guid: all('uid')[0],
    title: all('summary')[0] || all('title')[0],
    subtitle: all('subtitle')[0],
    abstract: all('description')[0],
    url: all('url')[0],
    track: all('track')[0] ?? all('categories')[0],
    type: all('type')[0] ?? all('category')[0],
    language: all('language')[0],
    date: first,
    end: all('dtend')[0],
    duration: all('duration')[0],
    room: all('location')[0] ?? all('room')[0],
    persons: said.filter(isCalled('attendee')).map(nameOf),
    links: all('attach').map((url) => ({ url })),
  }
}

/** Newer ones wrap each value: `<summary><text>…`, beside what is said of it: `<parameters>`. */
const textIn = ({ text, children }: XmlElement): string =>
  text.trim() ||
  children
    .filter(({ name }) => name.toLowerCase() !== 'parameters')
    .map(textIn)
    .join(' ')

/** `<attendee><parameters><cn><text>Ada Example</text></cn></parameters><cal-address>mailto:…</cal-address></attendee>` */
function nameOf(attendee: XmlElement): string {
  const parameters = attendee.children.find(({ name }) => name.toLowerCase() === 'parameters')
  const called = parameters?.children.find(({ name }) => name.toLowerCase() === 'cn')
  const name = (called ? textIn(called) : textIn(attendee)).trim()
  return /^mailto:|^\S+@\S+$/i.test(name) ? '' : name
}
