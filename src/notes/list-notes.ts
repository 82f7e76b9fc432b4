import { basename, join, resolve } from 'node:path'
import { describeFileFailure } from '../files/describe-file-failure.ts'
import { errorCode } from '../files/error-code.ts'
import { foldFileName } from '../files/fold-file-name.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { whyNoFolder } from '../files/why-no-folder.ts'
import { foldName } from '../text/fold.ts'
import { isEventName } from './foreign/event-names.ts'
import {
  isBesideName,
  isKindName,
  isPartName,
  isSentence,
  isShapeOrTopic,
  isSiteName,
  readableName,
  stemOf,
  withoutId,
} from './foreign/titles.ts'
import { dayIn, yearIn } from './foreign/written-dates.ts'
import { isIndexName, isNoteEnding, isNoteName, isSourceName, isYear } from './note-names.ts'
import { eventFile } from './parse-event.ts'
import { synonymsFile } from './parse-synonyms.ts'
import type { Problem } from './problem.ts'
import { recordsFile } from './talk-record.ts'
import { failureOf, readEntries, type WalkedFolder, walkFolders } from './walk-folders.ts'

/** A folder of the corpus that stands for an event. */
export interface EventFolder {
  /** Its path within the corpus, in NFC: file systems differ in how they store accents. */
  readonly id: string
  readonly path: string
  /** What the event is called if nothing else says it: of the folder's name, and its parent's if it is only a year. */
  readonly folderName: string
  readonly hasEventFile: boolean
  /** Whether it holds talks as records, in talks.jsonl. */
  readonly hasRecords: boolean
  /** The file that introduces the folder: `README.md`, `_index.md`. */
  readonly index?: string
  readonly notes: readonly NoteFile[]
}

interface NoteFile {
  /** Its path. */
  readonly path: string
  /** Within the event, and without its ending. */
  readonly id: string
  /** What its title is if nothing else says one. */
  readonly stem: string
  /** Whether other notes lie beside it. */
  readonly hasSiblings: boolean
  /** Whether its folder is one of people, firms or places: what lies there is seldom a talk. */
  readonly isBeside?: boolean
  /** Whether its event is the corpus's own. */
  readonly isRoot?: boolean
  /** The day that a folder within the event's names, `YYYY-MM-DD`. */
  readonly day?: string
}

export interface NotesListing {
  readonly folders: readonly EventFolder[]
  /** Whether there is a synonyms.yml. */
  readonly hasSynonyms: boolean
  readonly presence: Presence
  readonly problems: readonly Problem[]
  readonly others: OtherFiles
  /** Folders in which another disk is mounted; and those in which nothing is, of which one may have been such. */
  readonly mounts: readonly string[]
  readonly bare: readonly string[]
}

/** What lies among the notes and is none. */
interface OtherFiles {
  /** How many there are of each ending. */
  readonly counts: Readonly<Record<string, number>>
  /** Some that an import may be able to read, as paths for people. */
  readonly sources: readonly string[]
  /** Texts whose names say that they are no notes, such as templates and a repository's own papers, as paths for people. */
  readonly notNotes: readonly string[]
}

/**
 * Whether the notes are there at all: `empty` if the folder can be read and holds no note, `gone` if there is no such
 * folder, `unreadable` if nobody can tell.
 */
export type Presence = 'there' | 'empty' | 'gone' | 'unreadable'

/**
 * Looks where the notes are, at any depth: the nearest folder is the event, and so is what lies in the corpus's own. What
 * an import has kept is in an event's `talks.jsonl`. Never throws.
 * @param linksTo folders outside of it that links may lead to
 * @param entriesOf what lies in a folder. Default: it is read.
 */
