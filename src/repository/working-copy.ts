import { readdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { errorCode } from '../files/error-code.ts'
import { megabytes } from '../files/megabytes.ts'
import { messageOf } from '../files/message-of.ts'
import { makePrivateFolder } from '../files/private-access.ts'
import { GitFailure, GitHindered, type GitOptions, git } from './git.ts'

/** A repository that the notes come from. */
export interface RepositoryLocation {
  /** As git takes it; may hold credentials. */
  readonly url: string
  /** If undefined, the repository's own first one. */
  readonly branch: string | undefined
  /** The folder in it that holds the notes, with `/`; all of it if undefined. */
  readonly folder: string | undefined
  /** The folder that the copy is kept in. */
  readonly copy: string
}

/** What git does in the folder of the copy. All throw `GitFailure`. */
export interface WorkingCopy {
  /** The commit that was served last; undefined if there is none, or the copy is damaged. */
  served(): Promise<string | undefined>
  keepAsServed(commit: string): Promise<void>
  checkOut(commit: string): Promise<void>
  /**
   * Checks out a commit again of which most is there, though another was begun: what came of that goes first, since it may have
   * taken all the room.
   */
  restore(commit: string): Promise<void>
  /** Fetches the newest commit, and gives it. A first one may take longer. */
  fetch(which: 'first' | 'further', signal?: AbortSignal): Promise<string>
  /**
   * Fetches into another repository, which takes the place of the copy's only once all has come. The files of the notes stay.
   * @param commit of the repository that it is a copy of
   */
  fetchAnew(commit: string, signal?: AbortSignal): Promise<void>
  /** The newest commit of the repository that it is a copy of; undefined if that cannot be reached, or has no such branch. */
  newest(signal?: AbortSignal): Promise<string | undefined>
  /** @throws {UnfitCommit} if the folder of the notes is not in that commit */
  requireFolder(commit: string): Promise<void>
  /**
   * What is checked out fills the disk on which the database is, too, and a few kilobytes can name the same file billions of times.
   * @param current the commit that is checked out
   * @throws {GitFailure} if there are too many files, or no room for them
   */
  requireRoom(commit: string, current: string | undefined): Promise<void>
}

/** The repository is there, and what it holds cannot be served: the folder of the notes is not in it, or the disk has no room. */
class UnfitCommit extends GitHindered {}

/** A first copy may be large. */
const maxCloneMs = 10 * 60_000
const maxFetchMs = 2 * 60_000
const maxLocalMs = 60_000
const maxLookMs = 20_000

/** In characters: of half a million files, as no repository of notes has. */
const maxList = 64 * 1024 * 1024

/** Hex digits of a commit's name, unless the repository uses SHA-256. */
const sha1Length = 40

/** Of a symbolic link. */
const linkMode = '120000'

const fetched = 'refs/hallway/fetched'
const served = 'refs/hallway/served'

/** Makes the folder and its repository, if they are not there yet. @throws {GitFailure} */
export async function createWorkingCopy({
  url,
  branch,
  folder,
  copy,
}: RepositoryLocation): Promise<WorkingCopy> {
  const local = { folder: copy, url, maxMs: maxLocalMs }
  const gitFolder = join(copy, '.git')
  const from = branch === undefined ? 'HEAD' : `refs/heads/${branch}`
  makeCopy(copy)
  const isOwn = await readdir(gitFolder).catch(() => undefined)
  if (isOwn === undefined) {
    // The files of the notes stay.
    await rm(gitFolder, { recursive: true, force: true })
    await git(local, 'init', '--quiet')
  } else await removeLocks(gitFolder)

  function fetchInto(options: GitOptions): Promise<string> {
    const how = ['--quiet', '--depth=1', '--no-tags', '--force']
    return git(options, 'fetch', ...how, 'notes', `+${from}:${fetched}`)
  }

  const clean = () => git(local, 'clean', '-ffdxq')

  async function checkOut(commit: string): Promise<void> {
    await git(local, 'reset', '--hard', '--quiet', commit)
    await clean()
  }

  /** Of all its files together, in bytes. */
  async function sizeOf(commit: string): Promise<number> {
    const otherwise = 'it holds too many files to check out, about half a million or more'
    const maxSaid = { length: maxList, otherwise }
    const list = await git({ ...local, maxSaid }, 'ls-tree', '-r', '-l', '-z', commit)
    let bytes = 0
    for (const [, size] of list.matchAll(/(?:^|\0)\d+ blob [\da-f]+ +(\d+)\t/g)) bytes += Number(size)
    return bytes
  }

  return {
    served: () => git(local, 'rev-parse', '--verify', '--quiet', `${served}^{commit}`).catch(() => undefined),
    async keepAsServed(commit) {
      await git(local, 'update-ref', served, commit)
    },
    checkOut,
    async restore(commit) {
      await removeLocks(gitFolder)
      await clean()
      await checkOut(commit)
    },
    async fetch(which, signal) {
      // git runs in that folder, which somebody may have removed.
      makeCopy(copy)
      await removeLocks(gitFolder)
      await fetchInto({ ...local, signal, maxMs: which === 'first' ? maxCloneMs : maxFetchMs })
      return git(local, 'rev-parse', '--verify', `${fetched}^{commit}`)
    },
    async fetchAnew(commit, signal) {
      const beside = `${copy}.anew`
      const anew = { ...local, gitFolder: resolve(beside, '.git'), signal, maxMs: maxCloneMs }
      try {
        await rm(beside, { recursive: true, force: true })
        makeCopy(beside)
        // Only repositories that name commits in one way can be fetched from each other.
        const hash = commit.length > sha1Length ? 'sha256' : 'sha1'
        await git({ ...anew, maxMs: maxLocalMs, hash }, 'init', '--quiet')
        await fetchInto(anew)
        await rm(gitFolder, { recursive: true, force: true })
        await rename(anew.gitFolder, gitFolder)
      } finally {
        await rm(beside, { recursive: true, force: true })
      }
    },
    newest: (signal) =>
      git(
        { ...local, folder: dirname(copy), isWithout: true, maxMs: maxLookMs, signal },
        'ls-remote',
        '--exit-code',
        'notes',
        from,
      ).then(
        (said) => said.split(/\s/)[0],
        () => undefined,
      ),
    async requireFolder(commit) {
      if (folder === undefined) return
      const told = await git(local, 'ls-tree', commit, '--', folder).catch(() => '')
      const [mode, kind] = told.split(' ')
      if (kind === 'tree') return
      if (kind === 'commit')
        throw new UnfitCommit(`${folder} in it is a submodule: name the repository that this is of`)
      if (mode === linkMode)
        throw new UnfitCommit(`${folder} in it is a link: name the folder that it leads to`)
      throw new UnfitCommit(`it has no folder ${folder}`)
    },
    async requireRoom(commit, current) {
      const bytes = await sizeOf(commit)
      const there = await readdir(copy)
      // A copy that is made anew takes the place of files that are there.
      const more = current === undefined ? (there.length > 1 ? 0 : bytes) : bytes - (await sizeOf(current))
      const { blocks, bavail, bsize } = await statfs(copy)
      const free = bavail * bsize
      // Some file systems do not tell how large they are.
      if (blocks > 0 && more > free)
        throw new UnfitCommit(
          `it needs ${megabytes(more)} more, and the disk of ${copy} has ${megabytes(free)}: free some space, or take large files out of the repository`,
        )
    },
  }
}

/** @throws {GitFailure} */
function makeCopy(copy: string): void {
  try {
    makePrivateFolder(copy)
  } catch (error) {
    throw new GitFailure(
      `its copy cannot be made (${messageOf(error)}): set HALLWAY_DATA to a folder that may be written`,
    )
  }
}

/**
 * Removes the locks of a git that was killed, perhaps by us because it took too long: while they are there, every other git
 * fails. Nobody else works in this copy, and we do one thing at a time in it.
 */
async function removeLocks(gitFolder: string): Promise<void> {
  const names = await readdir(gitFolder, { recursive: true }).catch(() => [])
  for (const name of names.filter((name) => name.endsWith('.lock') && !name.startsWith('objects'))) {
    await rm(join(gitFolder, name), { force: true }).catch((error: unknown) => {
      throw new GitFailure(`${name} of an earlier run cannot be removed (${errorCode(error)})`)
    })
  }
}
