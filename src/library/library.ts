import { setTimeout as wait } from 'node:timers/promises'
import type { Answers } from '../answers/answers.ts'
import { createAnswers } from '../answers/create-answers.ts'
import { type Scan, scanNotes } from '../notes/scan-notes.ts'
import { createLunrEngine } from '../search/lunr-engine.ts'
import { createAbsenceLog } from './absence-log.ts'
import { buildAtRest } from './build-at-rest.ts'
import { buildInWorker } from './build-in-worker.ts'
import type { Progress } from './build-snapshot.ts'
import { cacheKey } from './cache-key.ts'
import { createProblemLog } from './problem-log.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'
import { readSnapshotFile, snapshotPath, writeSnapshotFile } from './snapshot-file.ts'
import { type Watcher, type WatchOptions, watchFolder } from './watch-folder.ts'

export interface LibraryOptions {
  /** The folder of the notes. */
  readonly folder: string
  /** Where the index is kept from one run to the next. */
  readonly dataFolder: string
  /** Hears what people should know, a line at a time. */
  readonly log: Readonly<Record<'info' | 'warn', (line: string) => void>>
  /** How snapshots are built: in a worker thread unless given. */
  readonly build?: typeof buildInWorker
  /** How folders are watched: by Node unless given. */
  readonly watch?: WatchOptions['watch']
}

/** The notes, ready to be asked, and kept up with as they change. */
export interface Library {
  /** Each use case answers from the one reading of the notes that is current as it begins. */
  readonly answers: Answers
  /** From now on, what changes is served within two seconds. */
  watch(): void
  /** Looks now whether something has changed; resolves once what is there is served, or cannot be. */
  refresh(): Promise<void>
  /** Stops watching and whatever is being read; resolves once the index is kept on disk, or after two seconds of that. */
  close(): Promise<void>
}

/** The notes could not be read and indexed at all; the message is one line that says why. */
export class IndexingFailure extends Error {
  readonly code = 'indexing_failure'
}

/** For `catch`: the failure as a value; any other error goes on. */
export function indexingFailure(error: unknown): IndexingFailure {
  if (error instanceof IndexingFailure) return error
  throw error
}

/** Looking without being told takes at most this share of the time. */
const pollShare = 0.01
const minPollMs = 5_000
/** So long after a failure, the same notes are tried again. */
const retryMs = 60_000
/** So long nothing may change before the index is written to disk. */
const saveAfterMs = 10_000
/** And so long closing waits until it is written. */
const maxSaveMs = 2_000
/** Between two looks at files that never rest. */
const restlessPauseMs = 500
/** Files that come and go while they are read are no problems yet; after so many such looks they are. */
const restlessLooks = 3

/**
 * Opens the notes: from the index that an earlier run has kept, where it is still of the same notes, or else by reading
 * what has changed or everything, in a worker thread. A corpus without talks is opened too.
 * @throws {IndexingFailure}
 */
