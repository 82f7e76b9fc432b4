import type { LibraryLog } from './log/library-log.ts'
import type { Scanner } from './scanner.ts'
import { type WatchOptions, watchFolder } from './watch-folder.ts'

export interface KeepLookingParts {
  /** The folder of the notes. */
  readonly folder: string
  readonly linksTo: readonly string[]
  readonly look: () => Promise<void>
  readonly scanner: Pick<Scanner, 'hear' | 'listen' | 'pauseMs'>
  /** Hears at once of what the system tells, before anybody looks. */
  readonly onEvent: (path: string) => void
  readonly log: Pick<LibraryLog, 'warn'>
  /** Ends it. */
  readonly signal: AbortSignal
  /** Node's unless given. */
  readonly watch?: WatchOptions['watch']
}

/**
 * Looks now, whenever the folder is heard to change, and from time to time at everything: not all is heard, and what is
 * heard tells only where to look.
 */
export function keepLooking({
  folder,
  linksTo,
  look,
  scanner,
  onEvent,
  log,
  signal,
  watch,
}: KeepLookingParts): void {
  let isDeaf = false
  const watcher = watchFolder(folder, {
    linksTo,
    onHear: scanner.hear,
    onEvent,
    onChange: () => void look(),
    onFailure: ({ message }) => {
      isDeaf = true
      scanner.listen(false)
      log.warn(
        `The system does not watch all folders of the notes (${message}), so changes are found by looking every ` +
          `${Math.ceil(scanner.pauseMs() / 1000)} seconds.`,
      )
    },
    ...(watch && { watch }),
  })
  let timer: NodeJS.Timeout | undefined

  async function poll(): Promise<void> {
    await watcher.follow()
    scanner.listen(!isDeaf)
    scanner.hear()
    await look()
    if (signal.aborted) return
    timer = setTimeout(() => void poll(), scanner.pauseMs())
    timer.unref()
  }

  signal.addEventListener('abort', () => {
    watcher.close()
    clearTimeout(timer)
  })
  void poll()
}
