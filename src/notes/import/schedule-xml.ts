import { TextDecoder } from 'node:util'
import sax from 'sax'
import type { Imported, ImportedEvent } from './imported-talk.ts'
import { encodingOf, longestRecord, UnreadableInput } from './input.ts'
import { readScheduleTalk, scheduleEvent } from './schedule-talk.ts'
import type { Source } from './source.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const deepest = 50

/**
 * The talks of a schedule in pentabarf's XML, as frab and pretalx export it, in the memory of one talk. The document
 * type is skipped: entities that it declares, internal or external, stay unresolved text and nothing is ever fetched.
 */
export async function* readScheduleXml(source: Source, eventName: string): AsyncGenerator<Imported> {
  const parser = sax.parser(true, { position: true })
  const found: Imported[] = []
  const path: Element[] = []
  let event: ImportedEvent = { name: eventName }
  let day: string | undefined
  let startLine = 0
  let size = 0
  let failure: string | undefined

  const isKept = () => path.some(({ name }) => name === 'event' || name === 'conference')
  parser.onopentag = (tag) => {
    const element: Element = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      children: [],
      text: '',
    }
    if (path.length >= deepest) failure ??= `elements are nested more than ${deepest} deep`
    if (tag.name === 'day') day = element.attributes.date
    if (!isKept()) {
      startLine = parser.line + 1
      size = 0
    } else if (size <= longestRecord) path.at(-1)?.children.push(element)
    path.push(element)
  }
  const addText = (text: string) => {
    const element = path.at(-1)
    if (!element || !isKept()) return
    size += text.length
    if (size <= longestRecord) element.text += text
  }
  parser.ontext = addText
  parser.oncdata = addText
  parser.onclosetag = () => {
    const element = path.pop()
    if (!element || isKept()) return
    const where = `${source.file}:${startLine}`
    if (element.name === 'conference') event = scheduleEvent(fieldsOf(element), eventName)
    if (element.name !== 'event') return
    if (size > longestRecord)
      found.push({ bad: { where, title: textOf(element, 'title'), reason: 'is longer than 1 MiB' } })
    else found.push(readScheduleTalk(fieldsOf(element), { event, where, day }))
  }
  parser.onerror = (error) => {
    const [message = ''] = error.message.split('\n')
    // References to entities that XML itself does not define are left as they are written.
    if (!/character entity|entity name/i.test(message))
      failure ??= `${message.toLowerCase()} (line ${parser.line + 1})`
    parser.error = null as unknown as Error
  }

  let decoder: TextDecoder | undefined
  for await (const chunk of source.bytes()) {
    decoder ??= new TextDecoder(declaredEncoding(chunk), { fatal: true })
    parser.write(decodeOrExplain(decoder, chunk, parser.line))
    yield* found.splice(0)
    if (failure) throw new UnreadableInput(`it is no well-formed XML: ${failure}`)
  }
  parser.close()
  yield* found.splice(0)
  if (failure) throw new UnreadableInput(`it is no well-formed XML, or ends too early: ${failure}`)
}

/** The element's children in the shape that the JSON export has. */
function fieldsOf(element: Element): Readonly<Record<string, unknown>> {
  const list = (name: string, item: string) =>
    element.children
      .filter((child) => child.name === name)
      .flatMap(({ children }) => children.filter((child) => child.name === item))
  const texts = Object.fromEntries(element.children.map((child) => [child.name, child.text]))
  const linked = (child: Element) => ({ ...child.attributes, title: child.text.trim() })
  return {
    ...texts,
    ...element.attributes,
    persons: list('persons', 'person').map((child) =>
      (textOf(child, 'name') ?? child.text).replace(/\s+/g, ' ').trim(),
    ),
    links: list('links', 'link').map(linked),
    attachments: list('attachments', 'attachment').map(linked),
  }
}

const textOf = (element: Element, name: string) =>
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
    throw new UnreadableInput(`it is not ${decoder.encoding.toUpperCase()} (after line ${line + 1})`)
  }
}
