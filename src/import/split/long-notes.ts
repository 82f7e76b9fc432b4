import { basename } from 'node:path'
import { type ForeignNote, readForeignNote } from '../../notes/foreign/read-foreign-note.ts'
import { stemOf } from '../../notes/foreign/titles.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'

export interface LongNotesOptions {
  /** The depth of the headings that are talks, from 1; found out if absent. */
  readonly level?: number
}

/**
 * Splits the notes of a whole event into its talks. In Markdown and reStructuredText the headings tell; in plain text
 * the titles are guessed from their shape. What belongs to no talk is not imported but told.
 */
export function* readLongNotes(
  text: string,
  file: string,
  fallback: ImportedEvent,
  { level }: LongNotesOptions = {},
): Generator<Imported> {
  const note = readForeignNote(text, {
    stem: stemOf(basename(file)),
    isLong: true,
    ...(level !== undefined && { level }),
  })
  if (level !== undefined && !note.levels.has(level)) {
    yield { bad: { where: file, reason: `no headings of level ${level} found; ${describeLevels(note)}` } }
    return
  }
  if (note.talks.length === 0) {
    yield {
      bad: {
        where: file,
        reason: note.skipped ?? 'no headings of talks found; put `# ` before the title of each talk',
      },
    }
    return
  }
  if (note.isGuessed) {
    const advice = 'if some are missing or wrong, put `# ` before the title of every talk and import it again'
    yield { hint: `In ${file} the titles of talks are guessed: ${advice}.` }
  }
  if (note.unclosedLine !== undefined)
    yield {
      hint: `The code that begins at ${file}:${note.unclosedLine} is never closed, so that all below is part of it.`,
    }
  if (note.left.length > 0) yield { hint: `Not taken from ${file}: ${describeLeft(note.left)}.` }
  const event: ImportedEvent = fallback.id ? fallback : { name: note.event ?? fallback.name }
  for (const { line, blocks, ...talk } of note.talks)
    yield { where: `${file}:${line}`, talk: { ...talk, event, text: { form: 'notes', blocks } } }
}

function describeLevels({ levels }: ForeignNote): string {
  const found = [...levels].map(([depth, count]) => `${count} of level ${depth}`)
  return found.length > 0 ? `there are ${found.join(', ')}` : 'there are none at all'
}

const maxLeftShown = 10

function describeLeft(left: ForeignNote['left']): string {
  const shown = left
    .slice(0, maxLeftShown)
    .map(({ from, to, what }) => `${from === to ? `line ${from}` : `lines ${from}–${to}`} (${what})`)
  const more = left.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more places`] : [])].join(', ')
}
