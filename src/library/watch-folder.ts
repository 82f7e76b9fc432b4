import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { errorCode } from '../files/error-code.ts'
import { dataFoldersIn } from '../notes/people-files.ts'
import { walkFolders } from '../notes/walk-folders.ts'
import { oneAtATime } from './one-at-a-time.ts'

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
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>()
  /** By folder, what lies in it that is watched or leads to what is. */
  const within = new Map<string, Set<string>>()
  const root = resolve(folder)
  const fail = onceUnlessGone(onFailure)
  const closing = new AbortController()
  /** Whether other folders may be there than are watched. */
  let isOutdated = false

  const burst = createBurst(async (paths) => {
    const mustFollow = isOutdated
    isOutdated = false
    onChange()
    if (mustFollow || (await mayTellOfFolders(paths))) await following.ask()
  })
  const hear = (path: string) => {
    if (closing.signal.aborted) return
    onHear(path)
    burst.add(path)
  }
  const open = (path: string, identity: string) => {
    // Of the folder above, only that the folder itself has come, gone or changed.
    const isOfInterest = (name: string | null) => path !== dirname(root) || name === basename(root)
    try {
      const watcher = watchPath(path, { persistent: false }, (_, name) => {
        // A folder that goes away or is replaced is still the old one for its watcher; it is found again below.
        const isItself = name === basename(path)
        if (isItself) drop(path)
        if (name !== null) drop(join(path, name))
        if (!isItself && !isOfInterest(name)) return
        const changed = isItself || name === null ? path : join(path, name)
        onEvent(changed)
        hear(changed)
      })
      watcher.on('error', (error) => {
        drop(path)
        fail(error)
      })
      watchers.set(path, { watcher, identity })
      place(path)
    } catch (error) {
      fail(error)
    }
  }
  const place = (path: string): void => {
    const above = dirname(path)
    const placed = within.get(above)
    within.set(above, placed?.add(path) ?? new Set([path]))
    if (placed === undefined && path !== root && above !== path) place(above)
  }
  /** Takes as long as what lies in it is much: many folders go at once. */
  const drop = (path: string): void => {
    const watched = watchers.get(path)
    watched?.watcher.close()
    if (watchers.delete(path)) isOutdated = true
    within.get(dirname(path))?.delete(path)
    const inner = within.get(path) ?? []
    within.delete(path)
    for (const each of inner) drop(each)
  }
  const followOnce = async () => {
    const identities = await foldersToWatch(root, linksTo)
    if (closing.signal.aborted) return false
    // Whoever watches another folder than the one that has the name now would never hear of it again.
    for (const [path, { identity }] of watchers) if (identities.get(path) !== identity) drop(path)
    for (const [path, identity] of identities) {
      if (identity === undefined || watchers.has(path)) continue
      open(path, identity)
      // What happened in it before it was watched.
      if (path !== dirname(root) && watchers.has(path)) hear(path)
    }
    return false
  }
  const following = oneAtATime(followOnce, closing.signal)
  void following.ask()
  return {
    follow: following.ask,
    close() {
      closing.abort()
      burst.cancel()
      for (const { watcher } of watchers.values()) watcher.close()
      watchers.clear()
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
  const isFolder = (path: string) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
  const answers = await Promise.all(
    Array.from(paths, (path) => basename(path) === '.gitignore' || isFolder(path)),
  )
  return answers.includes(true)
}

/** Which folder a path leads to, also if it has been replaced by another one; undefined if there is none. */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}
