import { join } from 'node:path'
import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { errorCode } from '../../files/error-code.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import { whyNoFolder } from '../../files/why-no-folder.ts'
import { eventFile, synonymsFile } from '../file-names.ts'
import type { Problem } from '../problem.ts'
import { foldersByUse, type ProgramFolder } from './code-folders.ts'
import { type EventFolder, eventFoldersOf } from './event-folders.ts'
import { fileNamesIn, hasFile, markdownOf, renderedIn } from './folder-tree.ts'
import { describeEmpty, type OtherFiles, otherFilesIn } from './other-files.ts'
import { listPeopleFiles } from './people-files.ts'
import {
  failureOf,
  maxLevels,
  maxWalkedFolders,
  readEntries,
  type Walk,
  type WalkedFolder,
  walkFolders,
} from './walk-folders.ts'

export interface NotesListing {
  readonly folders: readonly EventFolder[]
  /** Whether there is a synonyms.yml. */
  readonly hasSynonyms: boolean
  /** Files in which a site keeps who people are. */
  readonly peopleFiles: readonly string[]
  readonly presence: Presence
  readonly problems: readonly Problem[]
  readonly others: OtherFiles
  /** Folders in which another disk is mounted; and those in which nothing is, of which one may have been such. */
  readonly mounts: readonly string[]
  readonly bare: readonly string[]
}

/**
 * Whether the notes are there at all: `empty` if the folder can be read and holds no note, `gone` if there is no such
 * folder, `unreadable` if nobody can tell.
 */
export type Presence = 'there' | 'empty' | 'gone' | 'unreadable'

/**
 * Looks where the notes are, at any depth: the nearest folder is the event, and so is what lies in the corpus's own. What
 * an import has kept is in an event's `talks.jsonl`. Never throws.
 * @param linksTo folders outside of it that links may lead to
 * @param entriesOf what lies in a folder. Default: it is read.
 */
export async function listNotes(
  folder: string,
  linksTo: readonly string[] = [],
  entriesOf = readEntries,
): Promise<NotesListing> {
  const walk = await walkFolders(folder, linksTo, entriesOf)
  const [root] = walk.folders
  const { ofNotes, ofPrograms } = foldersByUse(walk.folders)
  const folders = eventFoldersOf(folder, ofNotes)
  const others = otherFilesIn(walk.folders)
  const problems = [...problemsOfWalk(walk, folder), ...ofPrograms.map(problemOfProgram)]
  const presence = presenceOf(root, folders, problems)
  const hasSiteData = walk.folders.some(({ passed = [] }) => passed.some(({ name }) => name === '_data'))
  if (presence === 'empty') problems.push(error(folder, describeEmpty(folder, others, hasSiteData)))
  // After it is known whether notes are there: these folders are not the notes'.
  const { peopleFiles, unread } = await listPeopleFiles(walk.folders, entriesOf)
  for (const { path, error: failure } of unread)
    problems.push(error(path, describeFolderFailure(failure, false)))
  for (const named of linksTo) {
    const why = await whyNoFolder(named)
    if (why !== undefined)
      problems.push(
        error(named, [why, `correct HALLWAY_LINKS, which names ${named}, or bring the folder back`]),
      )
  }
  return {
    folders,
    peopleFiles,
    hasSynonyms: hasFile(root?.entries ?? [], synonymsFile),
    presence,
    problems,
    others,
    mounts: walk.folders.flatMap(({ path, isMount }) => (isMount ? [path] : [])),
    bare: walk.folders.flatMap(({ path, entries, error }) =>
      entries.length === 0 && error === undefined ? [path] : [],
    ),
  }
}

type Told = readonly [message: string, advice: string]

const error = (path: string, [message, advice]: Told): Problem => ({
  severity: 'error',
  file: pathForPeople(path),
  message,
  advice,
})

const warning = (path: string, told: Told): Problem => ({ ...error(path, told), severity: 'warning' })

