import { setTimeout as wait } from 'node:timers/promises'
import { messageOf } from '../files/message-of.ts'
import { createAbsenceLog } from './log/absence-log.ts'
import type { LibraryLog } from './log/library-log.ts'
import { createProblemLog } from './log/problem-log.ts'
import type { NotesReader } from './notes-reader.ts'
import type { Scanner } from './scanner.ts'
import type { Served } from './served.ts'
import type { Keeper } from './snapshot-keeper.ts'

export interface LookForChangesParts {
  /** The folder of the notes. */
  readonly folder: string
  readonly scanner: Scanner
  readonly reader: NotesReader
  readonly served: Served
  readonly keeper: Keeper
  readonly log: LibraryLog
  readonly signal: AbortSignal
}

/** Between two looks at files that never rest. */
const restlessPauseMs = 500
/** Files that come and go while they are read are no problems yet; after this many such looks they are. */
const maxRestlessLooks = 3

/**
 * One look at the notes: if they have changed, they are read, served, kept and their problems told. Resolves to whether
 * another look must follow at once, because files went on changing.
 */
export function createLookForChanges({
  folder,
  scanner,
  reader,
  served,
  keeper,
  log,
  signal,
}: LookForChangesParts) {
  const tellProblems = createProblemLog(log.warn, served.snapshot().corpus.problems)
  const tellAbsence = createAbsenceLog(folder, log)
  let restless = 0

  return async (): Promise<boolean> => {
    const { corpus, buffer } = served.snapshot()
    const { version } = corpus
    try {
      const scan = await scanner.scan()
      if (reader.hasRead(scan)) {
        if (corpus.talks.length > 0) tellAbsence({ presence: scan.presence, version, now: performance.now() })
        return false
      }
      const { snapshot, isAtRest } = await reader.read(scan, buffer)
      if (served.replace(snapshot)) keeper.keepSoon()
      // What a broken note said before may be in no file any more but the one that is to be kept.
      if (snapshot.corpus.problems.some(({ severity }) => severity === 'error')) keeper.hurry()
      restless = isAtRest ? 0 : restless + 1
      if (isAtRest || restless >= maxRestlessLooks) tellProblems(snapshot.corpus.problems)
      if (!isAtRest) await wait(restlessPauseMs, undefined, { signal })
      return !isAtRest
    } catch (error) {
      if (signal.aborted) return false
      log.warn(
        `The notes have changed but could not be indexed (${messageOf(error)}). Answers still come from version ` +
          `${version}; this is tried again in a minute, or with the next change.`,
      )
      return false
    }
  }
}
