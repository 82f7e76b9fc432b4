import { basename, join, resolve } from 'node:path'
import { dayIn, withoutDay } from '../foreign/dates/written-dates.ts'
import { eventsOfFiles, type FileOfEvent, seriesIn } from '../foreign/series-names.ts'
import { isBesideName, isDeckName, isPeopleName } from '../foreign/words/folder-names.ts'
import { stemOf } from '../foreign/words/titles.ts'
import { introductionIn, noteNamesIn } from './folder-tree.ts'
import { createNoteIds, pageIdOf } from './talk-id.ts'
import type { WalkedFolder } from './walk-folders.ts'

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

interface NotesOfFolder {
  readonly names: readonly string[]
  /** The folder of their event. */
  readonly home: readonly string[]
  /** Whether they are several, or folders beside them are talks. */
  readonly hasSiblings: boolean
  readonly ofSite: PlaceInSite
}

/** Of the site that the folder lies in, if it does. */
export type PlaceInSite = Pick<NoteFile, 'isOfSite' | 'isAsideOfTalks'>

/** The notes of a folder, or those of them that are of one event. */
export function notesIn(
  { path, steps }: WalkedFolder,
  { names, home, hasSiblings, ofSite }: NotesOfFolder,
): readonly NoteFile[] {
  const inner = steps.slice(home.length)
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
      ...ofSite,
      ...placeInEvent(inner, home),
      ...(series !== undefined && { series }),
      ...(ofEvent && { ofEvent }),
    }
  })
}

function placeInEvent(inner: readonly string[], home: readonly string[]): Pick<NoteFile, 'isRoot' | 'day'> {
  const day = dayOfFolder(inner, home)
  return { ...(home.length === 0 && { isRoot: true }), ...(day !== undefined && { day }) }
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
export function personPagesIn({ path, steps, entries }: WalkedFolder): readonly NoteFile[] {
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
export const isPeopleCollection = (steps: readonly string[]): boolean => {
  const last = steps.at(-1) ?? ''
  return last.startsWith('_') && isPeopleName(last) && !/^_speakers?/i.test(last)
}

interface PageOfFolder {
  readonly root: string
  readonly home: readonly string[]
  readonly isOneOfMany: boolean
  readonly ofSite: PlaceInSite
}

/** The note of a folder whose only note is the page that introduces it. */
export function pageNote(
  { path, steps, entries }: WalkedFolder,
  { root, home, isOneOfMany, ofSite }: PageOfFolder,
): NoteFile {
  const name = introductionIn(entries) ?? ''
  const stem = steps.at(-1) ?? stemOf(basename(resolve(root)))
  const inner = steps.slice(home.length)
  // Below the folder of a person lie talks.
  const beside = steps.slice(-2).findLast(isBesideName)
  const person = personFolderIn(steps.slice(0, -1))
  return {
    path: join(path, name),
    id: isOneOfMany ? pageIdOf(inner.slice(0, -1), stem) : pageIdOf(inner, stemOf(name)),
    stem,
    hasSiblings: isOneOfMany,
    ...(beside !== undefined && { isBeside: true }),
    ...(isPeopleName(beside ?? '') && { isOfPeople: true }),
    ...(person !== undefined && { person }),
    ...ofSite,
    ...placeInEvent(inner, home),
  }
}
