import { type FSWatcher, watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'

export interface Watcher {
  close(): void
}

/** Changes come in bursts: so long nothing may happen before they are told. */
const quietMs = 100
/** And so long a burst may last. */
const longestBurstMs = 500

/**
 * Tells when something may have changed in a folder or in a folder of it, such as an event's in the corpus. Each folder
 * is watched by itself: Node's recursive watching on Linux loses files that are replaced, and watches every single one.
 * The folder itself may go and come back, or be a link that is changed. A hint only: network file systems give none.
 */
export function watchFolder(folder: string, onChange: () => void): Watcher {
  const watchers = new Map<string, FSWatcher>()
  let isClosed = false
  let quiet: NodeJS.Timeout | undefined
  let burstSince = 0

  const tell = () => {
    quiet = undefined
    burstSince = 0
    onChange()
    void follow()
  }
  const hear = () => {
    if (isClosed) return
    const now = performance.now()
    burstSince ||= now
    clearTimeout(quiet)
    quiet = setTimeout(tell, Math.min(quietMs, Math.max(0, burstSince + longestBurstMs - now)))
    quiet.unref()
  }
  const open = (path: string, isOfInterest: (name: string | null) => boolean) => {
    try {
      const watcher = watch(path, { persistent: false }, (_, name) => {
        // A folder that goes away or is replaced is still the old one for its watcher; it is found again below.
        if (name === basename(path)) drop(path)
        if (name !== null) drop(join(path, name))
        if (isOfInterest(name)) hear()
      })
      watcher.on('error', () => drop(path))
      watchers.set(path, watcher)
    } catch {
      // Gone already, or the system watches no more: looking from time to time is left.
    }
  }
  const drop = (path: string) => {
    for (const [watched, watcher] of watchers) {
      if (watched !== path && !watched.startsWith(path + sep)) continue
      watcher.close()
      watchers.delete(watched)
    }
  }
  /** Watches what is there now. */
  const follow = async () => {
    const root = resolve(folder)
    const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
    if (isClosed) return
    const events = entries
      .filter((entry) => !/^[._]/.test(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
      .map(({ name }) => join(root, name))
    const wanted = new Set([dirname(root), root, ...events])
    for (const path of watchers.keys()) if (!wanted.has(path)) drop(path)
    for (const path of wanted) {
      if (watchers.has(path)) continue
      open(path, path === dirname(root) ? (name) => name === basename(root) : () => true)
      // What happened in it before it was watched.
      if (events.includes(path)) hear()
    }
  }
  void follow()
  return {
    close() {
      isClosed = true
      clearTimeout(quiet)
      for (const path of watchers.keys()) drop(path)
    },
  }
}
