import type { FSWatcher, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The folders that are watched, each by itself: which there are, and with which folder each of them was opened. */
export interface WatchedFolders {
  /**
   * Watches these folders and no others, as far as there are any: by path, which folder each is. Returns those that were not watched
   * before.
   */
  follow(identities: ReadonlyMap<string, string | undefined>): readonly string[]
  /** Whether some have been dropped since this was asked last: then other folders may be there than are watched. */
  takeDropped(): boolean
  close(): void
}

export interface WatchedFoldersParts {
  /** The folder of the notes. The one above it is watched too. */
  readonly root: string
  readonly watch: typeof watch
  /** Hears which file or folder the system tells of. */
  readonly onEvent: (path: string) => void
  /** Hears why a folder cannot be watched. */
  readonly onFailure: (error: unknown) => void
}

export function createWatchedFolders({
  root,
  watch: watchPath,
  onEvent,
  onFailure,
}: WatchedFoldersParts): WatchedFolders {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>()
  /** By folder, what lies in it that is watched or leads to what is. */
  const within = new Map<string, Set<string>>()
  let hasDropped = false

  function open(path: string, identity: string): void {
    // Of the folder above, only that the folder itself has come, gone or changed.
    const isOfInterest = (name: string | null) => path !== dirname(root) || name === basename(root)
    try {
      const watcher = watchPath(path, { persistent: false }, (_, name) => {
        // A folder that goes away or is replaced is still the old one for its watcher; it is found again by `follow`.
        const isItself = name === basename(path)
        if (isItself) drop(path)
        if (name !== null) drop(join(path, name))
        if (isItself || isOfInterest(name)) onEvent(isItself || name === null ? path : join(path, name))
      })
      watcher.on('error', (error) => {
        drop(path)
        onFailure(error)
      })
      watchers.set(path, { watcher, identity })
      place(path)
    } catch (error) {
      onFailure(error)
    }
  }

  function place(path: string): void {
    const above = dirname(path)
    const placed = within.get(above)
    within.set(above, placed?.add(path) ?? new Set([path]))
    if (placed === undefined && path !== root && above !== path) place(above)
  }

  /** Takes as long as what lies in it is much: many folders go at once. */
  function drop(path: string): void {
    watchers.get(path)?.watcher.close()
    if (watchers.delete(path)) hasDropped = true
    within.get(dirname(path))?.delete(path)
    const inner = within.get(path) ?? []
    within.delete(path)
    for (const each of inner) drop(each)
  }

  return {
    follow(identities) {
      // Whoever watches another folder than the one that has the name now would never hear of it again.
      for (const [path, { identity }] of watchers) if (identities.get(path) !== identity) drop(path)
      const missing = [...identities].filter(([path]) => !watchers.has(path))
      for (const [path, identity] of missing) if (identity !== undefined) open(path, identity)
      return missing.flatMap(([path]) => (watchers.has(path) ? path : []))
    },
    takeDropped() {
      const dropped = hasDropped
      hasDropped = false
      return dropped
    },
    close() {
      for (const { watcher } of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}