export async function listNotes(
  folder: string,
  linksTo: readonly string[] = [],
  entriesOf = readEntries,
): Promise<NotesListing> {
  const problems: Problem[] = []
  const report = (severity: Problem['severity'], path: string, message: string, advice: string) =>
    problems.push({ severity, file: pathForPeople(path), message, advice })
  const walk = await walkFolders(folder, linksTo, entriesOf)
  const [root] = walk.folders
  for (const { path, leads } of walk.links) {
    if (leads === 'back')
      report('warning', path, 'is a symbolic link that leads back to a folder above it', 'remove the link')
    else if (leads === 'out')
      report(
        'warning',
        path,
        'is a link that leads out of the notes, so it is not read',
        'copy what it leads to, or name its folder in HALLWAY_LINKS',
      )
    else report('warning', path, 'is a link to a folder, so it is not read', 'link its notes one by one')
  }
  for (const { path, error } of walk.folders)
    if (error !== undefined) report('error', path, ...describeFolderFailure(error, path === folder))
  if (walk.isCut)
    report(
      'warning',
      folder,
      'holds more folders than notes have, so not all are read',
      'name a folder within it',
    )
  for (const { path, entries } of walk.folders)
    for (const { name, kind } of entries)
      if (kind === 'file' && /^event\.ya?ml$/i.test(name) && name !== eventFile)
        report('warning', join(path, name), 'is not read', `rename it to ${eventFile}`)

  const folders = eventFoldersOf(folder, walk.folders)
  const others = othersOf(walk.folders)
  const presence = presenceOf(root, folders, problems)
  if (presence === 'empty') report('error', folder, ...describeEmpty(folder, others))
  // After it is known whether notes are there: these folders are not the notes'.
  for (const named of linksTo) {
    const why = await whyNoFolder(named)
    if (why !== undefined)
      report('error', named, why, `correct HALLWAY_LINKS, which names ${named}, or bring the folder back`)
  }
  return {
    folders,
    hasSynonyms: root?.entries.some(({ name, kind }) => kind === 'file' && name === synonymsFile) ?? false,
    presence,
    problems,
    others,
    mounts: walk.folders.flatMap(({ path, isMount }) => (isMount ? [path] : [])),
    bare: walk.folders.flatMap(({ path, entries, error }) =>
      entries.length === 0 && error === undefined ? [path] : [],
    ),
  }
}

/** @param isRoot whether it is the folder of the notes, which somebody has named */
function describeFolderFailure(error: unknown, isRoot: boolean): readonly [message: string, advice: string] {
  const [message, advice] = describeFileFailure(error)
  return isRoot && errorCode(error) === 'ENOENT'
    ? [
        message,
        'create it, correct the name or link that leads here, or set HALLWAY_CORPUS to the folder of your notes',
      ]
    : [message, advice]
}

function presenceOf(
  root: WalkedFolder | undefined,
  folders: readonly EventFolder[],
  problems: readonly Problem[],
): Presence {
  const failure = root && failureOf(root)
  if (failure !== undefined) return failure === 'ENOENT' ? 'gone' : 'unreadable'
  const hasNotes = folders.some(({ notes, hasRecords }) => notes.length > 0 || hasRecords)
  // A folder that cannot be read may hold some.
  return hasNotes || problems.some(({ severity }) => severity === 'error') ? 'there' : 'empty'
}

/** What was found instead of notes, and what would help. */
function describeEmpty(
  folder: string,
  { counts, sources }: OtherFiles,
): readonly [message: string, advice: string] {
  const found = Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([ending, count]) => `${count} ${ending}`)
  const place = pathForPeople(join(folder, 'my-event', 'my-talk.md'))
  const note = `put a note into it, e.g. ${place}`
  if (found.length === 0) return ['holds no notes', note]
  const files = `${found.join(', ')} ${Object.keys(counts).length > found.length ? 'and other files' : 'files'}`
  const [source] = sources
  return [
    `holds no notes, but ${files}`,
    source === undefined
      ? `notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or ${note}`
      : `if they are schedules or lists of talks, try \`hallway import ${source}\`; or ${note}`,
  ]
}

interface OpenEventFolder extends Omit<EventFolder, 'notes'> {
  readonly notes: NoteFile[]
}

