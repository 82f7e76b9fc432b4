import { basename } from 'node:path'
import { parseJson } from '../text/parse-json.ts'
import { readICalendar } from './formats/icalendar.ts'
import { isFolderFacts, jsonReaderOf } from './formats/json-formats.ts'
import { readPyvideoLines } from './formats/pyvideo.ts'
import { recognise } from './formats/recognise.ts'
import { readScheduleXml } from './formats/schedule-xml.ts'
import { readHead, readInputText, UnreadableInput } from './read/input.ts'
import type { Source } from './read/source.ts'
import { type LongNotesOptions, readLongNotes } from './split/long-notes.ts'
import type { Imported, ImportedEvent } from './talk/imported-talk.ts'

/**
 * Reads one file of any format that is known, found out from its content. Throws UnreadableInput if the file is of
 * none, or cannot be read to its end; what was read until then stands. `eventName` is for formats that name no event.
 */
export async function* readSource(
  source: Source,
  eventName?: string,
  options: LongNotesOptions = {},
): AsyncGenerator<Imported> {
  const name = eventName ?? nameOf(source.file)
  for await (const found of readFormat(source, name, options)) {
    if (!('talk' in found)) {
      yield found
      continue
    }
    const { event } = found.talk
    const isGuess = event.isGuess || (!event.id && event.name === name)
    const file = found.where === source.file ? undefined : basename(source.path)
    yield { ...found, talk: { ...found.talk, file, event: { ...event, isGuess } } }
  }
}

/** `name` is the event's if the source names none. */
async function* readFormat(
  source: Source,
  name: string,
  options: LongNotesOptions,
): AsyncGenerator<Imported> {
  const format = recognise(await readHead(source.path), source.path)
  const event: ImportedEvent = source.event ?? { name }
  if (typeof format === 'object') throw new UnreadableInput(`it ${format.unknown}`)
  if (format === 'pyvideo-lines') yield* readPyvideoLines(source)
  else if (format === 'schedule-xml') yield* readScheduleXml(source, name)
  else if (format === 'icalendar') yield* readICalendar(source, event)
  else if (format === 'notes')
    yield* readLongNotes(await readInputText(source.bytes()), source, event, options)
  else yield* readJson(parseDocument(await readInputText(source.bytes())), source, event)
}

function* readJson(value: unknown, source: Source, event: ImportedEvent): Generator<Imported> {
  const read = jsonReaderOf(value)
  if (read) yield* read(source, event)
  else if (!isFolderFacts(value, source.path))
    throw new UnreadableInput(
      'it is JSON, but neither a pyvideo talk nor a schedule of frab, pretalx or Sessionize',
    )
}

const parseDocument = (text: string): unknown =>
  parseJson(text, (line) => {
    const where = line === undefined ? '' : ` (line ${line})`
    throw new UnreadableInput(`it is not valid JSON${where}; is it cut off?`)
  })

/** `pycon-uk_2012.schedule.xml` → `Pycon uk 2012`. */
function nameOf(file: string): string {
  const words = basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.\w{1,8}$/, '')
    .replace(/[-_.\s]+/g, ' ')
    .replace(/\b(schedule|sessions|talks|notes|export|all)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Imported talks'
}
