import { basename, dirname, join } from 'node:path'
import { YAMLParseError } from 'yaml'
import { inParallel } from '../files/in-parallel.ts'
import { messageOf } from '../files/message-of.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import type { FileContent } from './file-reading.ts'
import { describeYamlFault } from './foreign/describe-yaml-fault.ts'
import { isPeopleName } from './foreign/titles.ts'
import type { Problem } from './problem.ts'
import { readTextFile } from './read-text-file.ts'
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

const dataEnding = /\.(?:ya?ml|json)$/i

const peopleFile = /^(?:speakers?|people|presenters?|authors?)\.(?:ya?ml|json)$/i

/** Whom such a file names, and by what they are called; one that cannot be read names nobody, and says why. */
export async function readPeopleFile(path: string): Promise<FileContent> {
  const tooLong = 'leave in it what talks call people and their names'
  const read = await readTextFile(path, { anyEncoding: true, tooLong })
  if ('problem' in read) return namingNobody(read.problem)
  const { personsInData } = await import('./foreign/people-by-id.ts')
  try {
    const called = isPeopleName(basename(dirname(path))) ? basename(path).replace(dataEnding, '') : undefined
    const people = personsInData(read.text, called)
    return { talks: [], problems: [], ...(people.length > 0 && { people }) }
  } catch (error) {
    const message = messageOf(error)
    return namingNobody({
      severity: 'error',
      file: pathForPeople(path),
      ...(error instanceof YAMLParseError && { line: read.text.slice(0, error.pos[0]).split('\n').length }),
      message: `is bad ${/\.json$/i.test(path) ? 'JSON' : 'YAML'}: ${describeYamlFault(message)}`,
      advice:
        'close every quote and bracket here and above, and put values with special characters in quotes',
    })
  }
}

const namingNobody = (problem: Problem): FileContent => ({
  talks: [],
  problems: [{ ...problem, message: `gives no names of speakers, since it ${problem.message}` }],
})
