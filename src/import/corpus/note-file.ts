import { stringify } from 'yaml'
import { contentHash, type RecordSource, type TalkRecord } from '../../notes/talk-record.ts'

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
  const plain = text.replace(/\r\n?/g, '\n')
  // The last one: code in the note may show others.
  const found = [...plain.matchAll(/\n?<!-- Imported ("[^\n]*?") ([0-9a-f]{16})(?: ("[^\n]*?"))? -->/g)].at(
    -1,
  )
  if (!found) return undefined
  const [marker, key = '', hash = '', file] = found
  const note = `${plain.slice(0, found.index)}${plain.slice(found.index + marker.length)}`
  try {
    const from = file === undefined ? {} : { file: String(JSON.parse(file)) }
    return {
      key: String(JSON.parse(key)),
      hash,
      ...from,
      edited: contentHash(`${note.trimEnd()}\n`) !== hash,
    }
  } catch {
    return undefined
  }
}
