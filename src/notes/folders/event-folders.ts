import { basename, join, resolve } from 'node:path'
import { eventFile, recordsFile } from '../file-names.ts'
import { dayIn, isYear, withoutDay } from '../foreign/dates/written-dates.ts'
import { eventsOfFiles, type FileOfEvent, seriesIn } from '../foreign/series-names.ts'
import { isEventName } from '../foreign/words/event-names.ts'
import {
  isBesideName,
  isDeckName,
  isKindName,
  isPeopleName,
  isSentence,
  readableName,
  stemOf,
} from '../foreign/words/titles.ts'
import { isCodeName, isIntroduction } from '../is-note.ts'
import { createAsideFinder } from './conference-sites.ts'
import { eventFolderName } from './event-folder-name.ts'
import { createEventFolderFinder } from './find-event-folder.ts'
import {
  createFolderTree,
  type FolderTree,
  hasFile,
  introductionIn,
  isSaidToBeEvent,
  noteNamesIn,
  siteFileIn,
  stepsKey,
} from './folder-tree.ts'
import { createNoteIds, eventIdOf, pageIdOf, rootEventId } from './talk-id.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** A folder of the corpus that stands for an event. */
export interface EventFolder {
  /** The event's. */
  readonly id: string
  readonly path: string
  /** What the event is called if nothing else says it: of the folder's name, and its parent's if it is only a year. */
  readonly folderName: string
  readonly hasEventFile: boolean
  /** Whether it holds talks as records, in talks.jsonl. */
  readonly hasRecords: boolean
  /** The file that introduces the folder: `README.md`, `_index.md`. */
  readonly introduction?: string
  /** Whether what introduces it is a note, be it of the event above: its one talk is served as that. */
  readonly isIntroductionNote?: boolean
  /** Whether its talks lie in a folder for them, and nothing but what introduces it lies beside that. */
  readonly isAboveTalks?: boolean
  /** Whether it is the corpus's own. */
  readonly isRoot?: boolean
  /** The file of the corpus's own folder that says what the site is called that it holds. */
  readonly siteFile?: string
  readonly notes: readonly NoteFile[]
}

/** A note, and what its place in the folders says of it. */
export interface NoteFile {
  /** Its path. */
  readonly path: string
  /** Of its talk, or what the ids of its talks begin with: its path within the event, without its ending. */
  readonly id: string
  /** What its title is if nothing else says one. */
  readonly stem: string
  /** Whether other notes lie beside it. */
  readonly hasSiblings: boolean
  /** Whether its folder is one of people, firms or places: what lies there is seldom a talk. */
  readonly isBeside?: boolean
  /** Whether these are people: then it may say who somebody is whom talks call by its name. */
  readonly isOfPeople?: boolean
  /** Whether it says nothing else. */
  readonly isPersonPage?: boolean
  /** What the folder is called of the person in which it lies: `speakers/ada-example/tides/index.md`. */
  readonly person?: string
  /** Whether it introduces the notes that lie beside it: it may hold talks of its own. */
  readonly isBesideNotes?: boolean
  /** Whether the corpus is a site, by the file that names it, or its folder is. */
  readonly isOfSite?: boolean
  /** Whether it lies in the site of a conference, beside the folders of its talks. */
  readonly isAsideOfTalks?: boolean
  /** Whether its event is the corpus's own. */
  readonly isRoot?: boolean
  /** The day that a folder within the event's names, `YYYY-MM-DD`. */
  readonly day?: string
  /** The event of those that are called like it but for their dates: as in `seriesIn`. */
  readonly series?: string
  /** The event that it and others beside it are called by: as in `eventsOfFiles`. */
  readonly ofEvent?: FileOfEvent
}

interface OpenEventFolder extends Omit<EventFolder, 'notes'> {
  readonly notes: NoteFile[]
}

