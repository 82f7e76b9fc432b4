import { join } from 'node:path'
import type { PersonPage } from './foreign/person-page.ts'
import type { FileContent } from './read-file.ts'
import { readTextFile } from './read-text-file.ts'
import type { readEntries, WalkedFolder } from './walk-folders.ts'

/**
 * The files in which sites keep who speaks: `_data/speakers.yml`, `data/people.json`. Notes lie in no folder that is called
 * `_data`, so it is not walked through.
 */
export async function peopleFilesIn(
  walked: readonly WalkedFolder[],
  entriesOf: typeof readEntries,
): Promise<readonly string[]> {
  const paths: string[] = []
  for (const { path, entries, passed = [] } of walked.slice(0, maxFolders)) {
    paths.push(...namesOfPeopleFiles(entries).map((name) => join(path, name)))
    if (!passed.some(({ name, isLink }) => name === dataFolder && !isLink)) continue
    const data = join(path, dataFolder)
    paths.push(...namesOfPeopleFiles((await entriesOf(data)).entries).map((name) => join(data, name)))
  }
  return paths
}

const dataFolder = '_data'
/** Sites keep them near the top. */
const maxFolders = 200

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
