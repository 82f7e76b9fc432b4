import { basename, join, resolve } from 'node:path'
import { eventFile, recordsFile } from '../file-names.ts'
import { isYear } from '../foreign/dates/written-dates.ts'
import { isEventName } from '../foreign/words/event-names.ts'
import { isDayName, isKindName, isPeopleName } from '../foreign/words/folder-names.ts'
import { isSentence, readableName, stemOf } from '../foreign/words/titles.ts'
import { createAsideFinder } from './conference-sites.ts'
import { eventFolderName } from './event-folder-name.ts'
import { createEventFolderFinder } from './find-event-folder.ts'
import { findPages, hasReadablePage } from './find-pages.ts'
import {
  createFolderTree,
  hasFile,
  introductionIn,
  isSaidToBeEvent,
  noteNamesIn,
  siteFileBelow,
  siteFileIn,
  stepsKey,
} from './folder-tree.ts'
import {
  isPeopleCollection,
  type NoteFile,
  notesIn,
  type PlaceInSite,
  pageNote,
  personPagesIn,
} from './note-files.ts'
import { eventIdOf, rootEventId } from './talk-id.ts'
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
  /** The file in the corpus's own folder, or in one below it, that says what the site is called that it holds. */
  readonly siteFile?: string
  readonly notes: readonly NoteFile[]
}

interface OpenEventFolder extends Omit<EventFolder, 'notes'> {
  readonly notes: NoteFile[]
}

/** The folders that are events: each that holds notes, but for those of days and tracks, which are part of one above. */
export function eventFoldersOf(root: string, walked: readonly WalkedFolder[]): readonly EventFolder[] {
  const tree = createFolderTree(walked)
  const homeOf = createEventFolderFinder(root, tree)
  const { isPage, pagesIn } = findPages(root, tree)
  const isAside = createAsideFinder(tree)
  const siteFile = siteFileIn(tree.entriesAt([]))
  const namingFile = siteFile ?? siteFileBelow(tree)
  const homesOf = (folders: readonly WalkedFolder[]) =>
    new Set(folders.map(({ steps }) => stepsKey(homeOf(steps))))
  const withNotes = walked.filter(({ entries }) => noteNamesIn(entries).length > 0)
  const homesOfNotes = homesOf(withNotes)
  // Of the notes in folders that are parts of them, such as `talks`.
  const homesOfParts = homesOf(withNotes.filter(({ steps }) => isKindName(steps.at(-1) ?? '')))
  // Where a file is a talk: a day of one talk is no other.
  const homesOfSeveral = homesOf(withNotes.filter(({ entries }) => noteNamesIn(entries).length > 1))
  // `oarconf/day-1/tides/README.md`
  const homesOfPagesOfDays = homesOf(
    walked.filter(({ steps }) => isPage(steps) && isDayName(steps.at(-2) ?? '')),
  )
  const open = new Map<string, OpenEventFolder>()
  for (const folder of walked) {
    const { steps, entries } = folder
    const people = personPagesIn(folder)
    if (people.length > 0) openAt(homeOf(steps)).notes.push(...people)
    const names = isPeopleCollection(steps) ? [] : noteNamesIn(entries)
    if (names.length > 0 || isSaidToBeEvent(entries)) addNotes(folder, names)
    else if (isPage(steps) && !introducesTalks(steps)) addPage(folder)
    // The corpus's own may list the talks whose notes lie below, or name what they are of.
    else if (isPage(steps) || (steps.length === 0 && (namingFile ?? introductionIn(entries)) !== undefined))
      openAt(steps)
  }
  return withIntroductionNotes([...open.values()])

  function addNotes(folder: WalkedFolder, names: readonly string[]): void {
    const { steps, entries } = folder
    const home = homeOf(steps)
    const ofSite = siteOf(folder)
    const isPartOfSeveral = home.length < steps.length && homesOfSeveral.has(stepsKey(home))
    const hasSiblings = names.length > 1 || pagesIn(steps).length > 0 || isPartOfSeveral
    openAt(home)
    const byHome = Map.groupBy(names, (name) => folderCalledLike(name, steps) ?? home)
    for (const [at, own] of byHome)
      openAt(at).notes.push(...notesIn(folder, { names: own, home: at, hasSiblings, ofSite }))
    // What introduces an event is read as such.
    if (home.length < steps.length && hasReadablePage(entries))
      openAt(home).notes.push({
        ...pageNote(folder, { root, home, isOneOfMany: false, ofSite }),
        hasSiblings: true,
        isBesideNotes: true,
      })
  }

  function addPage(folder: WalkedFolder): void {
    const isOneOfMany = isPageOfMany(folder.steps)
    const home = homeOf(isOneOfMany ? folder.steps.slice(0, -1) : folder.steps)
    openAt(home).notes.push(pageNote(folder, { root, home, isOneOfMany, ofSite: siteOf(folder) }))
  }

  function siteOf({ steps, entries }: WalkedFolder): PlaceInSite {
    return {
      ...((siteFile !== undefined || isMadeSite(entries)) && { isOfSite: true }),
      ...(isAside(steps) && { isAsideOfTalks: true }),
    }
  }

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
      ...(!isRoot && homesOfParts.has(key) && isPage(steps) && { isAboveTalks: true }),
      ...(isRoot && { isRoot }),
      ...(isRoot && namingFile !== undefined && { siteFile: namingFile }),
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
    if (homesOfParts.has(stepsKey(steps)) || homesOfPagesOfDays.has(stepsKey(steps))) return true
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
      pagesIn(above).length > 1 ||
      (open.get(stepsKey(homeOf(above)))?.notes.length ?? 0) > 0
    )
  }
}

/** Says of each event whether what introduces it is a note too. */
function withIntroductionNotes(folders: readonly EventFolder[]): readonly EventFolder[] {
  const paths = new Set(folders.flatMap(({ notes }) => notes.map(({ path }) => path)))
  return folders.map((folder) =>
    paths.has(join(folder.path, folder.introduction ?? ''))
      ? { ...folder, isIntroductionNote: true }
      : folder,
  )
}

/** `docs/` with its domain, or what Docsify shows beside each page. */
const isMadeSite = (entries: WalkedFolder['entries']): boolean =>
  hasFile(entries, 'CNAME') || hasFile(entries, '_sidebar.md')
