import { basename, join, resolve } from 'node:path'
import { eventFile, recordsFile } from '../file-names.ts'
import { isYear } from '../foreign/dates/written-dates.ts'
import { isEventName } from '../foreign/words/event-names.ts'
import { isKindName, isPeopleName } from '../foreign/words/folder-names.ts'
import { isSentence, readableName, stemOf } from '../foreign/words/titles.ts'
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
  /** The file of the corpus's own folder that says what the site is called that it holds. */
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
  const { isPage, pagesIn, countPagesIn } = findPages(root, tree)
  const open = new Map<string, OpenEventFolder>()
  const homesOf = (folders: readonly WalkedFolder[]) =>
    new Set(folders.map(({ steps }) => stepsKey(homeOf(steps))))
  const withNotes = walked.filter(({ entries }) => noteNamesIn(entries).length > 0)
  const homesOfNotes = homesOf(withNotes)
  // Of the notes in folders that are parts of them, such as `talks`.
  const homes = homesOf(withNotes.filter(({ steps }) => isKindName(steps.at(-1) ?? '')))
  const siteFileOfRoot = siteFileIn(tree.entriesAt([]))
  const isAside = createAsideFinder(tree)
  for (const folder of walked) {
    const { steps, entries } = folder
    const ofSite: PlaceInSite = {
      ...((siteFileOfRoot !== undefined || isMadeSite(entries)) && { isOfSite: true }),
      ...(isAside(steps) && { isAsideOfTalks: true }),
    }
    const people = personPagesIn(folder)
    if (people.length > 0) openAt(homeOf(steps)).notes.push(...people)
    const names = isPeopleCollection(steps) ? [] : noteNamesIn(entries)
    if (names.length > 0 || isSaidToBeEvent(entries)) {
      const home = homeOf(steps)
      const hasSiblings = names.length > 1 || countPagesIn(steps) > 0
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
    } else if (isPage(steps) && introducesTalks(steps)) openAt(steps)
    else if (isPage(steps)) {
      const isOneOfMany = isPageOfMany(steps)
      const home = homeOf(isOneOfMany ? steps.slice(0, -1) : steps)
      openAt(home).notes.push(pageNote(folder, { root, home, isOneOfMany, ofSite }))
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
