import { join } from 'node:path'
import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { errorCode } from '../../files/error-code.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import { whyNoFolder } from '../../files/why-no-folder.ts'
import { eventFile, synonymsFile } from '../file-names.ts'
import type { Problem } from '../problem.ts'
import { foldersByUse } from './code-folders.ts'
import { type EventFolder, eventFoldersOf } from './event-folders.ts'
import { hasFile } from './folder-tree.ts'
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
  const problems: Problem[] = []
  const report = (severity: Problem['severity'], path: string, message: string, advice: string) =>
    problems.push({ severity, file: pathForPeople(path), message, advice })
  const reportUnserved = (path: string, whyUnserved: string, end: string, advice: string) =>
    problems.push({
      severity: 'warning',
      file: pathForPeople(path),
      message: `${whyUnserved}${end}`,
      advice,
      whyUnserved,
    })
  const walk = await walkFolders(folder, linksTo, entriesOf)
  const [root] = walk.folders
  for (const { path, leads } of walk.links) {
    if (leads === 'back')
      report('warning', path, 'is a symbolic link that leads back to a folder above it', 'remove the link')
    else if (leads === 'out')
      reportUnserved(
        path,
        'is a link that leads out of the notes',
        ', so it is not read',
        'copy what it leads to, or name its folder in HALLWAY_LINKS',
      )
    else reportUnserved(path, 'is a link to a folder', ', so it is not read', 'link its notes one by one')
  }
  for (const { path, error, ignoreError } of walk.folders) {
    if (error !== undefined) report('error', path, ...describeFolderFailure(error, path === folder))
    if (ignoreError !== undefined) {
      const [why, advice] = describeFileFailure(ignoreError)
      report('warning', join(path, '.gitignore'), `${why}, so what it names is served`, advice)
    }
  }
  if (walk.left !== undefined) report('warning', folder, ...describeLeft(walk.left))
  for (const { path, entries } of walk.folders)
    for (const { name, kind } of entries)
      if (kind === 'file' && /^event\.ya?ml$/i.test(name) && name !== eventFile)
        reportUnserved(join(path, name), 'is not read', '', `rename it to ${eventFile}`)

  const { ofNotes, ofPrograms } = foldersByUse(walk.folders)
  for (const { path, texts } of ofPrograms)
    reportUnserved(
      path,
      'is the folder of a program',
      `, so ${texts === 1 ? 'the text' : `the ${texts} texts`} in it ${texts === 1 ? 'is' : 'are'} not served`,
      'move out of it what is a note',
    )
  const folders = eventFoldersOf(folder, ofNotes)
  const others = otherFilesIn(walk.folders)
  const presence = presenceOf(root, folders, problems)
  const hasSiteData = walk.folders.some(({ passed = [] }) => passed.some(({ name }) => name === '_data'))
  if (presence === 'empty') report('error', folder, ...describeEmpty(folder, others, hasSiteData))
  // After it is known whether notes are there: these folders are not the notes'.
  const { peopleFiles, unread } = await listPeopleFiles(walk.folders, entriesOf)
  for (const { path, error } of unread) report('error', path, ...describeFolderFailure(error, false))
  for (const named of linksTo) {
    const why = await whyNoFolder(named)
    if (why !== undefined)
      report('error', named, why, `correct HALLWAY_LINKS, which names ${named}, or bring the folder back`)
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

function describeLeft(left: NonNullable<Walk['left']>): readonly [message: string, advice: string] {
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
function describeFolderFailure(error: unknown, isRoot: boolean): readonly [message: string, advice: string] {
  const [message, advice] = describeFileFailure(error)
  return isRoot && errorCode(error) === 'ENOENT'
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