/** Of what is not served, with why. */
const unserved = (path: string, whyUnserved: string, end: string, advice: string): Problem => ({
  ...warning(path, [`${whyUnserved}${end}`, advice]),
  whyUnserved,
})

/** What is told of links that are not followed, of what cannot be read, and of files that are called nearly right. */
function problemsOfWalk({ folders, links, left }: Walk, root: string): readonly Problem[] {
  return [
    ...links.map(problemOfLink),
    ...folders.flatMap(({ path, error: failure, ignoreError }) => [
      ...(failure === undefined ? [] : [error(path, describeFolderFailure(failure, path === root))]),
      ...(ignoreError === undefined ? [] : [problemOfIgnoreFile(path, ignoreError)]),
    ]),
    ...(left === undefined ? [] : [warning(root, describeLeft(left))]),
    ...folders.flatMap(({ path, entries }) =>
      renderedIn(entries).map((name) => problemOfRendered(path, name)),
    ),
    ...folders.flatMap(({ path, entries }) =>
      fileNamesIn(entries, (name) => /^event\.ya?ml$/i.test(name) && name !== eventFile).map((name) =>
        unserved(join(path, name), 'is not read', '', `rename it to ${eventFile}`),
      ),
    ),
  ]
}

function problemOfLink({ path, leads }: Walk['links'][number]): Problem {
  if (leads === 'back')
    return warning(path, ['is a symbolic link that leads back to a folder above it', 'remove the link'])
  const [why, advice] =
    leads === 'out'
      ? [
          'is a link that leads out of the notes',
          'copy what it leads to, or name its folder in HALLWAY_LINKS',
        ]
      : ['is a link to a folder', 'link its notes one by one']
  return unserved(path, why, ', so it is not read', advice)
}

const problemOfRendered = (folder: string, name: string): Problem => ({
  ...unserved(
    join(folder, name),
    `was made into ${markdownOf(name)}`,
    ', which is served',
    'nothing needs to be done',
  ),
  isHarmless: true,
})

function problemOfIgnoreFile(folder: string, failure: unknown): Problem {
  const [why, advice] = describeFileFailure(failure)
  return warning(join(folder, '.gitignore'), [`${why}, so what it names is served`, advice])
}

function problemOfProgram({ path, texts }: ProgramFolder): Problem {
  const end = texts === 1 ? 'the text in it is not served' : `the ${texts} texts in it are not served`
  return unserved(path, 'is the folder of a program', `, so ${end}`, 'move out of it what is a note')
}

function describeLeft(left: NonNullable<Walk['left']>): Told {
  const first = pathForPeople(left.first)
  const holds =
    left.reason === 'deep'
      ? `folders more than ${maxLevels} levels deep`
      : `more than ${maxWalkedFolders.toLocaleString('en')} folders`
  const them = left.count === 1 ? first : `${left.count.toLocaleString('en')} of them, such as ${first},`
  return [
    `holds ${holds}, so what lies in ${them} is not read`,
    'name a folder within it as that of the notes, or in a .gitignore what holds none',
  ]
}

/** @param isRoot whether it is the folder of the notes, which somebody has named */
function describeFolderFailure(failure: unknown, isRoot: boolean): Told {
  const [message, advice] = describeFileFailure(failure)
  return isRoot && errorCode(failure) === 'ENOENT'
    ? [
        message,
        'create it, correct the name or link that leads here, or set HALLWAY_CORPUS to the folder of your notes',
      ]
    : [message, advice]
}

function presenceOf(
  root: WalkedFolder | undefined,
  folders: readonly EventFolder[],
  problems: readonly Problem[],
): Presence {
  const failure = root && failureOf(root)
  if (failure !== undefined) return failure === 'ENOENT' ? 'gone' : 'unreadable'
  const hasNotes = folders.some(({ notes, hasRecords }) => notes.length > 0 || hasRecords)
  // A folder that cannot be read may hold some.
  return hasNotes || problems.some(({ severity }) => severity === 'error') ? 'there' : 'empty'
}