/** The folders that are events: each that holds notes, but for those of days and tracks, which are part of one above. */
export function eventFoldersOf(root: string, walked: readonly WalkedFolder[]): readonly EventFolder[] {
  const tree = createFolderTree(walked)
  const homeOf = createEventFolderFinder(root, tree)
  const { isPage, pagesIn, countPagesIn } = findPages(root, tree)
  const open = new Map<string, OpenEventFolder>()
  // Of the notes in folders that are parts of them, such as `talks`.
  const homes = new Set(
    walked
      .filter(({ steps, entries }) => isKindName(steps.at(-1) ?? '') && noteNamesIn(entries).length > 0)
      .map(({ steps }) => stepsKey(homeOf(steps))),
  )
  const homesOfNotes = new Set(
    walked
      .filter(({ entries }) => noteNamesIn(entries).length > 0)
      .map(({ steps }) => stepsKey(homeOf(steps))),
  )
  const siteFileOfRoot = siteFileIn(tree.entriesAt([]))
  const isAside = createAsideFinder(tree)
  for (const folder of walked) {
    const { steps, entries } = folder
    const isOfSite = siteFileOfRoot !== undefined || isMadeSite(entries)
    const isAsideOfTalks = isAside(steps)
    const people = personPagesIn(folder)
    if (people.length > 0) openAt(homeOf(steps)).notes.push(...people)
    const names = isPeopleCollection(steps) ? [] : noteNamesIn(entries)
    if (names.length > 0 || isSaidToBeEvent(entries)) {
      const home = homeOf(steps)
      const hasSiblings = names.length > 1 || countPagesIn(steps) > 0
      openAt(home)
      const byHome = Map.groupBy(names, (name) => folderCalledLike(name, steps) ?? home)
      for (const [at, own] of byHome)
        openAt(at).notes.push(
          ...notesIn(folder, { names: own, home: at, hasSiblings, isOfSite, isAsideOfTalks }),
        )
      // What introduces an event is read as such.
      if (home.length < steps.length && hasReadablePage(entries))
        openAt(home).notes.push({
          ...pageNote(folder, { root, home, isOneOfMany: false, isOfSite, isAsideOfTalks }),
          hasSiblings: true,
          isBesideNotes: true,
        })
    } else if (isPage(steps) && introducesTalks(steps)) openAt(steps)
    else if (isPage(steps)) {
      const isOneOfMany = isPageOfMany(steps)
      const home = homeOf(isOneOfMany ? steps.slice(0, -1) : steps)
      openAt(home).notes.push(pageNote(folder, { root, home, isOneOfMany, isOfSite, isAsideOfTalks }))
    } else if (steps.length === 0 && (introductionIn(entries) !== undefined || siteFileOfRoot !== undefined))
      // It may list the talks whose notes lie below, or name what they are of.
      openAt(steps)
  }
  const pages = new Set([...open.values()].flatMap(({ notes }) => notes.map(({ path }) => path)))
  return [...open.values()].map((folder) =>
    pages.has(join(folder.path, folder.introduction ?? ''))
      ? { ...folder, isIntroductionNote: true }
      : folder,
  )

  function openAt(steps: readonly string[]): OpenEventFolder {
    const key = stepsKey(steps)
    const known = open.get(key)
    if (known) return known
    const entries = tree.entriesAt(steps)
    const introduction = introductionIn(entries)
    const isRoot = steps.length === 0
    const opened: OpenEventFolder = {
      id: steps.length > 0 ? eventIdOf(steps) : rootEventId(root, tree.at(steps)),
      path: tree.at(steps)?.path ?? join(root, ...steps),
      folderName: eventFolderName(steps, basename(resolve(root))),
      hasEventFile: hasFile(entries, eventFile),
      hasRecords: hasFile(entries, recordsFile),
      ...(introduction !== undefined && { introduction }),
      ...(!isRoot && homes.has(key) && isPage(steps) && { isAboveTalks: true }),
      ...(isRoot && { isRoot }),
      ...(isRoot && siteFileOfRoot !== undefined && { siteFile: siteFileOfRoot }),
      notes: [],
    }
    open.set(key, opened)
    return opened
  }

  /** `OarConf 2019/` beside the note `OarConf 2019.md`: both are of that event. */
  function folderCalledLike(name: string, around: readonly string[]): readonly string[] | undefined {
    const stem = stemOf(name)
    const steps = [...around, stem]
    const isHome = homesOfNotes.has(stepsKey(steps)) && homeOf(steps).length === steps.length
    const isTaken = noteNamesIn(tree.entriesAt(steps)).some((other) => stemOf(other) === stem)
    return isEventName(readableName(stem)) && isHome && !isTaken ? steps : undefined
  }

  /** Whether what lies below it, a folder each, are the talks of the event that it is: then its page introduces them. */
  function introducesTalks(steps: readonly string[]): boolean {
    if (steps.length === 0 || homeOf(steps).length < steps.length) return false
    if (homes.has(stepsKey(steps))) return true
    const below = pagesIn(steps).filter((name) => {
      const page = [...steps, name]
      return homeOf(page).length === steps.length || isPageOfMany(page)
    })
    return below.length > 1 || below.some((name) => /^\d+$/.test(name))
  }

  /** Whether it is one of several talks of an event, a folder each. Below a year, a folder is an event. */
  function isPageOfMany(steps: readonly string[]): boolean {
    const above = steps.slice(0, -1)
    const name = steps.at(-1)
    if (name === undefined || isYear(above.at(-1) ?? '') || isEventName(readableName(name))) return false
    return (
      isSentence(name) ||
      above.some(isPeopleName) ||
      countPagesIn(above) > 1 ||
      (open.get(stepsKey(homeOf(above)))?.notes.length ?? 0) > 0
    )
  }
}

