import { basename, resolve } from 'node:path'
import { isCodeName, isIntroduction } from '../is-note.ts'
import {
  type FolderTree,
  fileNamesIn,
  introductionIn,
  isSaidToBeEvent,
  noteNamesIn,
  stepsKey,
} from './folder-tree.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** The folders whose only note is the page that introduces them; the corpus's own only if nothing else holds a note or code. */
export function findPages(root: string, tree: FolderTree) {
  const isOfTalks = /talks?|conf|meet-?up|notes|presentations|slides|speaking/i.test(basename(resolve(root)))
  const isAlone = !tree.folders.some(
    ({ steps, entries }) =>
      (!isOfTalks && fileNamesIn(entries, isCodeName).length > 0) ||
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
  return {
    isPage: (steps: readonly string[]) => pages.has(stepsKey(steps)),
    /** What those are called that lie in a folder. */
    pagesIn: (steps: readonly string[]): readonly string[] => below.get(stepsKey(steps)) ?? [],
  }
}

/** Of what makers of sites call `_index.md`, only the title matters. */
export const hasReadablePage = (entries: WalkedFolder['entries']): boolean =>
  fileNamesIn(entries, isIntroduction).some((name) => !name.startsWith('_'))

const isPageAlone = (entries: WalkedFolder['entries']): boolean =>
  hasReadablePage(entries) && noteNamesIn(entries).length === 0 && !isSaidToBeEvent(entries)
