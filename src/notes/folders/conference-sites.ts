import { yearIn } from '../foreign/dates/written-dates.ts'
import { isEventName } from '../foreign/words/event-names.ts'
import {
  isBesideName,
  isConferencePage,
  isKindName,
  isPartName,
  isSiteName,
} from '../foreign/words/folder-names.ts'
import { readableName, stemOf } from '../foreign/words/titles.ts'
import {
  type FolderTree,
  hasFile,
  isSaidToBeEvent,
  noteNamesIn,
  siteFileIn,
  stepsKey,
} from './folder-tree.ts'

type Steps = readonly string[]

/**
 * Tells which folders lie in the site of a conference, but are none of its talks. What lies there is news, or what else such a site
 * says, unless it names a speaker or an hour.
 *
 * A conference needs three things, since of other notes nothing may be lost: the file or the domain of a site, a folder of several
 * talks, and beside that folder the pages that such sites have. Where somebody has said what an event is, nothing is left out.
 */
export function createAsideFinder(tree: FolderTree): (steps: Steps) => boolean {
  const conferences = new Set(conferencesIn(tree).map(stepsKey))
  return (steps) => {
    if (conferences.size === 0) return false
    const around = withAbove(steps)
    const home = around.findIndex((above) => conferences.has(stepsKey(above)))
    if (home < 0 || around.some((above) => isSaidToBeEvent(tree.entriesAt(above)))) return false
    const within = around.slice(0, home)
    const isNews = steps.some((step) => isNewsName(step))
    return !within.some((folder) => isOfProgramme(folder) || (!isNews && isOther(folder, tree)))
  }
}

/** The folder of each conference: that of its site, or the one within it that holds both its talks and its pages. */
function conferencesIn(tree: FolderTree): readonly Steps[] {
  const pages = pagesByFolder(tree)
  return tree.folders.flatMap(({ steps, entries }) => {
    const at = steps.findIndex((step) => isKindName(step) && !/notes?$/i.test(step))
    if (at < 0 || noteNamesIn(entries).length < minTalks) return []
    const around = withAbove(steps.slice(0, at))
    const site = around.findIndex((above) => isSite(tree.entriesAt(above)))
    const within = around.slice(0, site + 1)
    const held = within.findIndex((above) => (pages.get(stepsKey(above))?.size ?? 0) >= minPages)
    if (held < 0) return []
    // `content` and `docs` are the whole site; another folder is one of several that it holds.
    const home = within.slice(held).find((above) => !holdsPages(above.at(-1) ?? ''))
    return [home ?? []]
  })
}

/** The pages of conferences that lie in a folder, or in one within it that only says where a site keeps its pages. */
function pagesByFolder({ folders }: FolderTree): ReadonlyMap<string, ReadonlySet<string>> {
  const pages = new Map<string, Set<string>>()
  for (const { steps, entries } of folders) {
    const names = entries.map(({ name }) => stemOf(name)).filter(isConferencePage)
    if (names.length === 0) continue
    for (const above of withAbove(steps)) {
      const key = stepsKey(above)
      pages.set(key, new Set([...(pages.get(key) ?? []), ...names.map((name) => name.toLowerCase())]))
      if (!holdsPages(above.at(-1) ?? '')) break
    }
  }
  return pages
}

/** `content`, `_pages`, `en`, `attend` */
const holdsPages = (step: string): boolean =>
  isSiteName(step) || isConferencePage(step) || /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(step)

const isSite = (entries: Parameters<typeof siteFileIn>[0]): boolean =>
  siteFileIn(entries) !== undefined || hasFile(entries, 'CNAME')

/** The folder, and each above it, the nearest first. */
const withAbove = (steps: Steps): readonly Steps[] =>
  Array.from({ length: steps.length + 1 }, (_, above) => steps.slice(0, steps.length - above))

/** Whether a folder of such a site is of talks or people. */
const isOfProgramme = (folder: Steps): boolean => {
  const name = (folder.at(-1) ?? '').replace(/^_/, '')
  return (
    isKindName(name) ||
    isBesideName(name) ||
    (isPartName(name) && !isNewsName(name)) ||
    moreOfProgramme.test(name)
  )
}

/** Whether it is of another year or event, whose talks may lie in it, but for one that has a folder for them. */
function isOther(folder: Steps, { entriesAt }: FolderTree): boolean {
  const name = folder.at(-1) ?? ''
  if (yearIn(name) === undefined && !isEventName(readableName(name))) return false
  return !entriesAt(folder).some((entry) => entry.kind === 'folder' && isOfTalks(entry.name))
}

const isOfTalks = (name: string): boolean => isKindName(name) || isPartName(name.replace(/^_/, ''))

/** Whether a folder or a list is called like what is new on a site. */
export const isNewsName = (name: string): boolean => newsName.test(name)
const newsName = /^_?(?:posts?|blogs?|news|articles|newsletters?|announcements?|press)$/i

const moreOfProgramme =
  /^(?:archives?|legacy|past|previous|lightning|ignites?|trainings?|courses?|panels?|posters?|demos?|speaking|program(?:me)?)(?:[-_ ].*)?$/i

/** Fewer talks or pages may lie in any folder. */
const minTalks = 5
const minPages = 3
