import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { errorCode } from '../files/error-code.ts'
import { messageOf } from '../files/message-of.ts'
import { makePrivateFolder } from '../files/private-access.ts'
import { GitFailure, type GitOptions, git, shownUrl } from './git.ts'

/** A repository that the notes come from. */
export interface RepositoryLocation {
  /** As git takes it; may hold credentials. */
  readonly url: string
  /** If undefined, the repository's own first one. */
  readonly branch: string | undefined
  /** The folder in it that holds the notes, with `/`; all of it if undefined. */
  readonly folder: string | undefined
  /** The folder that the copy is kept in, from `defaultPlaces`. */
  readonly copy: string
}

/** Does some work at a moment at which nobody reads the notes. */
export type ChangeNotes = (work: () => Promise<void>) => Promise<void>

/** A copy of a repository, of which one commit is checked out: the last one that could be. */
export interface RepositoryCopy {
  /** The address without credentials. */
  readonly shownUrl: string
  /**
   * Fetches, and checks out what is new. Resolves to whether anything was. Where it fails, what was checked out stays.
   * @param change does what changes files, at a moment at which nobody reads them
   * @param signal ends the fetching
   * @throws {GitFailure}
   */
  pull(change?: ChangeNotes, signal?: AbortSignal): Promise<boolean>
}

export interface OpenCopyOptions {
  readonly log: { warn(line: string): void }
}

/** A first copy may be large. */
const maxCloneMs = 10 * 60_000
const maxFetchMs = 2 * 60_000
const maxLocalMs = 60_000
const maxLookMs = 20_000

/** The repository is there, and the folder of the notes is not in it. */
class NoFolder extends GitFailure {}

const fetched = 'refs/hallway/fetched'
const served = 'refs/hallway/served'

/**
 * Opens the copy and brings it up to date. Where that fails and there is a copy of before, it is served on, with a warning.
 * @throws {GitFailure} if there is none
 */
export async function openRepositoryCopy(
  { url, branch, folder, copy }: RepositoryLocation,
  { log }: OpenCopyOptions,
): Promise<RepositoryCopy> {
  makeCopy(copy)
  const local = { folder: copy, url, maxMs: maxLocalMs }
  const commitOf = (name: string) =>
    git(local, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`).catch(() => undefined)

  const gitFolder = join(copy, '.git')
  const isOwn = await readdir(gitFolder).catch(() => undefined)
  if (isOwn === undefined) await beginCopy()
  else await removeLocks(gitFolder)
  let current = await commitOf(served)
  let hasBegunAnew = false
  // A process that died as it checked out has left something between two commits.
  if (current !== undefined)
    await checkOut(current).catch(() => {
      current = undefined
    })

  /** The files of the notes stay. */
  async function beginCopy(): Promise<void> {
    await rm(gitFolder, { recursive: true, force: true })
    await git(local, 'init', '--quiet')
  }

  async function checkOut(commit: string): Promise<void> {
    await git(local, 'reset', '--hard', '--quiet', commit)
    await git(local, 'clean', '-ffdxq')
  }

  const from = branch === undefined ? 'HEAD' : `refs/heads/${branch}`

  async function pull(change: ChangeNotes = (work) => work(), signal?: AbortSignal): Promise<boolean> {
    try {
      return await pullOnce(change, signal)
    } catch (error) {
      if (signal?.aborted || hasBegunAnew || error instanceof NoFolder || !(await isThere(signal)))
        throw error
      // The repository answers, so it may be the copy that is damaged, as a loss of power can leave it.
      await fetchAnew(signal).catch(() => {
        throw error
      })
      hasBegunAnew = true
      log.warn(`The copy of the notes is made anew: ${messageOf(error)}.`)
      current = undefined
      return pullOnce(change, signal)
    }
  }

  /** Fetches into another repository, which takes the place of the copy's only once all has come. The files of the notes stay. */
  async function fetchAnew(signal: AbortSignal | undefined): Promise<void> {
    const beside = `${copy}.anew`
    const anew = { ...local, gitFolder: resolve(beside, '.git'), signal }
    try {
      await rm(beside, { recursive: true, force: true })
      makeCopy(beside)
      await git(anew, 'init', '--quiet')
      await fetchInto(anew, maxCloneMs)
      await rm(gitFolder, { recursive: true, force: true })
      await rename(anew.gitFolder, gitFolder)
    } finally {
      await rm(beside, { recursive: true, force: true })
    }
  }

  function fetchInto(options: GitOptions, maxMs: number): Promise<string> {
    const spec = `+${from}:${fetched}`
    const how = ['--quiet', '--depth=1', '--no-tags', '--force']
    return git({ ...options, maxMs }, 'fetch', ...how, 'notes', spec)
  }

  const isThere = (signal: AbortSignal | undefined): Promise<boolean> =>
    git(
      { ...local, folder: dirname(copy), isWithout: true, maxMs: maxLookMs, signal },
      'ls-remote',
      '--exit-code',
      'notes',
      from,
    ).then(
      () => true,
      () => false,
    )

  async function pullOnce(change: ChangeNotes, signal?: AbortSignal): Promise<boolean> {
    await removeLocks(gitFolder)
    await fetchInto({ ...local, signal }, current === undefined ? maxCloneMs : maxFetchMs)
    const next = await git(local, 'rev-parse', '--verify', `${fetched}^{commit}`)
    if (next === current) return false
    if (folder !== undefined) await requireFolder(next, folder)
    await change(async () => {
      try {
        await checkOut(next)
      } catch (error) {
        if (current !== undefined) await checkOut(current).catch(() => {})
        throw error
      }
      await git(local, 'update-ref', served, next)
      current = next
    })
    return true
  }

  async function requireFolder(commit: string, path: string): Promise<void> {
    const kind = await git(local, 'cat-file', '-t', `${commit}:${path}`).catch(() => 'nothing')
    if (kind !== 'tree') throw new NoFolder(`it has no folder ${path}`)
  }

  try {
    await pull()
  } catch (error) {
    if (current === undefined || !(error instanceof GitFailure)) throw error
    log.warn(
      `The notes could not be pulled from ${shownUrl(url)}: ${error.message}. The last copy is served.`,
    )
  }
  return { shownUrl: shownUrl(url), pull }
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
 * Of a git that was killed, by us too if it took too long: another fails as long as they are there. Nobody else works in this
 * copy, and we do one thing at a time in it.
 */
async function removeLocks(gitFolder: string): Promise<void> {
  const names = await readdir(gitFolder, { recursive: true }).catch(() => [])
  for (const name of names.filter((name) => name.endsWith('.lock') && !name.startsWith('objects'))) {
    await rm(join(gitFolder, name), { force: true }).catch((error: unknown) => {
      throw new GitFailure(`${name} of an earlier run cannot be removed (${errorCode(error)})`)
    })
  }
}
