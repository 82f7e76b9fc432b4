import { basename } from 'node:path'
import { messageOf } from '../../files/message-of.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import { madeOnce } from '../../text/remembering.ts'
import type { ForeignNoteOptions } from '../foreign/foreign-note.ts'
import { calledByName } from '../foreign/sites/called-person.ts'
import { hashOfText } from '../hashed.ts'
import { parseTalk } from '../ours/parse-talk.ts'
import type { Problem } from '../problem.ts'
import { readTextFile } from '../read-text-file.ts'
import { contentOfForeign } from './content-of-foreign.ts'
import type { NoteContent } from './note-content.ts'
import type { NoteContext } from './note-context.ts'

/**
 * Reads a note: one in our own form as it is checked, any other for what it says. One that cannot be taken in, such as by
 * what nests without end, is a problem of its own, and keeps no other from being read.
 */
export async function readNote(path: string, context: NoteContext): Promise<NoteContent> {
  const read = await readTextFile(path, { anyEncoding: !context.isStrict })
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  try {
    return await contentOfText(read, path, context)
  } catch (error) {
    const problem: Problem = {
      severity: 'error',
      file: pathForPeople(path),
      message: `cannot be taken in (${messageOf(error)})`,
      advice: 'write what nests deeply or repeats without end more simply',
    }
    return { talks: [], problems: [problem] }
  }
}

async function contentOfText(
  read: { readonly text: string; readonly warning?: Problem },
  path: string,
  context: NoteContext,
): Promise<NoteContent> {
  const file = pathForPeople(path)
  const text = read.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const isMarkdown = /\.(md|markdown|mdown|mkd)$/i.test(path)
  const warnings = read.warning ? [read.warning] : []
  if (context.isPersonPage && text.trim() === '') return { talks: [], problems: [] }
  if (text.trim() === '' && nameOfNone.test(basename(path))) return { talks: [], problems: [beginning(file)] }
  if (isMarkdown && (context.isStrict || isOurs(text) || text.trim() === '')) {
    const { talk, problems } = parseTalk(text, { id: context.id, file, event: context.event })
    if (talk) {
      const hash = hashOfText(text)
      const people = context.isStrict ? [] : calledByName(talk.speakers)
      return {
        talks: [{ value: talk, hash }],
        problems: [...warnings, ...problems],
        ...(people.length > 0 && { called: { people, written: talk.speakers, hash } }),
      }
    }
    if (context.isStrict || text.trim() === '') return { talks: [], problems }
  }
  const { readForeignNote } = await foreignReader()
  const note = readForeignNote(text, foreignOptions(path, context))
  return contentOfForeign(note, { context, file, warnings, text })
}

/** What editors call a note that they make before anybody writes in it. */
const nameOfNone =
  /^(?:untitled|unbenannt|ohne titel|sans titre|sin título|senza titolo|sem título|naamloos)(?: \d+)?\.(?:md|txt)$/iu

const beginning = (file: string): Problem => ({
  severity: 'warning',
  file,
  message: 'is empty, and named by no one, so it is not served',
  advice: 'nothing needs to be done',
  isHarmless: true,
  whyUnserved: 'is empty, and named by no one',
})

/** Loaded with the first note that needs it: our own are read without. Asking Node for it again takes its time with each of thousands. */
const foreignReader = madeOnce(() => import('../foreign/read-foreign-note.ts'))

/** Whether front matter has what only our notes have, or the text has takeaways. */
function isOurs(text: string): boolean {
  if (!text.startsWith('---')) return false
  const end = text.indexOf('\n---', 3)
  return (
    /^(?:kind|speakers|links|followUps|attendees)\s*:/m.test(text.slice(0, end)) ||
    /^#{1,6} takeaways\s*$/im.test(text)
  )
}

/** What is known of a note in no form of ours before it is read. */
export const foreignOptions = (path: string, context: NoteContext): ForeignNoteOptions => ({
  stem: context.stem,
  ...(context.listedAs !== undefined && { listedAs: context.listedAs }),
  hasSiblings: context.hasSiblings,
  ...(/^readme\b/i.test(basename(path)) && { isReadme: true }),
  ...(context.isBeside && { isBeside: true }),
  ...(context.isOfSite && { isOfSite: true }),
  ...(context.isAsideOfTalks && { isAsideOfTalks: true }),
  ...dialectOfName(path),
  ...(context.split !== undefined && { split: context.split }),
})

/** By the ending of the file's name; the text itself tells if that does not. */
export function dialectOfName(path: string): Pick<ForeignNoteOptions, 'dialect' | 'markup'> {
  const ofMarkup = markupOfName(path)
  if (ofMarkup.markup !== undefined) return ofMarkup
  if (/\.(?:md|markdown|mdx|qmd|mdown|mkd)$/i.test(path)) return { dialect: 'markdown' }
  return /\.rst$/i.test(path) ? { dialect: 'restructuredtext' } : {}
}

/** If the ending of the file's name says that it is in one of these. */
function markupOfName(path: string): Pick<ForeignNoteOptions, 'markup'> {
  if (/\.org$/i.test(path)) return { markup: 'org' }
  return /\.(?:adoc|asciidoc)$/i.test(path) ? { markup: 'asciidoc' } : {}
}