export async function openLibrary({
  folder,
  dataFolder,
  log,
  build: buildIn = buildInWorker,
  watch,
}: LibraryOptions): Promise<Library> {
  const closing = new AbortController()
  const path = snapshotPath(dataFolder, folder)
  const openedAt = performance.now()
  const [key, scan] = await Promise.all([cacheKey(), scanNotes(folder)])
  let scanMs = performance.now() - openedAt
  const saved = await readSnapshotFile(path, key)
  if (saved.problem) log.info(`The index ${path} ${saved.problem}: it is made anew.`)
  let seen = scan.fingerprint
  const before = saved.buffer && openSnapshot(saved.buffer)
  const isCurrent = before && before.fingerprint === seen && seen !== ''
  let current = serve(isCurrent ? before : (await read(scan, saved.buffer, isAway).catch(fail)).snapshot)
  let saving = isCurrent ? Promise.resolve() : save()
  let retryAt = Number.POSITIVE_INFINITY
  let looking: Promise<void> | undefined
  let isWanted = false
  let restless = 0
  const tell = createProblemLog(log.warn, current.snapshot.corpus.problems)
  const remind = createAbsenceLog(folder, log)
  let saveTimer: NodeJS.Timeout | undefined
  let pollTimer: NodeJS.Timeout | undefined
  let watcher: Watcher | undefined

  return {
    answers: {
      answerQuestion: (question, options) => current.answers.answerQuestion(question, options),
      relatedTalks: (talkId, options) => current.answers.relatedTalks(talkId, options),
      keyTerms: (talkId, limit) => current.answers.keyTerms(talkId, limit),
      suggest: (typed, limit) => current.answers.suggest(typed, limit),
      findTalk: (talkId) => current.answers.findTalk(talkId),
      exampleQuestions: () => current.answers.exampleQuestions(),
      corpus: () => current.answers.corpus(),
      lastRead: () => current.answers.lastRead(),
    },
    watch() {
      watcher = watchFolder(folder, {
        onChange: () => void refresh(),
        onFailure: tellUnwatched,
        ...(watch && { watch }),
      })
      void poll()
    },
    refresh,
    async close() {
      watcher?.close()
      clearTimeout(pollTimer)
      closing.abort()
      await looking
      if (saveTimer) saveNow()
      await Promise.race([saving, wait(maxSaveMs, undefined, { ref: false })])
    },
  }

  /** At most one look at a time; what is asked for meanwhile is one more look afterwards. */
  function refresh(): Promise<void> {
    isWanted = true
    looking ??= (async () => {
      while (isWanted && !closing.signal.aborted) {
        isWanted = false
        await look()
      }
    })().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function look(): Promise<void> {
    const from = performance.now()
    const scan = await scanNotes(folder)
    scanMs = performance.now() - from
    if (scan.fingerprint !== '' && scan.fingerprint === seen && performance.now() < retryAt) {
      const { talks, version } = current.snapshot.corpus
      if (talks.length > 0) remind({ presence: scan.presence, version, now: performance.now() })
      return
    }
    try {
      const { snapshot, isAtRest } = await read(scan, current.snapshot.buffer)
      retryAt = Number.POSITIVE_INFINITY
      replace(snapshot)
      restless = isAtRest ? 0 : restless + 1
      if (isAtRest || restless >= restlessLooks) tell(snapshot.corpus.problems)
      if (isAtRest) return
      isWanted = true
      await wait(restlessPauseMs, undefined, { signal: closing.signal })
    } catch (error) {
      if (closing.signal.aborted) return
      retryAt = performance.now() + retryMs
      const { version } = current.snapshot.corpus
      log.warn(
        `The notes have changed but could not be indexed (${messageOf(error)}). Answers still come from version ${version}; this is tried again in a minute, or with the next change.`,
      )
    }
  }

  function replace(snapshot: Snapshot): void {
    const before = current.snapshot.corpus
    const { corpus } = snapshot
    if (corpus.talks.length === 0 && before.talks.length > 0) {
      log.warn(
        `No note in ${folder} can be read any longer. Answers still come from version ${before.version}, until one can or Hallway is restarted.`,
      )
      return
    }
    current = serve(snapshot)
    if (corpus.version === before.version) return
    const talks = `${corpus.talks.length.toLocaleString('en')} ${corpus.talks.length === 1 ? 'talk' : 'talks'}`
    log.info(`Notes changed: ${talks} now (version ${corpus.version}).`)
    clearTimeout(saveTimer)
    saveTimer = setTimeout(saveNow, saveAfterMs)
    saveTimer.unref()
  }

  function saveNow(): void {
    clearTimeout(saveTimer)
    saveTimer = undefined
    saving = saving.then(save)
  }

  function pollMs(): number {
    return Math.max(minPollMs, scanMs / pollShare)
  }

  async function poll(): Promise<void> {
    await watcher?.follow()
    await refresh()
    if (closing.signal.aborted) return
    pollTimer = setTimeout(() => void poll(), pollMs())
    pollTimer.unref()
  }

  function tellUnwatched(error: Error): void {
    const seconds = Math.ceil(pollMs() / 1000)
    log.warn(
      `The system does not watch all folders of the notes (${error.message}), so changes are found by looking every ${seconds} seconds.`,
    )
  }

  /**
   * Builds a snapshot. The library has then `seen` what went into it; nothing, where that changed meanwhile.
   * @param isOver whether what can be read no longer is not served on
   */
  async function read(
    scan: Scan,
    earlier: SharedArrayBuffer | undefined,
    isOver = (_: Scan): boolean => false,
  ) {
    const build = (scan: Scan) => {
      seen = scan.fingerprint
      const job = { folder, scan, key, keepLastGood: !isOver(scan), ...(earlier && { earlier }) }
      return buildIn(job, createProgressLog(log.info), closing.signal)
    }
    const { buffer, isAtRest } = await buildAtRest({ folder, scan, build, signal: closing.signal })
    if (!isAtRest) seen = ''
    return { snapshot: openSnapshot(buffer), isAtRest }
  }

  async function save(): Promise<void> {
    try {
      await writeSnapshotFile(path, current.snapshot.buffer)
    } catch (error) {
      log.warn(
        `The index cannot be kept in ${dataFolder} (${messageOf(error)}), so every start reads all notes. Set HALLWAY_DATA to a folder that may be written.`,
      )
    }
  }
}

/** A snapshot and all that answers from it. */
function serve(snapshot: Snapshot) {
  const { corpus, search, examples } = snapshot
  const answers = createAnswers(corpus, createLunrEngine({ ...corpus, search }), { examples })
  return { snapshot, answers }
}

/** A start serves what became bad as it was, but no notes that are gone: that may have been somebody's wish. */
function isAway({ presence }: Scan): boolean {
  return presence === 'gone' || presence === 'empty'
}

/** Says how far a build is, from two seconds on and every two. */
function createProgressLog(write: (line: string) => void) {
  let saidAt = performance.now()
  return ({ phase, done, total, of }: Progress) => {
    if (performance.now() < saidAt + 2000) return
    saidAt = performance.now()
    write(`${phase} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${of} …`)
  }
}

function fail(error: unknown): never {
  throw new IndexingFailure(`The notes could not be indexed: ${messageOf(error)}.`, { cause: error })
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
