import { setImmediate as tick } from 'node:timers/promises'
import { pathForPeople } from '../files/path-for-people.ts'
import { createRescan } from '../notes/folders/rescan-notes.ts'
import type { Scan } from '../notes/folders/scan-notes.ts'

/** Scans the notes, and learns from how long that takes how often to do it. */
export interface Scanner {
  /**
   * Looks at what was heard to change since the last scan; at everything if nobody listens, or if anything may have.
   * @throws if the folder does not answer in time
   */
  scan(): Promise<Scan>
  /** The same once more, to see whether all has stayed as it was: after a scan of everything, of everything. */
  scanAgain(): Promise<Scan>
  /** Takes note that a file or folder may have changed, or without a path that anything may have. */
  hear(path?: string): void
  /** Whether all that changes is heard from now on. */
  listen(isHeard: boolean): void
  /** How long to wait from one scan of everything to the next if nothing tells of a change. */
  pauseMs(): number
}

/** Looking without being told takes at most this share of the time. */
const maxShare = 0.01
const minPauseMs = 5_000
/** How long the folder may take to answer: one that is gone from the network may never do. */
const usualMaxMs = 60_000
/** Of more changes at a time, systems begin to lose some. */
const maxHeard = 2_000

/** @param maxScanMs how long the folder may take to answer in all; one on a slow network with thousands of others in it takes minutes */
export function createScanner(folder: string, linksTo: readonly string[], maxScanMs = usualMaxMs): Scanner {
  const rescan = createRescan(folder, linksTo)
  let scanMs = 0
  let scanning: Promise<Scan> | undefined
  let isHeard = false
  let isAllAsked = true
  let wasOfAll = true
  let heard = new Set<string>()

  async function scanOnce(): Promise<Scan> {
    // What has happened until now has been heard by then.
    await tick()
    await tick()
    wasOfAll = !isHeard || isAllAsked || heard.size > maxHeard
    const paths = heard
    heard = new Set()
    isAllAsked = false
    if (!wasOfAll) return rescan.only(paths)
    const from = performance.now()
    const scan = await rescan.all()
    scanMs = performance.now() - from
    return scan
  }

  async function scan(): Promise<Scan> {
    // One that does not end keeps a thread of the system: another would take one more.
    scanning ??= scanOnce().finally(() => {
      scanning = undefined
    })
    const timer = Promise.withResolvers<never>()
    const late = () =>
      timer.reject(
        new Error(
          `the folder ${pathForPeople(folder)} did not answer within ${maxScanMs / 1000} s; look at the disk or the network that it is on`,
        ),
      )
    const timeout = setTimeout(late, maxScanMs)
    return Promise.race([scanning, timer.promise]).finally(() => clearTimeout(timeout))
  }

  return {
    scan,
    scanAgain() {
      if (wasOfAll) isAllAsked = true
      return scan()
    },
    hear(path) {
      if (path === undefined) isAllAsked = true
      else heard.add(path)
    },
    listen(isNow) {
      isHeard = isNow
    },
    pauseMs: () => Math.max(minPauseMs, scanMs / maxShare),
  }
}
