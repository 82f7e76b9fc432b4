import { TextDecoder } from 'node:util'
import sax from 'sax'
import type { ImportSource } from '../read/import-source.ts'
import { encodingOf, UnreadableInput } from '../read/input.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { readScheduleTalk, type ScheduleContext, scheduleEvent } from './schedule-talk.ts'
import { createXmlSplitter, type XmlPiece } from './split-xml.ts'
import { maxElementDepth, parseXmlElement, type XmlElement } from './xml-element.ts'

/**
 * The talks of a schedule in pentabarf's XML, as frab and pretalx export it, in the memory of one talk. Each is parsed
 * by itself, so that a bad one spoils no other. The document type is skipped: entities that it declares, internal or
 * external, stay unresolved text and nothing is ever fetched.
 */
export async function* readScheduleXml(source: ImportSource, eventName: string): AsyncGenerator<Imported> {
  const splitter = createXmlSplitter()
  const frame = createFrame()
  let event: ImportedEvent = { name: eventName }
  let baseUrl: string | undefined

  function* readPieces(pieces: Iterable<XmlPiece>): Generator<Imported> {
    for (const piece of pieces) {
      if ('rest' in piece) {
        frame.write(piece.rest)
        continue
      }
      // So that the frame counts lines as the document does.
      frame.write('\n'.repeat(piece.text.split('\n').length - 1))
      // Other programs than pentabarf's call them entries.
      if (piece.element === 'event' || piece.element === 'entry') {
        const where = `${source.file}:${piece.line}`
        yield readEvent(piece, { event, where, day: frame.day(), room: frame.room(), baseUrl })
        continue
      }
      const parsed = parseXmlElement(piece.text, piece.line)
      if (!('element' in parsed)) continue
      if (piece.element === 'base_url') baseUrl ??= parsed.element.text.trim()
      else {
        event = scheduleEvent(fieldsOf(parsed.element), eventName)
        baseUrl ??= textOf(parsed.element, 'base_url')
      }
    }
  }

  let decoder: TextDecoder | undefined
  for await (const chunk of source.bytes()) {
    decoder ??= new TextDecoder(declaredEncoding(chunk), { fatal: true })
    yield* readPieces(splitter.write(decodeOrExplain(decoder, chunk, frame.line())))
  }
  yield* readPieces(splitter.write('', true))
  const unclosed = splitter.unclosed()
  const failure = unclosed ? `the <${unclosed.element}> of line ${unclosed.line} is not closed` : frame.end()
  if (failure) throw new UnreadableInput(`it is no well-formed XML, or ends too early: ${failure}`)
}

function readEvent(piece: Exclude<XmlPiece, { rest: string }>, context: ScheduleContext): Imported {
  const parsed = piece.problem ? { problem: piece.problem } : parseXmlElement(piece.text, piece.line)
  if ('element' in parsed) return readScheduleTalk(fieldsOf(parsed.element), context)
  const [, title = ''] = /<title>([^<]{1,100})/.exec(piece.text) ?? []
  return { bad: { where: context.where, title: title.trim() || undefined, reason: parsed.problem } }
}

/** Follows the document around its events: which day and room it is, and whether all that is opened is closed. */
function createFrame() {
  const parser = sax.parser(true, { position: true })
  let depth = 0
  let day: string | undefined
  let room: string | undefined
  let failure: string | undefined
  parser.onopentag = (tag) => {
    if (++depth > maxElementDepth)
      throw new UnreadableInput(`its elements are nested more than ${maxElementDepth} deep`)
    if (tag.name === 'day') day = String(tag.attributes.date ?? '')
    if (tag.name === 'room') room = String(tag.attributes.name ?? '')
  }
  parser.onclosetag = () => {
    depth--
  }
  parser.onerror = ({ message }) => {
    const [what = ''] = message.toLowerCase().split('\n')
    const text = `${what} (line ${parser.line + 1})`
    // What has no end would fill the memory; anything else is told when all talks are read.
    if (what.startsWith('max buffer')) throw new UnreadableInput(`it is no well-formed XML: ${text}`)
    if (!/character entity|entity name/.test(what)) failure ??= text
    parser.error = null as unknown as Error
  }
  return {
    write: (text: string) => parser.write(text),
    day: () => day,
    room: () => room,
    /** From 1. */
    line: () => parser.line + 1,
    /** @returns what was wrong, if anything */
    end: () => {
      parser.close()
      return failure
    },
  }
}

/** The element's children in the shape that the JSON export has. */
function fieldsOf(element: XmlElement): Readonly<Record<string, unknown>> {
  const list = (name: string, item: string) =>
    element.children
      .filter((child) => child.name === name)
      .flatMap(({ children }) => children.filter((child) => child.name === item))
  const texts = Object.fromEntries(element.children.map((child) => [child.name, child.text]))
  const linked = (child: XmlElement) => ({ ...child.attributes, title: child.text.trim() })
  return {
    ...texts,
    ...element.attributes,
    // `0930`
    ...(/^\d{4}$/.test(texts.start ?? '') && { start: texts.start?.replace(/(?=\d\d$)/, ':') }),
    ...(texts.type === undefined && texts.category !== undefined && { type: texts.category }),
    persons: [...list('persons', 'person'), ...list('speakers', 'speaker')].map((child) =>
      (textOf(child, 'name') ?? child.text).replace(/\s+/g, ' ').trim(),
    ),
    links: list('links', 'link').map(linked),
    attachments: list('attachments', 'attachment').map(linked),
  }
}

const textOf = (element: XmlElement, name: string) =>
  element.children.find((child) => child.name === name)?.text.trim()

function declaredEncoding(head: Buffer): string {
  const byMark = encodingOf(head)
  if (byMark !== 'utf-8') return byMark
  const [, label = 'utf-8'] =
    /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
      head.toString('latin1', 0, 200),
    ) ?? []
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new UnreadableInput(`its encoding "${label}" is not known`)
  }
}

function decodeOrExplain(decoder: TextDecoder, chunk: Buffer, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw new UnreadableInput(`it is not ${decoder.encoding.toUpperCase()} (after line ${line})`)
  }
}
