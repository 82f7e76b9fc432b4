import { basename, dirname, join } from 'node:path'
import { foldersAbove } from '../files/folders-above.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import type { Corpus } from './corpus.ts'
import type { WalkedFolder } from './folders/walk-folders.ts'
import { isIntroduction, isNoteEnding, isNoteName } from './is-note.ts'
import type { Problem } from './problem.ts'

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
  const unserved = problems.filter(saysUnserved).filter(({ file }) => !served.has(file))
  const all = [
    ...unserved.map(({ file, whyUnserved, message }) => ({ path: file, why: whyUnserved ?? message })),
    ...textsWithoutTalks(walked, served, problems),
    ...passedOver(walked),
  ].filter(({ path }) => !told.has(path))
  const folders = [...Map.groupBy(all, ({ path }) => dirname(path))]
  return folders
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folder, texts]) => ({
      folder,
      reasons: Array.from(
        Map.groupBy(texts, ({ why }) => why),
        ([why, ofReason]) => ({ why, names: namesOf(ofReason) }),
      ),
    }))
}

interface UnservedText {
  /** For people. */
  readonly path: string
  readonly why: string
}

const namesOf = (texts: readonly UnservedText[]): readonly string[] =>
  [...new Set(texts.map(({ path }) => basename(path)))].sort()

/** The texts with which nothing is wrong, and of which there is no talk all the same. */
function textsWithoutTalks(
  walked: readonly WalkedFolder[],
  served: ReadonlySet<string>,
  problems: readonly Problem[],
): readonly UnservedText[] {
  const failed = new Set(problems.filter(saysUnserved).map(({ file }) => file))
  const unservedPlaces = new Set(problems.filter(isUnserved).map(({ file }) => file))
  const files = walked.flatMap(({ path, entries }) =>
    entries
      .filter(({ name, kind }) => kind === 'file' && isNoteEnding(name))
      .map(({ name }) => ({ path: pathForPeople(join(path, name)), why: reasonOfName(name) })),
  )
  return files.filter(({ path }) => !served.has(path) && !failed.has(path) && !isWithin(path, unservedPlaces))
}

const passedOver = (walked: readonly WalkedFolder[]): readonly UnservedText[] =>
  walked.flatMap(({ path, passed = [] }) =>
    passed.map(({ name, by }) => ({ path: pathForPeople(join(path, name)), why: reasonsPassed[by] })),
  )

/** What is only a hint keeps nothing from being served. */
const saysUnserved = (problem: Problem): boolean => problem.severity === 'error' || isUnserved(problem)

const isUnserved = ({ whyUnserved }: Problem): boolean => whyUnserved !== undefined

/** Whether a file, or a folder that it lies in, is among them. */
const isWithin = (file: string, paths: ReadonlySet<string>): boolean =>
  [file, ...foldersAbove(file)].some((path) => paths.has(path))

function reasonOfName(name: string): string {
  if (isIntroduction(name)) return 'introduces the folder, and holds no talks of its own'
  return isNoteName(name) ? 'holds no talks' : 'no note by its name'
}

const reasonsPassed = {
  gitignore: 'named by a .gitignore',
  name: 'not looked into, by its name',
} as const
