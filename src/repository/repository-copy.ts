import { messageOf } from '../files/message-of.ts'
import { GitFailure, GitHindered, shownUrl } from './git.ts'
import { createWorkingCopy, type RepositoryLocation, type WorkingCopy } from './working-copy.ts'

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

/**
 * Opens the copy and brings it up to date. Where that fails and there is a copy of before, it is served on, with a warning.
 * @throws {GitFailure} if there is none
 */
export async function openRepositoryCopy(
  location: RepositoryLocation,
  { log }: OpenCopyOptions,
): Promise<RepositoryCopy> {
  const copy = await createWorkingCopy(location)
  let current = await checkOutServed(copy)
  /** Since a pull has gone well: what a new copy did not mend, another does not. */
  let hasBegunAnew = false

  async function pull(change: ChangeNotes = (work) => work(), signal?: AbortSignal): Promise<boolean> {
    try {
      const isNew = await pullOnce(change, signal)
      hasBegunAnew = false
      return isNew
    } catch (error) {
      if (signal?.aborted || hasBegunAnew || error instanceof GitHindered) throw error
      const newest = await copy.newest(signal)
      if (newest === undefined) throw error
      // The repository answers, so it may be the copy that is damaged, as a loss of power can leave it.
      await copy.fetchAnew(newest, signal).catch(() => {
        throw error
      })
      hasBegunAnew = true
      log.warn(`The copy of the notes is made anew: ${messageOf(error)}.`)
      current = undefined
      return pullOnce(change, signal)
    }
  }

  async function pullOnce(change: ChangeNotes, signal?: AbortSignal): Promise<boolean> {
    const next = await copy.fetch(current === undefined ? 'first' : 'further', signal)
    if (next === current) return false
    await copy.requireFolder(next)
    await copy.requireRoom(next, current)
    await change(async () => {
      try {
        await copy.checkOut(next)
      } catch (error) {
        if (current !== undefined) await copy.restore(current).catch(() => {})
        throw error
      }
      await copy.keepAsServed(next)
      current = next
    })
    return true
  }

  const shown = shownUrl(location.url)
  try {
    await pull()
  } catch (error) {
    if (current === undefined || !(error instanceof GitFailure)) throw error
    log.warn(`The notes could not be pulled from ${shown}: ${error.message}. The last copy is served.`)
  }
  return { shownUrl: shown, pull }
}

/** The commit that was served last; undefined if there is none that can be checked out. */
async function checkOutServed(copy: WorkingCopy): Promise<string | undefined> {
  const served = await copy.served()
  if (served === undefined) return undefined
  // A process that died as it checked out has left something between two commits.
  const isThere = copy.checkOut(served).catch(() => copy.restore(served))
  return isThere.then(
    () => served,
    () => undefined,
  )
}