interface NotesOfFolder {
  readonly names: readonly string[]
  /** The folder of their event. */
  readonly home: readonly string[]
  /** Whether they are several, or folders beside them are talks. */
  readonly hasSiblings: boolean
  readonly isOfSite: boolean
  readonly isAsideOfTalks: boolean
}

function notesIn(
  { path, steps }: WalkedFolder,
  { names, home, hasSiblings, isOfSite, isAsideOfTalks }: NotesOfFolder,
): NoteFile[] {
  const inner = steps.slice(home.length)
  const day = dayOfFolder(inner, home)
  const isBeside = steps.some(isBesideName)
  const isOfPeople = isPeopleName(steps.findLast(isBesideName) ?? '')
  const person = personFolderIn(steps)
  const idOf = createNoteIds(inner, names)
  const stems = names.map(stemOf)
  const seriesOf = seriesIn(stems)
  const eventOf = eventsOfFiles(stems)
  return names.map((name, place) => {
    const named = stems[place]!
    const series = seriesOf.get(named)
    const ofEvent = eventOf.get(named)
    return {
      path: join(path, name),
      id: idOf(name),
      stem: saysNoTitle(named, names.length === 1 || inner.length > 0) ? (steps.at(-1) ?? named) : named,
      hasSiblings,
      ...(isBeside && { isBeside }),
      ...(isOfPeople && { isOfPeople }),
      ...(person !== undefined && { person }),
      ...(isOfSite && { isOfSite }),
      ...(isAsideOfTalks && { isAsideOfTalks }),
      ...(home.length === 0 && { isRoot: true }),
      ...(day !== undefined && { day }),
      ...(series !== undefined && { series }),
      ...(ofEvent && { ofEvent }),
    }
  })
}

/** The day that a folder within the event's names. `2024-06-09_014`: an event that a day and no name tells apart is that day's. */
function dayOfFolder(inner: readonly string[], home: readonly string[]): string | undefined {
  const within = inner.map(dayIn).find(Boolean)
  if (within !== undefined) return within
  const last = home.at(-1) ?? ''
  return /\p{L}/u.test(withoutDay(last)) ? undefined : dayIn(last)
}

/** `RiotJS/Notes.txt` is on what its folder says. */
const saysNoTitle = (stem: string, isAlone: boolean): boolean =>
  (isAlone && (/^(?:my )?(?:notes?|talk|summary)$/i.test(stem) || isDeckName(stem))) ||
  /^(?:abstract|proposal|outline|description|cfp)$/i.test(stem)

/** What the folder is called that a site has of somebody, among those of people: `speakers/ada-example`, `speakers/a/ada-example`. */
const personFolderIn = (steps: readonly string[]): string | undefined => {
  const at = steps.findLastIndex(isPeopleName)
  return at < 0 ? undefined : steps.slice(at + 1).find((step) => step.length > 1)
}