/** The folders that are events: each that holds notes, but for those of days and tracks, which are part of one above. */
function eventFoldersOf(root: string, walked: readonly WalkedFolder[]): readonly EventFolder[] {
  const byKey = new Map(walked.map((folder) => [keyOf(folder.steps), folder]))
  const isOfTalks = /talks?|conf|meet-?up|notes|presentations|slides|speaking/i.test(basename(resolve(root)))
  const isAlone = !walked.some(
    ({ steps, entries }) =>
      (!isOfTalks && entries.some(isCode)) || (steps.length > 0 && entries.some(isNoteOrIndex)),
  )
  const pages = new Set(walked.filter((folder) => isPage(folder, isAlone)).map(({ steps }) => keyOf(steps)))
  const pagesIn = (steps: readonly string[]) => {
    let count = 0
    for (const { name } of byKey.get(keyOf(steps))?.entries ?? [])
      if (pages.has(keyOf([...steps, name]))) count++
    return count
  }
  const open = new Map<string, OpenEventFolder>()
  const openAt = (steps: readonly string[]): OpenEventFolder => {
    const key = keyOf(steps)
    const known = open.get(key)
    if (known) return known
    const { path, entries = [] } = byKey.get(key) ?? { path: join(root, ...steps) }
    const has = (name: string) => entries.some((entry) => entry.kind === 'file' && entry.name === name)
    const index = entries.find(({ name, kind }) => kind === 'file' && isIndexName(name))?.name
    const opened: OpenEventFolder = {
      id: steps.length > 0 ? steps.map(withoutId).join('/').normalize('NFC') : idOfRoot(root, byKey.get('')),
      path,
      folderName: folderNameOf(steps, basename(resolve(root))),
      hasEventFile: has(eventFile),
      hasRecords: has(recordsFile),
      ...(index !== undefined && { index }),
      notes: [],
    }
    open.set(key, opened)
    return opened
  }
  const isEvent = (steps: readonly string[]) => {
    const { entries = [] } = byKey.get(keyOf(steps)) ?? {}
    return entries.some(({ name, kind }) => kind === 'file' && (name === eventFile || name === recordsFile))
  }
  const homeOf = (steps: readonly string[]): readonly string[] => {
    let home = steps
    while (home.length > 0 && isPartOf(home) && !isEvent(home)) home = home.slice(0, -1)
    return home
  }
  const name = basename(resolve(root))
  const isNamed = !isSiteName(name) && !isKindName(name) && !isPartName(name)
  /** `widgets/design-widgets.md`: a folder that is called like the only note in it is that talk's. */
  const isOfTalk = (steps: readonly string[]) => {
    const name = steps.at(-1) ?? ''
    const [only, ...others] = (byKey.get(keyOf(steps))?.entries ?? []).filter(
      (entry) => entry.kind === 'file' && isNoteName(entry.name),
    )
    if (only === undefined || others.length > 0 || isEventName(readableName(name))) return false
    const folder = foldName(name)
    const note = foldName(stemOf(only.name))
    return (
      /\p{L}{3}/u.test(note) && /\p{L}{3}/u.test(folder) && (note.includes(folder) || folder.includes(note))
    )
  }
  const isPartOf = (steps: readonly string[]) => {
    const [above, last = ''] = steps.slice(-2).length > 1 ? steps.slice(-2) : [undefined, steps.at(-1)]
    if (isYear(last) && /^_?posts$/i.test(above ?? '')) return true
    if ((above !== undefined && !isYear(above) && isOfTalk(steps)) || isShapeOrTopic(last)) return true
    if (isPartName(last) || (above !== undefined && isKindName(last) && !isSiteName(above))) return true
    // `oar-notes/session_notes`: what says nothing of an event is of the one that the corpus is called by.
    if (isNamed && steps.map(withoutId).every((step) => isKindName(step) || isSiteName(step))) return true
    // What lies in the folder of an event is a part of it, unless it is named for another.
    const isOther = yearIn(last) !== undefined || isEventName(last)
    return !isOther && steps.slice(0, -1).some((_, at) => isOfYear(steps.slice(0, at + 1)))
  }
  for (const { path, steps, entries } of walked) {
    const names = entries
      .filter(({ name, kind }) => kind === 'file' && isNoteName(name))
      .map(({ name }) => name)
    const isOwn = isEvent(steps)
    if (names.length > 0 || isOwn) {
      const home = homeOf(steps)
      const inner = steps.slice(home.length)
      const event = openAt(home)
      const hasSiblings = names.length > 1 || pagesIn(steps) > 0
      const day = dayOf(inner)
      for (const name of names) {
        const id = [...inner, idOfFile(name, names)].join('/').normalize('NFC')
        // `RiotJS/Notes.txt` is on what its folder says.
        const named = stemOf(name)
        const isNoTitle =
          (/^(?:my )?(?:notes?|talk|summary)$/i.test(named) && names.length === 1) ||
          /^(?:abstract|proposal|outline|description|cfp)$/i.test(named)
        const stem = isNoTitle ? (inner.at(-1) ?? steps.at(-1) ?? named) : named
        const isBeside = steps.some(isBesideName)
        event.notes.push({
          path: join(path, name),
          id,
          stem,
          hasSiblings,
          ...(isBeside && { isBeside }),
          ...(home.length === 0 && { isRoot: true }),
          ...day,
        })
      }
    } else if (pages.has(keyOf(steps))) {
      const name = entries.find((entry) => entry.kind === 'file' && isIndexName(entry.name))?.name ?? ''
      const above = steps.slice(0, -1)
      const stem = steps.at(-1) ?? stemOf(basename(resolve(root)))
      // Below a year, a folder is an event.
      const isOneOfMany =
        steps.length > 0 &&
        !isYear(above.at(-1) ?? '') &&
        !isEventName(readableName(steps.at(-1) ?? '')) &&
        (isSentence(stem) || pagesIn(above) > 1 || (open.get(keyOf(homeOf(above)))?.notes.length ?? 0) > 0)
      const home = isOneOfMany ? homeOf(above) : homeOf(steps)
      const inner = isOneOfMany ? steps.slice(home.length, -1) : steps.slice(home.length)
      const id = [...inner, isOneOfMany ? stem : stemOf(name)].join('/').normalize('NFC')
      const isRoot = home.length === 0
      openAt(home).notes.push({
        path: join(path, name),
        id,
        stem,
        hasSiblings: isOneOfMany,
        ...(isRoot && { isRoot }),
      })
    } else if (steps.length === 0 && entries.some(({ name, kind }) => kind === 'file' && isIndexName(name)))
      // It may list the talks whose notes lie below.
      openAt(steps)
  }
  return [...open.values()]
}

