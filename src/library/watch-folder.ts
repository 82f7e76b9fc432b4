import { watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { errorCode } from '../files/error-code.ts'
import { identityOf } from '../files/identity-of.ts'
import { isFolder } from '../files/is-folder.ts'
import { dataFoldersIn } from '../notes/folders/people-files.ts'
import { walkFolders } from '../notes/folders/walk-folders.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { createWatchedFolders } from './watched-folders.ts'

export interface Watcher {
  /**
   * Watches what is there now. To be called from time to time: that a folder further above was replaced, nothing tells.
   * Never throws.
   */
  follow(): Promise<void>
  close(): void
}

export interface WatchOptions {
  /** Folders outside of it that links may lead to. Default: none. */
  readonly linksTo?: readonly string[]
  /** Hears at once what may have changed: a file, or a folder with all that is in it. */
  readonly onHear?: (path: string) => void
  /** Hears at once of what the system tells, where `onHear` also hears of folders that are found. */
  readonly onEvent?: (path: string) => void
  readonly onChange: () => void
  /** Hears once why some folder cannot be watched, such as ENOSPC if the system watches no more. */
  readonly onFailure: (error: Error) => void
  /** Node's unless given. */
  readonly watch?: typeof watch
}

/** Changes come in bursts: how long nothing may happen before they are told. */
const quietMs = 100
/** How long a burst may last. */
const maxBurstMs = 500

/**
 * Tells when something may have changed in a folder or in those below it, as far as anything is read from them. Each folder
 * is watched by itself: Node's recursive watching on Linux loses files that are replaced, and watches every single one.
 * The folder itself may go and come back, or be a link that is changed. A hint only: network file systems give none.
 */
export function watchFolder(
  folder: string,
  {
    linksTo,
    onHear = () => {},
    onEvent = () => {},
    onChange,
    onFailure,
    watch: watchPath = watch,
  }: WatchOptions,
): Watcher {
  const root = resolve(folder)
  const closing = new AbortController()
  const watched = createWatchedFolders({
    root,
    watch: watchPath,
    onEvent(path) {
      onEvent(path)
      hear(path)
    },
    onFailure: onceUnlessGone(onFailure),
  })
  const burst = createBurst(async (paths) => {
    const mustFollow = watched.takeDropped()
    onChange()
    if (mustFollow || (await mayTellOfFolders(paths))) await following.ask()
  })
  const hear = (path: string) => {
    if (closing.signal.aborted) return
    onHear(path)
    burst.add(path)
  }
  const followOnce = async () => {
    const identities = await foldersToWatch(root, linksTo)
    if (closing.signal.aborted) return false
    // What happened in it before it was watched.
    for (const path of watched.follow(identities)) if (path !== dirname(root)) hear(path)
    return false
  }
  const following = oneAtATime(followOnce, closing.signal)
  void following.ask()
  return {
    follow: following.ask,
    close() {
      closing.abort()
      burst.cancel()
      watched.close()
    },
  }
}

/** Collects paths until nothing more is added for a moment, or for long enough; then tells them all at once. */
function createBurst(tell: (paths: ReadonlySet<string>) => Promise<void>) {
  let quiet: NodeJS.Timeout | undefined
  let since = 0
  let heard = new Set<string>()
  const end = () => {
    const paths = heard
    since = 0
    heard = new Set()
    void tell(paths)
  }
  return {
    add(path: string) {
      heard.add(path)
      const now = performance.now()
      since ||= now
      clearTimeout(quiet)
      quiet = setTimeout(end, Math.min(quietMs, Math.max(0, since + maxBurstMs - now)))
      quiet.unref()
    },
    cancel: () => clearTimeout(quiet),
  }
}

/** What is gone already, or may not be read, is no failure of watching: the latter is among the problems of the notes. */
function onceUnlessGone(onFailure: (error: Error) => void): (error: unknown) => void {
  let hasFailed = false
  return (error) => {
    const isGone = ['ENOENT', 'ENOTDIR', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '')
    if (hasFailed || isGone || !(error instanceof Error)) return
    hasFailed = true
    onFailure(error)
  }
}

/**
 * The folder, the one above it, and all below in which notes may lie, or data that say who speaks; with which folder each of them is at
 * present.
 */
async function foldersToWatch(
  root: string,
  linksTo: readonly string[] | undefined,
): Promise<ReadonlyMap<string, string | undefined>> {
  const { folders } = await walkFolders(root, linksTo)
  const paths = [dirname(root), ...folders.map(({ path }) => path), ...dataFoldersIn(folders)]
  return new Map(await Promise.all(paths.map(async (path) => [path, await identityOf(path)] as const)))
}

const maxAsked = 100

/** Whether some may be a folder, or say which folders are read. */
async function mayTellOfFolders(paths: ReadonlySet<string>): Promise<boolean> {
  if (paths.size > maxAsked) return true
  const answers = await Promise.all(
    Array.from(paths, (path) => basename(path) === '.gitignore' || isFolder(path)),
  )
  return answers.includes(true)
}
