import ICAL from 'ical.js'
import type { Imported, ImportedEvent } from './imported-talk.ts'
import { longestRecord, readLines, UnreadableInput } from './input.ts'
import { dateOf } from './record-fields.ts'
import type { Source } from './source.ts'
import { isPause, talkKind } from './talk-kind.ts'
import { distinctLinks, webLink } from './web-link.ts'

/** The entries of a calendar, each parsed by itself, so that a bad one spoils no other. */
export async function* readICalendar(source: Source, fallback: ImportedEvent): AsyncGenerator<Imported> {
  let event = fallback
  let madeBy = ''
  let entry: string[] | undefined
  let startLine = 0
  let size = 0
  for await (const line of readLines(source.bytes())) {
    const where = `${source.file}:${line.line}`
    if ('problem' in line) {
      yield { bad: { where, reason: line.problem } }
      continue
    }
    const text = line.text.replace(/\r$/, '')
    const [, name = '', value = ''] = /^([\w-]+)(?:;[^:]*)?:(.*)$/.exec(text) ?? []
    if (/^BEGIN:VEVENT$/i.test(text)) {
      if (entry) yield { bad: { where: `${source.file}:${startLine}`, reason: 'has no END:VEVENT' } }
      entry = []
      startLine = line.line
      size = 0
    } else if (/^END:VEVENT$/i.test(text) && entry) {
      const at = `${source.file}:${startLine}`
      if (size > longestRecord) yield { bad: { where: at, reason: 'is longer than 1 MiB' } }
      else yield readEntry(entry.join('\r\n'), { where: at, event, madeBy })
      entry = undefined
    } else if (entry) {
      size += text.length
      if (size <= longestRecord) entry.push(text)
    } else if (name.toUpperCase() === 'X-WR-CALNAME' && value.trim()) {
      event = { ...event, name: event.id ? event.name : unescapeText(value) }
    } else if (name.toUpperCase() === 'PRODID') madeBy = value
  }
  if (entry) throw new UnreadableInput(`it ends too early: the entry of line ${startLine} has no END:VEVENT`)
}

interface EntryContext {
  readonly where: string
  readonly event: ImportedEvent
  readonly madeBy: string
}

function readEntry(text: string, { where, event, madeBy }: EntryContext): Imported {
  let entry: ICAL.Component
  try {
    entry = new ICAL.Component(
      ICAL.parse(`BEGIN:VEVENT\r\n${text}\r\nEND:VEVENT`) as [string, unknown[], unknown[]],
    )
  } catch (error) {
    return { bad: { where, reason: error instanceof Error ? error.message.slice(0, 200) : 'cannot be read' } }
  }
  const value = (name: string) => String(entry.getFirstPropertyValue(name) ?? '').trim()
  const summary = value('summary').replace(/\s+/g, ' ')
  if (!summary) return { bad: { where, reason: 'SUMMARY: is missing or empty' } }
  if (/^cancelled$/i.test(value('status'))) return { passed: where }
  const attendees = entry
    .getAllProperties('attendee')
    .map((attendee) => String(attendee.getFirstParameter('cn') ?? '').trim())
    .filter((name) => name && !name.includes('@'))
  // pretalx puts the speakers behind the title.
  const [, title = summary, names = ''] = (/pretalx/i.test(madeBy) && /^(.+) - ([^-]+)$/.exec(summary)) || []
  const speakers = names ? names.split(/\s*,\s*/) : attendees
  if (isPause(title, speakers.length)) return { passed: where }
  const categories = entry
    .getAllProperties('categories')
    .flatMap((property) => property.getValues().map(String))
  const date = dateOf(value('dtstart'))
  return {
    where,
    talk: {
      key: value('uid') || `${date ?? ''}/${summary}`,
      event,
      title,
      kind: talkKind(categories.join(', '), title),
      speakers: speakers.map((name) => ({ name })),
      tags: categories,
      links: distinctLinks([webLink(value('url'), 'Page of the talk', 'site')]),
      date,
      text: { form: 'abstract', value: value('description') },
    },
  }
}

const unescapeText = (value: string) =>
  value
    .replace(/\\([\\;,])/g, '$1')
    .replace(/\\n/gi, ' ')
    .trim()
