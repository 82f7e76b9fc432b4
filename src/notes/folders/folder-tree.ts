import { join } from 'node:path'
import { rememberingOf } from '../../text/remembering.ts'
import { eventFile, recordsFile } from '../file-names.ts'
import { isIntroduction, isNoteName, isSiteFile } from '../is-note.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** The folders that were walked through, by the names that lead to them from the corpus's own. */
export interface FolderTree {
  readonly folders: readonly WalkedFolder[]
  /** One that was not walked through has no entries. */
  readonly entriesAt: (steps: readonly string[]) => WalkedFolder['entries']
  readonly at: (steps: readonly string[]) => WalkedFolder | undefined
}

export function createFolderTree(folders: readonly WalkedFolder[]): FolderTree {
  const byKey = new Map(folders.map((folder) => [stepsKey(folder.steps), folder]))
  const at = (steps: readonly string[]) => byKey.get(stepsKey(steps))
  return { folders, at, entriesAt: (steps) => at(steps)?.entries ?? [] }
}

export const stepsKey = (steps: readonly string[]): string => steps.join('\0')

/** The files of a folder whose names are such. */
export const fileNamesIn = (
  entries: WalkedFolder['entries'],
  is: (name: string) => boolean,
): readonly string[] =>
  entries.filter(({ name, kind }) => kind === 'file' && is(name)).map(({ name }) => name)

export const noteNamesIn = rememberingOf((entries: WalkedFolder['entries']) => {
  const names = fileNamesIn(entries, isNoteName)
  const sources = new Set(renderedIn(entries))
  return names.filter((name) => !sources.has(name))
})

/** The files of Quarto beside which lies the Markdown that it has made of them: one of both is a note. */
export function renderedIn(entries: WalkedFolder['entries']): readonly string[] {
  const sources = fileNamesIn(entries, (name) => /\.qmd$/i.test(name) && isNoteName(name))
  const made = new Set(sources.length === 0 ? [] : fileNamesIn(entries, (name) => /\.md$/i.test(name)))
  return sources.filter((name) => made.has(markdownOf(name)))
}

/** `tides.qmd` → `tides.md` */
export const markdownOf = (name: string): string => name.replace(/\.qmd$/i, '.md')

/** The file that introduces a folder: what sites show before what repositories do. */
export const introductionIn = (entries: WalkedFolder['entries']): string | undefined => {
  const names = fileNamesIn(entries, isIntroduction)
  return names.find((name) => /index/i.test(name)) ?? names[0]
}

/** The file that says what the site is called that the folder holds. */
export const siteFileIn = (entries: WalkedFolder['entries']): string | undefined =>
  fileNamesIn(entries, isSiteFile)[0]

/** The same file, where the site lies in a folder of the corpus that is called so; by its path. */
export function siteFileBelow({ folders }: FolderTree): string | undefined {
  const [only, ...others] = folders.flatMap(({ steps, entries }) => {
    const file = siteFileIn(entries)
    const isOfSite = steps.length === 1 && /^(?:(?:web)?site|docs|src)$/i.test(steps[0] ?? '')
    return isOfSite && file !== undefined ? [join(...steps, file)] : []
  })
  return others.length === 0 ? only : undefined
}

/** Whether somebody, or an import, has said that the folder is an event. */
export const isSaidToBeEvent = (entries: WalkedFolder['entries']): boolean =>
  hasFile(entries, eventFile) || hasFile(entries, recordsFile)

export const hasFile = (entries: WalkedFolder['entries'], name: string): boolean =>
  entries.some((entry) => entry.kind === 'file' && entry.name === name)
