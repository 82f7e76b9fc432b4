import { basename, dirname, join } from 'node:path'
import { pathForPeople } from '../../files/path-for-people.ts'
import { foldName } from '../../text/fold.ts'
import { eventFile } from '../file-names.ts'
import type { EventFolder } from '../folders/event-folders.ts'
import { talkId } from '../folders/talk-id.ts'
import { isYear, yearIn } from '../foreign/dates/written-dates.ts'
import { listedNotes } from '../foreign/lists/listed-notes.ts'
import { eventNameOf, haveSameLetters, isEventName, isGenericName } from '../foreign/words/event-names.ts'
import { saysKindAlone } from '../foreign/words/folder-names.ts'
import { stemOf } from '../foreign/words/titles.ts'
import { hashedValue, hashOfText } from '../hashed.ts'
import type { NoteContext } from '../note/note-context.ts'
import { readIntroduction } from '../note/read-introduction.ts'
import { eventFromFolder, parseEvent } from '../ours/parse-event.ts'
import { readTextFile } from '../read-text-file.ts'
import type { Event } from '../talk.ts'
import type { FileContent } from './file-reading.ts'

async function readEventFile(path: string, id: string): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { event, split, problems } = parseEvent(read.text, { id, file: pathForPeople(path) })
  return {
    ...(event && { event: { value: event, hash: hashOfText(read.text) } }),
    ...(split !== undefined && { split }),
    talks: [],
    problems,
  }
}

/** The file in a folder that says what its event is, if there is one. */
export function eventPathOf({ path, hasEventFile, introduction, notes }: EventFolder): string | undefined {
  if (hasEventFile) return join(path, eventFile)
  const introducing = introduction === undefined ? undefined : join(path, introduction)
  return notes.some((note) => note.path === introducing) ? undefined : introducing
}

/** What introduces a folder, if its `event.yml` says what its event is: it may still list the notes. */
export const indexPathOf = ({ path, hasEventFile, introduction, isIntroductionNote }: EventFolder) =>
  hasEventFile && introduction !== undefined && !isIntroductionNote ? join(path, introduction) : undefined

/** Reads the file of `indexPathOf`. */
export async function readIndex(path: string): Promise<FileContent> {
  const read = await readTextFile(path, { anyEncoding: true })
  return { talks: [], problems: [], ...('text' in read && listedIn(read.text, path)) }
}

const listedIn = (text: string, path: string): Pick<FileContent, 'listed'> => {
  const listed = listedNotes(text, dirname(path))
  return listed.length > 0 ? { listed } : {}
}

/** Reads the file of `eventPathOf`. */
export const readFolderEvent = (path: string, at: EventFolder, byName: Event): Promise<FileContent> =>
  at.hasEventFile ? readEventFile(path, at.id) : readIndexFile(path, at, byName)

/**
 * The event of a folder by the title of what introduces it, if that is an event's: sites call theirs in `_index.md`. If it
 * holds talks of its own, these are served too.
 */
async function readIndexFile(path: string, at: EventFolder, byName: Event): Promise<FileContent> {
  const read = await readTextFile(path, { anyEncoding: true })
  if ('problem' in read) return { talks: [], problems: [] }
  const { readForeignNote } = await import('../foreign/read-foreign-note.ts')
  const note = readForeignNote(read.text, { stem: byName.name, split: 'none' })
  const { pageTitle = '' } = note
  // A page without a text may be called anything: `All talks of 2023`.
  const spelled = spellsName(pageTitle, byName.name) ? pageTitle : undefined
  const title = note.event ?? note.talks[0]?.title ?? spelled
  const named = title === undefined ? undefined : eventOfIndex(path, title, byName)
  const event = named && hashedValue(named)
  const mayBeOne = !at.isRoot && !at.isIntroductionNote && !basename(path).startsWith('_')
  const { talks, talkEvents } = await readIntroduction(path, introductionContext(path, named ?? byName), {
    mayBeOne,
    isAboveTalks: at.isAboveTalks,
  })
  return {
    ...(event && { event }),
    ...listedIn(read.text, path),
    talks,
    ...(talkEvents && { talkEvents }),
    problems: [],
  }
}

/** What is known of what introduces the folder of an event. */
export function introductionContext(path: string, event: Event): NoteContext {
  const stem = stemOf(basename(path))
  return {
    id: talkId(event.id, stem),
    stem,
    hasSiblings: true,
    event,
    isNamedEvent: false,
    isIntroduction: true,
    isStrict: false,
  }
}

/** Whether a title is a folder's name as people write it: with accents, capitals and blanks. */
const spellsName = (title: string, name: string): boolean => foldName(title) === foldName(name)

function eventOfIndex(path: string, title: string, byName: Event): Event | undefined {
  const name = withoutDomain(eventNameOf(title))
  const isOfFolder = /[\p{L}]{3,}/gu
  const words = new Set(byName.name.toLowerCase().match(isOfFolder))
  const isMeant =
    /_index\.\w+$/.test(path) ||
    isEventName(name) ||
    // A folder that is called like any other is what its introduction calls it.
    (isGenericName(byName.name) && !isGenericName(name) && name.split(/\s+/).length <= maxWordsOfName) ||
    (name.toLowerCase().match(isOfFolder) ?? []).some((word) => words.has(word)) ||
    // `OarConf 2018` in `oar-conf-notes`.
    haveSameLetters(name, byName.name) ||
    // `All Day Oars 2020 notes` in `ado2020`.
    (name !== title && byName.year !== undefined && yearIn(name) === byName.year && /^\p{Lu}/u.test(name))
  // A name that was not written to be read says no more than the folder's.
  const isCode = (!/\s/.test(name) && /[-_]/.test(name)) || name.split(/\s[-–—|]\s/).length > 2
  if (!isMeant || isCode || isYear(name) || saysKindAlone(name) || name.length > 80 || /[`/—]/.test(name))
    return undefined
  // What was copied from another year's.
  const said = yearIn(name)
  if (said !== undefined && byName.year !== undefined && said !== byName.year) return undefined
  const year = said ?? byName.year
  return { id: byName.id, name, ...(year !== undefined && { year }) }
}

/** `oarconf.github.io` is called as a folder of that name is. */
function withoutDomain(name: string): string {
  const bare = /^[a-z\d.-]+$/.test(name) ? eventFromFolder(name).name : name
  return name.includes('.') && !bare.includes('.') ? bare : name
}

const maxWordsOfName = 4

/** The event of the corpus's own folder by what its site is called. */
export async function readSiteName(path: string, byName: Event): Promise<FileContent> {
  const read = await readTextFile(path, { anyEncoding: true })
  const { siteNameIn, withoutTagline } = await import('../foreign/sites/site-name.ts')
  const title = 'problem' in read ? undefined : siteNameIn(read.text, path)
  const written = title && withoutTagline(title, byName.name)
  const bare = written && eventNameOf(written)
  const name = bare && isEventName(bare) ? bare : written
  if (name === undefined) return { talks: [], problems: [] }
  const year = yearIn(name) ?? byName.year
  const event = { id: byName.id, name, ...(year !== undefined && { year }) }
  return { event: hashedValue(event), talks: [], problems: [] }
}