/** Whether it is a program's: what introduces one is no note. */
const isCode = ({ name, kind }: WalkedFolder['entries'][number]): boolean =>
  kind === 'file' &&
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|swift|cs|cpp|c|h|php|vue|sh|ipynb)$/i.test(name)

const isNoteOrIndex = ({ name, kind }: WalkedFolder['entries'][number]): boolean =>
  kind === 'file' && (isNoteName(name) || isIndexName(name))

/** A folder whose only note is the page that introduces it; the corpus's own only if nothing else holds a note or code. */
function isPage({ steps, entries }: WalkedFolder, isAlone: boolean): boolean {
  const files = entries.filter(({ kind }) => kind === 'file')
  return (
    (steps.length > 0 || isAlone) &&
    files.some(({ name }) => isIndexName(name) && !name.startsWith('_')) &&
    !files.some(({ name }) => isNoteName(name) || name === eventFile || name === recordsFile)
  )
}

/** The corpus's own event is called like its folder, unless a folder in it is. */
function idOfRoot(root: string, walked: WalkedFolder | undefined): string {
  const name = basename(resolve(root)).normalize('NFC') || 'notes'
  const isTaken = walked?.entries.some(
    (entry) => entry.kind === 'folder' && foldFileName(entry.name) === foldFileName(name),
  )
  return isTaken ? `${name}~` : name
}

