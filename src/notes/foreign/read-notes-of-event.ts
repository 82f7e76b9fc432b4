import { usesTightHeadings } from '../../markup/tool-syntax.ts'
import type { ForeignNote, ForeignNoteOptions } from './foreign-note.ts'
import { readForeignNote } from './read-foreign-note.ts'

/**
 * Notes of a whole event that lie in no folder of notes. What they are written in is guessed whatever their name ends on, and headings
 * of Markdown like `#Tides` are the last to be taken for some: such lines are tags and numbers as well.
 */
export function readNotesOfEvent(text: string, { dialect, ...options }: ForeignNoteOptions): ForeignNote {
  const ofEvent = { ...options, isLong: true }
  const note = readForeignNote(text, ofEvent)
  if (note.talks.length > 0 || dialect !== 'markdown' || !beginsTightly(text)) return note
  return readForeignNote(text, { ...ofEvent, dialect })
}

/** Whether a text begins with a heading like `#Tides`, and has others. */
function beginsTightly(text: string): boolean {
  const lines = text.split(/\r\n?|\n/)
  const [first, ...others] = lines.filter((line) => /^#{1,6}[^#\s!]/.test(line))
  return (
    first !== undefined &&
    others.length > 0 &&
    first === lines.find((line) => line.trim()) &&
    usesTightHeadings(lines)
  )
}
