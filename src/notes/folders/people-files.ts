import { basename, join } from 'node:path'
import { inParallel } from '../../files/in-parallel.ts'
import { isPeopleName } from '../foreign/words/folder-names.ts'
import type { readEntries, WalkedFolder } from './walk-folders.ts'

const foldersAtATime = 32

export interface PeopleListing {
  readonly peopleFiles: readonly string[]
  /** Folders that may hold some, and cannot be read. */
  readonly unread: readonly { readonly path: string; readonly error: unknown }[]
}

/** The files in which sites keep who speaks: `_data/speakers.yml`, `data/people.json`, `content/speakers/ada-example.yaml`. */
export async function listPeopleFiles(
  walked: readonly WalkedFolder[],
  entriesOf: typeof readEntries,
): Promise<PeopleListing> {
  const data = await inParallel(dataFoldersIn(walked), foldersAtATime, async (path) => ({
    path,
    ...(await entriesOf(path)),
  }))
  return {
    peopleFiles: [...walked, ...data].flatMap(({ path, entries }) =>
      namesOfPeopleFiles(path, entries).map((name) => join(path, name)),
    ),
    unread: data.flatMap(({ path, error }) => (error === undefined ? [] : [{ path, error }])),
  }
}

/** The folders of data beside what was walked through. Notes lie in no folder that is called `_data`, so it is passed over itself. */
export const dataFoldersIn = (walked: readonly WalkedFolder[]): readonly string[] =>
  walked.flatMap(({ path, passed = [] }) =>
    passed.flatMap(({ name, by, isLink }) =>
      name === dataFolder && by === 'name' && !isLink ? [join(path, name)] : [],
    ),
  )

const dataFolder = '_data'

function namesOfPeopleFiles(folder: string, entries: WalkedFolder['entries']): readonly string[] {
  const isOfPeople = isPeopleName(basename(folder))
  return entries
    .filter(
      ({ name, kind, linked }) =>
        kind === 'file' && !linked && (peopleFile.test(name) || (isOfPeople && dataEnding.test(name))),
    )
    .map(({ name }) => name)
}

/** Of the files in which sites keep data. */
export const dataEnding = /\.(?:ya?ml|json)$/i

const peopleFile = /^(?:speakers?|people|presenters?|authors?)\.(?:ya?ml|json)$/i