/**
 * What names the event of a folder: with the year that the folder above or below says, and with what is above a place.
 *
 *     folderNameOf(['PyCon', 'Italia', '2025']) // => 'PyCon Italia 2025'
 *     folderNameOf(['2017', 'midwestjs']) // => 'midwestjs 2017'
 *     folderNameOf(['2017'], 'oarconf-notes') // => 'oarconf 2017'
 */
function folderNameOf(steps: readonly string[], root: string): string {
  if (steps.length === 0) return root
  if (steps.length === 1 && isYear(steps[0] ?? '')) {
    const name = root
      .replace(/(?:[-_ ](?:sessions?|talks?))?[-_ ]notes?$/i, '')
      .replace(/(?<=\p{L})[-_](?=\p{L})/gu, ' ')
      .replace(/^(?:[\w]{1,6}[-_ ])?(?:conferences?|confs?|meet-?ups?)$/i, '')
    return isEventName(readableName(name)) && yearIn(name) === undefined
      ? `${name} ${steps[0]}`
      : (steps[0] ?? '')
  }
  const [outer = '', above = '', last = ''] = ['', '', ...steps].slice(-3)
  if (isYear(last) && above !== '') {
    const isPlaceOf = outer !== '' && isEventName(outer) && !isEventName(above)
    return isPlaceOf ? `${outer} ${above} ${last}` : `${above} ${last}`
  }
  // Of a year's events the number of the month is only their order.
  const name = isYear(above) ? last.replace(/^(?:0[1-9]|1[0-2])[-_. ]+(?=\p{L})/u, '') : last
  return isYear(above) && yearIn(last) === undefined ? `${name} ${above}` : name
}

/** Whether a folder is named for an event of a year: `aaai2016`, `CodeMash/2016`. */
function isOfYear(steps: readonly string[]): boolean {
  const last = steps.at(-1) ?? ''
  if (isYear(last)) {
    const above = steps.at(-2) ?? ''
    return /\p{L}{3}/u.test(above) && !isSiteName(above) && !isKindName(above)
  }
  return (
    yearIn(last) !== undefined &&
    /\p{L}{3}/u.test(last) &&
    !/\b(?:notes?|talks?|conferences?|vault|archive|trips?|events?|meetups?)\b/i.test(
      last.replace(/[-_]/g, ' '),
    )
  )
}

/** A note's name without its ending, unless another note has the same but for that. */
function idOfFile(name: string, names: readonly string[]): string {
  const stem = stemOf(name)
  const isShared = !/\.md$/i.test(name) && names.some((other) => other !== name && stemOf(other) === stem)
  return isShared ? name : stem
}

/** The day that one of the folders is of. */
const dayOf = (steps: readonly string[]) => {
  const day = steps.map(dayIn).find(Boolean)
  return day === undefined ? {} : { day }
}

const keyOf = (steps: readonly string[]): string => steps.join('\0')

const maxSources = 3

function othersOf(walked: readonly WalkedFolder[]): OtherFiles {
  const counts: Record<string, number> = {}
  const sources: string[] = []
  const notNotes: string[] = []
  for (const { path, entries } of walked)
    for (const { name, kind } of entries) {
      if (kind !== 'file' || isNoteName(name) || isIndexName(name) || ours.has(name)) continue
      const ending = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? name
      counts[ending] = (counts[ending] ?? 0) + 1
      if (isNoteEnding(name)) notNotes.push(pathForPeople(join(path, name)))
      if (
        isSourceName(name) &&
        !/^(package|tsconfig|package-lock|_config|composer)\b/.test(name) &&
        sources.length < maxSources
      )
        sources.push(pathForPeople(join(path, name)))
    }
  return { counts, sources, notNotes }
}

const ours: ReadonlySet<string> = new Set([eventFile, recordsFile, synonymsFile])
