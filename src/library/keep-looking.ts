import type { LibraryLog } from './log/library-log.ts'
import { type WatchOptions, watchFolder } from './watch-folder.ts'

export interface KeepLookingParts {
  /** The folder of the notes. */
  readonly folder: string
  readonly linksTo: readonly string[]
  readonly look: () => Promise<void>
  /** How long to wait from one look to the next if nothing is heard. */
  readonly pauseMs: () => number
  readonly log: Pick<LibraryLog, 'warn'>
  /** Ends it. */
  readonly signal: AbortSignal
  /** Node's unless given. */
  readonly watch?: WatchOptions['watch']
}

/** Looks now, whenever the folder is heard to change, and from time to time: not everything is heard. */
export function keepLooking({ folder, linksTo, look, pauseMs, log, signal, watch }: KeepLookingParts): void {
  const watcher = watchFolder(folder, {
    linksTo,
    onChange: () => void look(),
    onFailure: ({ message }) =>
      log.warn(
        `The system does not watch all folders of the notes (${message}), so changes are found by looking every ${Math.ceil(pauseMs() / 1000)} seconds.`,
      ),
    ...(watch && { watch }),
  })
  let timer: NodeJS.Timeout | undefined

  async function poll(): Promise<void> {
    await watcher.follow()
    await look()
    if (signal.aborted) return
    timer = setTimeout(() => void poll(), pauseMs())
    timer.unref()
  }

  signal.addEventListener('abort', () => {
    watcher.close()
    clearTimeout(timer)
  })
  void poll()
}
