import { basename, dirname, join } from 'node:path'
import { pathForPeople } from '../files/path-for-people.ts'
import type { Corpus } from './corpus.ts'
import { isIntroduction, isNoteEnding, isNoteName } from './is-note.ts'
import type { Problem } from './problem.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** The texts of a folder of which no talk is served, by why. */
export interface UnservedTexts {
  /** As a path for people. */
  readonly folder: string
  readonly reasons: readonly { readonly why: string; readonly names: readonly string[] }[]
}

/**
 * Every text, and every folder that is not looked into, of which no talk is served, with the reason: nobody is to wonder where a file
 * is. Folders are in order.
 * @param walked what lies where the notes are
 * @param shown problems that are told elsewhere
 */
export function unservedTexts(
  walked: readonly WalkedFolder[],
  { talks, problems }: Pick<Corpus, 'talks' | 'problems'>,
  shown: readonly Problem[],
): readonly UnservedTexts[] {
  const served = new Set(talks.map(({ file }) => file))
  const told = new Set(shown.filter(saysUnserved).map(({ file }) => file))
  const troubled = problems.filter(saysUnserved)
  const places = new Set(troubled.filter(({ message }) => unserved.test(message)).map(({ file }) => file))
  const failed = new Set(troubled.map(({ file }) => file))
  const folders = new Map<string, Map<string, Set<string>>>()
  const tell = (path: string, why: string) => {
    if (told.has(path)) return
    const reasons = folders.get(dirname(path)) ?? new Map<string, Set<string>>()
    folders.set(dirname(path), reasons.set(why, (reasons.get(why) ?? new Set<string>()).add(basename(path))))
  }
  for (const { file, message } of troubled) if (!served.has(file)) tell(file, reasonIn(message))
  for (const { path, entries } of walked)
    for (const { name, kind } of entries) {
      if (kind !== 'file' || !isNoteEnding(name)) continue
      const file = pathForPeople(join(path, name))
      if (served.has(file) || failed.has(file) || isWithin(file, places)) continue
      tell(file, reasonOfName(name))
    }
  for (const { path, passed = [] } of walked)
    for (const { name, by } of passed) tell(pathForPeople(join(path, name)), reasonsPassed[by])
  return [...folders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folder, reasons]) => ({
      folder,
      reasons: Array.from(reasons, ([why, names]) => ({ why, names: [...names].sort() })),
    }))
}

/** What is only a hint keeps nothing from being served. */
const saysUnserved = ({ severity, message }: Problem): boolean =>
  severity === 'error' || unserved.test(message)

const unserved = /\bnot (?:served|read)\b/

const reasonIn = (message: string): string =>
  message.replace(/,? so (?:it|the|what)\b.* not (?:served|read)$/, '')

/** Whether a file, or a folder that it lies in, is among them. */
function isWithin(file: string, paths: ReadonlySet<string>): boolean {
  for (let path = file; ; path = dirname(path)) {
    if (paths.has(path)) return true
    if (path === dirname(path)) return false
  }
}

function reasonOfName(name: string): string {
  if (isIntroduction(name)) return 'introduces the folder, and holds no talks of its own'
  return isNoteName(name) ? 'holds no talks' : 'no note by its name'
}

const reasonsPassed = {
  gitignore: 'named by a .gitignore',
  name: 'not looked into, by its name',
} as const