/** The pages that say who somebody is, and nothing else. */
function personPagesIn({ path, steps, entries }: WalkedFolder): readonly NoteFile[] {
  const pageOf = (name: string, stem: string): NoteFile => {
    const id = [...steps, name].join('/')
    return { path: join(path, name), id, stem, hasSiblings: true, isPersonPage: true }
  }
  if (isPeopleCollection(steps)) return noteNamesIn(entries).map((name) => pageOf(name, stemOf(name)))
  const name = introductionIn(entries)
  const stem = steps.at(-1)
  // `speakers/ada-example/_index.md`: what Hugo shows of somebody above what they spoke on.
  const isOfPerson = name?.startsWith('_') === true && stem !== undefined && personFolderIn(steps) === stem
  return isOfPerson ? [pageOf(name, stem)] : []
}

/** `_participants`: what Jekyll keeps so is of people alone, but for those who speak. */
const isPeopleCollection = (steps: readonly string[]): boolean => {
  const last = steps.at(-1) ?? ''
  return last.startsWith('_') && isPeopleName(last) && !/^_speakers?/i.test(last)
}

interface PageOfFolder {
  readonly root: string
  readonly home: readonly string[]
  readonly isOneOfMany: boolean
  readonly isOfSite: boolean
  readonly isAsideOfTalks: boolean
}

/** The note of a folder whose only note is the page that introduces it. */
function pageNote(
  { path, steps, entries }: WalkedFolder,
  { root, home, isOneOfMany, isOfSite, isAsideOfTalks }: PageOfFolder,
): NoteFile {
  const name = introductionIn(entries) ?? ''
  const stem = steps.at(-1) ?? stemOf(basename(resolve(root)))
  const day = dayOfFolder(steps.slice(home.length), home)
  // Below the folder of a person lie talks.
  const beside = steps.slice(-2).findLast(isBesideName)
  const person = personFolderIn(steps.slice(0, -1))
  return {
    path: join(path, name),
    id: isOneOfMany
      ? pageIdOf(steps.slice(home.length, -1), stem)
      : pageIdOf(steps.slice(home.length), stemOf(name)),
    stem,
    hasSiblings: isOneOfMany,
    ...(beside !== undefined && { isBeside: true }),
    ...(isPeopleName(beside ?? '') && { isOfPeople: true }),
    ...(person !== undefined && { person }),
    ...(isOfSite && { isOfSite }),
    ...(isAsideOfTalks && { isAsideOfTalks }),
    ...(day !== undefined && { day }),
    ...(home.length === 0 && { isRoot: true }),
  }
}

/** The folders whose only note is the page that introduces them; the corpus's own only if nothing else holds a note or code. */
function findPages(root: string, tree: FolderTree) {
  const isOfTalks = /talks?|conf|meet-?up|notes|presentations|slides|speaking/i.test(basename(resolve(root)))
  const isAlone = !tree.folders.some(
    ({ steps, entries }) =>
      (!isOfTalks && entries.some(({ name, kind }) => kind === 'file' && isCodeName(name))) ||
      (steps.length > 0 && (noteNamesIn(entries).length > 0 || introductionIn(entries) !== undefined)),
  )
  const pages = new Set<string>()
  const below = new Map<string, string[]>()
  for (const { steps, entries } of tree.folders) {
    if (!(steps.length > 0 || isAlone) || !isPageAlone(entries)) continue
    pages.add(stepsKey(steps))
    const above = stepsKey(steps.slice(0, -1))
    const name = steps.at(-1)
    if (name !== undefined) below.set(above, [...(below.get(above) ?? []), name])
  }
  const pagesIn = (steps: readonly string[]): readonly string[] => below.get(stepsKey(steps)) ?? []
  return {
    isPage: (steps: readonly string[]) => pages.has(stepsKey(steps)),
    pagesIn,
    countPagesIn: (steps: readonly string[]) => pagesIn(steps).length,
  }
}

/** `docs/` with its domain, or what Docsify shows beside each page. */
const isMadeSite = (entries: WalkedFolder['entries']): boolean =>
  hasFile(entries, 'CNAME') || hasFile(entries, '_sidebar.md')

/** Of what makers of sites call `_index.md`, only the title matters. */
const hasReadablePage = (entries: WalkedFolder['entries']): boolean =>
  entries.some(({ name, kind }) => kind === 'file' && isIntroduction(name) && !name.startsWith('_'))

const isPageAlone = (entries: WalkedFolder['entries']): boolean =>
  hasReadablePage(entries) && noteNamesIn(entries).length === 0 && !isSaidToBeEvent(entries)
