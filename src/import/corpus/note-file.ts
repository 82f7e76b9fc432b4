import { stringify } from 'yaml'
import { contentHash, type RecordSource, type TalkRecord } from '../../notes/talk-record.ts'
import { parseJson } from '../../text/parse-json.ts'

/** Where lines of a note wrap, in characters. */
export const noteWidth = 110

/** A record as the text of a note, `<id>.md`. Its last line, which no reader of notes shows, is the record's source. */
export function writeNote({ id: _, body, source, ...frontMatter }: TalkRecord): {
  readonly text: string
  readonly hash: string
} {
  const note = `---\n${stringify(frontMatter, { lineWidth: 0, collectionStyle: 'any' })}---\n${body.trimEnd()}\n`
  const hash = contentHash(note)
  const from = source.file === undefined ? '' : ` ${inComment(source.file)}`
  return { text: `${note}\n<!-- Imported ${inComment(source.key)} ${hash}${from} -->\n`, hash }
}

/** In JSON with no `-` left: two of them would end the comment. */
const inComment = (text: string) => JSON.stringify(text).replaceAll('-', '\\u002d')

/**
 * What writeNote wrote at the end of a note, wherever it stands now, and whether somebody has edited the note since;
 * undefined for notes that were not imported.
 */
export function readNoteSource(text: string): (RecordSource & { readonly edited: boolean }) | undefined {
  const unixText = text.replace(/\r\n?/g, '\n')
  // The last one: code in the note may show others.
  const found = unixText.matchAll(sourceComment).toArray().at(-1)
  if (!found) return undefined
  const [marker, keyText = '', hash = '', fileText] = found
  const key = parseJson(keyText)
  const file = fileText === undefined ? undefined : parseJson(fileText)
  if (typeof key !== 'string' || (fileText !== undefined && typeof file !== 'string')) return undefined
  const note = `${unixText.slice(0, found.index)}${unixText.slice(found.index + marker.length)}`
  const from = typeof file === 'string' ? { file } : {}
  return {
    key,
    hash,
    ...from,
    edited: !endsOf.some((end) => contentHash(`${note.trimEnd()}${end}`) === hash),
  }
}

/** A note without a text ends with the line on which the text would stand. */
const endsOf = ['\n', '\n\n']

const sourceComment = /\n?<!-- Imported ("(?:[^\n"\\]|\\.)*") ([0-9a-f]{16})(?: ("(?:[^\n"\\]|\\.)*"))? -->/g
