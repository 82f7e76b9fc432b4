import ICAL from 'ical.js'
import { isPause, talkKind } from '../../notes/foreign/talk-kind.ts'
import { distinctLinks, webLink } from '../../notes/foreign/web-link.ts'
import { maxRecordLength, UnreadableInput } from '../read/input.ts'
import { readFoldedLines, toUtf8 } from '../read/lines.ts'
import type { Source } from '../read/source.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { looseDateOf } from './record-fields.ts'

interface OpenEntry {
  readonly where: string
  readonly line: number
  readonly lines: string[]
  size: number
  problem?: string
}

/** The entries of a calendar, each parsed by itself, so that a bad one spoils no other. */
export async function* readICalendar(source: Source, fallback: ImportedEvent): AsyncGenerator<Imported> {
  let event = fallback
  let madeBy = ''
  let entry: OpenEntry | undefined
  for await (const line of readFoldedLines(toUtf8(source.bytes()))) {
    const where = `${source.file}:${line.line}`
    if ('problem' in line) {
      if (entry) entry.problem ??= `line ${line.line} ${line.problem}`
      else yield { bad: { where, reason: line.problem } }
      continue
    }
    const text = line.text.trimEnd()
    const [, name = '', value = ''] = /^([\w-]+)(?:;[^:]*)?:(.*)$/.exec(text) ?? []
    if (/^BEGIN:VEVENT$/i.test(text)) {
      if (entry) yield { bad: { where: entry.where, reason: 'has no END:VEVENT' } }
      entry = { where, line: line.line, lines: [], size: 0 }
    } else if (/^END:VEVENT$/i.test(text) && entry) {
      yield readEntry(entry, { event, madeBy })
      entry = undefined
    } else if (entry) {
      entry.size += text.length
      if (entry.size <= maxRecordLength) entry.lines.push(text)
      else entry.problem ??= 'is longer than 1 MiB'
    } else if (name.toUpperCase() === 'X-WR-CALNAME' && value.trim()) {
      event = { ...event, name: event.id ? event.name : unescapeText(value) }
    } else if (name.toUpperCase() === 'PRODID') madeBy = value
  }
  if (entry) throw new UnreadableInput(`it ends too early: the entry of line ${entry.line} has no END:VEVENT`)
}

interface EntryContext {
  readonly event: ImportedEvent
  readonly madeBy: string
}

function readEntry({ where, lines, problem }: OpenEntry, { event, madeBy }: EntryContext): Imported {
  if (problem) return { bad: { where, reason: problem } }
  let entry: ICAL.Component
  try {
    entry = new ICAL.Component(
      ICAL.parse(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')) as [string, unknown[], unknown[]],
    )
  } catch (error) {
    return { bad: { where, reason: error instanceof Error ? error.message.slice(0, 200) : 'cannot be read' } }
  }
  const properties = (name: string) => entry.getAllProperties(name)
  const value = (name: string) => properties(name).flatMap(valuesOf)[0] ?? ''
  const summary = value('summary').replace(/\s+/g, ' ')
  if (!summary) return { bad: { where, reason: 'SUMMARY: is missing or empty' } }
  const key = value('uid') || `${startOf(lines) ?? ''}/${summary}`
  if (/^cancelled$/i.test(value('status'))) return { passed: where, cancelled: { event, key } }
  const attendees = properties('attendee')
    .map((attendee) => String(attendee.getFirstParameter('cn') ?? '').trim())
    .filter((name) => name && !name.includes('@'))
  const { title, names } = /pretalx/i.test(madeBy) ? splitSummary(summary) : { title: summary, names: [] }
  const speakers = names.length > 0 ? names : attendees
  if (isPause(title, speakers.length)) return { passed: where }
  const categories = properties('categories').flatMap(valuesOf)
  return {
    where,
    talk: {
      key,
      event,
      title,
      kind: talkKind(categories.join(', '), title),
      speakers: speakers.map((name) => ({ name })),
      tags: categories,
      links: distinctLinks([webLink(value('url'), 'Page of the talk', 'site')]),
      date: startOf(lines),
      text: { form: 'abstract', value: value('description') },
    },
  }
}

/** The values as they are written, unescaped: ical.js's own objects throw if a date or duration is none. */
function valuesOf(property: ICAL.Property): readonly string[] {
  const [, , , ...values] = property.toJSON() as readonly unknown[]
  return values.map((one) => (typeof one === 'object' ? '' : String(one ?? '').trim()))
}

/** From the line itself: what ical.js makes of a date that is written another way is no date any more. */
function startOf(lines: readonly string[]): string | undefined {
  const texts = lines.flatMap((line) => /^DTSTART(?:;(?:"[^"]*"|[^:"])*)?:(.*)$/i.exec(line)?.[1] ?? [])
  return looseDateOf(texts[0] ?? '')
}

/** pretalx puts ` - ` and the speakers behind the title, even if there are none. */
function splitSummary(summary: string): { readonly title: string; readonly names: readonly string[] } {
  const [, title = summary, names = ''] = /^(.+) -(?: (.*))?$/.exec(summary) ?? []
  return { title, names: names.split(/\s*,\s*/).filter(Boolean) }
}

const unescapeText = (value: string) =>
  value.replace(/\\([\\;,n])/gi, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim()
