import { join } from 'node:path'
import { inParallel } from '../files/in-parallel.ts'
import type { PersonPage } from './foreign/person-page.ts'
import type { FileContent } from './read-file.ts'
import { readTextFile } from './read-text-file.ts'
import type { readEntries, WalkedFolder } from './walk-folders.ts'

const foldersAtATime = 32

/**
 * The files in which sites keep who speaks: `_data/speakers.yml`, `data/people.json`. Notes lie in no folder that is called
 * `_data`, so it is not walked through.
 */
export async function peopleFilesIn(
  walked: readonly WalkedFolder[],
  entriesOf: typeof readEntries,
): Promise<readonly string[]> {
  const data = await inParallel(walked.flatMap(dataFolderIn), foldersAtATime, async (path) => ({
    path,
    ...(await entriesOf(path)),
  }))
  return [...walked, ...data].flatMap(({ path, entries }) =>
    namesOfPeopleFiles(entries).map((name) => join(path, name)),
  )
}

/** The folder of data beside what was walked through, if there is one. */
const dataFolderIn = ({ path, passed = [] }: WalkedFolder): readonly string[] =>
  passed.flatMap(({ name, by, isLink }) =>
    name === dataFolder && by === 'name' && !isLink ? [join(path, name)] : [],
  )

const dataFolder = '_data'

const namesOfPeopleFiles = (entries: WalkedFolder['entries']): readonly string[] =>
  entries
    .filter(({ name, kind, linked }) => kind === 'file' && !linked && peopleFile.test(name))
    .map(({ name }) => name)

const peopleFile = /^(?:speakers?|people|presenters?|authors?)\.(?:ya?ml|json)$/i

/** Whom such a file names, and by what they are called; one that cannot be read names nobody. */
export async function readPeopleFile(path: string): Promise<FileContent> {
  const read = await readTextFile(path, { anyEncoding: true })
  const { personsInData } = await import('./foreign/people-by-id.ts')
  const people: readonly PersonPage[] = 'problem' in read ? [] : personsInData(read.text)
  return { talks: [], problems: [], ...(people.length > 0 && { people }) }
}
