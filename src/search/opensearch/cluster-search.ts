import type { Corpus } from '../../notes/corpus.ts'
import type { MeaningOfTalks } from '../rank/semantic-similarity.ts'
import type { SearchData } from '../search-data.ts'
import type { SearchEngine } from '../search-engine.ts'
import type { Cluster } from './cluster.ts'
import { ClusterError } from './cluster-error.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import { type CurrentIndex, findCurrentIndex, readStatistics } from './current-index.ts'
import { createInProcessSimilarity } from './in-process-similarity.ts'
import { createOpenSearchEngine } from './opensearch-engine.ts'
import { createTalkIndex } from './talk-index.ts'
import {
  findVectorIndex,
  hasKnn,
  type VectorIndex,
  vectorIndexNameOf,
  writeVectorIndex,
} from './vector-index.ts'
import { withStandIn } from './with-stand-in.ts'
import { aliasOf, type IndexName, writeIndex } from './write-index.ts'

/** Notes as they are served. */
export interface ServedNotes {
  readonly corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'>
  /** Undefined if the talks have no index in this process: then nothing stands in for the cluster. */
  readonly search: SearchData | undefined
  readonly meaning?: MeaningOfTalks | undefined
}

/** The right to index, of which there is one for all processes. */
export interface IndexingLease {
  /** Takes it, or keeps it for longer; false if another has it. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

interface ClusterSearchLog {
  info(line: string): void
  warn(line: string): void
}

export interface ClusterSearchOptions {
  readonly cluster: Cluster
  readonly name: IndexName
  readonly log: ClusterSearchLog
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
  /** Whether it is known already, and told, that the cluster does not answer. Default false. */
  readonly isAway?: boolean
  /** How often to look at the cluster, in milliseconds. Default 2,000. */
  readonly pauseMs?: number
}

/** Searching in a cluster: keeps it up with the notes, and answers from it as long as it can. */
export interface ClusterSearch {
  /**
   * The engine of notes that are served from now on. It asks the cluster, if that has these very notes, and else `own`.
   */
  serve(notes: ServedNotes, own: SearchEngine): SearchEngine
  /** From now on, the notes that are served are brought into the cluster by whoever has the lease. */
  start(lease: IndexingLease): void
  /** Whether the cluster does not answer, or not as it must. */
  isAway(): boolean
  /** Looks at the cluster now; resolves once what could be done is done. */
  look(): Promise<void>
  close(): Promise<void>
}

interface OpenIndex extends CurrentIndex {
  readonly statistics: CorpusStatistics
}

export function createClusterSearch({
  cluster,
  name,
  log,
  now = Date.now,
  pauseMs = 2000,
  ...first
}: ClusterSearchOptions): ClusterSearch {
  const closing = new AbortController()
  const alias = aliasOf(name)
  let served: { readonly notes: ServedNotes; readonly since: number } | undefined
  let open: OpenIndex | undefined
  let lease: IndexingLease | undefined
  let isAway = first.isAway ?? false
  /** An index of other notes, and since when we see it. */
  let other: { readonly index: string; readonly since: number } | undefined
  /** Why indexing failed last, and when; talks and vectors by themselves. */
  let failure: Failure | undefined
  let failureOfVectors: Failure | undefined
  /** The index of vectors that has all of these notes. */
  let vectors: { readonly of: ServedNotes; readonly index: VectorIndex } | undefined
  /** Whether the cluster has k-NN, and when it said so. */
  let knn: { readonly isThere: boolean; readonly at: number } | undefined
  let looking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const lookAgain = () => {
    if (closing.signal.aborted) return
    timer = setTimeout(() => ask().then(lookAgain), isAway ? Math.min(pauseMs, 1000) : pauseMs)
    timer.unref()
  }
  /** One look at a time. */
  const ask = () => {
    looking ??= look()
      .then(() => setAway(undefined), setAway)
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  return {
    serve(notes, own) {
      served = { notes, since: now() }
      const engineOf = once(({ name: index, statistics }: OpenIndex) =>
        createOpenSearchEngine(createTalkIndex(cluster, index), statistics, {
          ...(notes.meaning && {
            meaning: createInProcessSimilarity(
              notes.meaning,
              notes.corpus.talks.map(({ id }) => id),
              () => (vectors?.of === notes ? vectors.index : undefined),
            ),
          }),
        }),
      )
      return withStandIn(own, {
        engine: () => (open && !isAway && mayAnswer(open, notes) ? engineOf(open) : undefined),
        isMissed: () => isAway,
        onFailure(error) {
          // An index that is gone is found again by the next look.
          if (error.code === 'gone') open = undefined
          else if (error.code === 'failed')
            log.warn(
              `${error.message} ${hasOwn(notes) ? 'This machine’s own index answers instead.' : 'Nothing else can answer: there is no index of these notes on this machine.'}`,
            )
          else setAway(error)
        },
      })
    },

    start(held) {
      lease = held
      ask().then(lookAgain)
    },

    isAway: () => isAway,
    look: ask,

    async close() {
      closing.abort()
      clearTimeout(timer)
      await looking
      await cluster.close()
    },
  }

  /** Without an index of our own, the notes before these answer until the cluster has them: `open` were ours once. */
  function mayAnswer({ corpusVersion }: OpenIndex, notes: ServedNotes): boolean {
    return corpusVersion === notes.corpus.version || !hasOwn(notes)
  }

  /** @param error why the cluster cannot be asked; undefined if it can */
  function setAway(error: unknown): void {
    if (closing.signal.aborted) return
    const reason = error instanceof Error ? error.message : undefined
    if (reason !== undefined && !isAway)
      log.warn(
        `${reason} Until it does, ${!served || hasOwn(served.notes) ? 'this machine’s own index answers' : 'who asks is told that search is away'}.`,
      )
    if (reason === undefined && isAway) log.info('OpenSearch answers again.')
    isAway = reason !== undefined
  }

  async function look(): Promise<void> {
    await lookAtTalks()
    await lookAtVectors()
  }

  async function lookAtTalks(): Promise<void> {
    const current = await findCurrentIndex(cluster, alias)
    if (!served) return
    const { notes } = served
    if (current?.corpusVersion === notes.corpus.version && current.name !== open?.name) {
      open = { ...current, statistics: await readStatistics(cluster, current.name) }
      log.info(`Talks are searched in OpenSearch (version ${current.corpusVersion} of the notes).`)
    }
    if (!lease || isFresh(failure, retryMs) || !isOursToIndex(current, served)) return
    if (!(await lease.hold())) return
    try {
      await index(notes, lease)
      failure = undefined
    } catch (error) {
      failure = failureOf(error, 'The notes', failure)
    } finally {
      await lease.release()
    }
  }

  /** Tells what is new to tell. @throws what is no failure to bring something in, but of the whole cluster */
  function failureOf(error: unknown, what: string, before: Failure | undefined): Failure {
    if (!(error instanceof ClusterError) || error.code === 'away') throw error
    if (error.message !== before?.message && !closing.signal.aborted)
      log.warn(`${what} could not be brought into OpenSearch: ${error.message}`)
    return { message: error.message, at: now() }
  }

  /** Notes that this process indexes itself are few enough to compare a question with all of them. */
  async function lookAtVectors(): Promise<void> {
    const notes = served?.notes
    if (!notes || hasOwn(notes) || open?.corpusVersion !== notes.corpus.version) return
    const encoded = notes.meaning?.byVectors?.encoded()
    if (!encoded || !(await isKnnThere())) return
    const find = () => findVectorIndex(cluster, vectorIndexNameOf(name, encoded), notes.corpus.version)
    let found = await find()
    if (!found && lease && !isFresh(failureOfVectors, retryMs) && (await lease.hold())) {
      const { hold } = lease
      try {
        // Notes that change meanwhile come first.
        const isHeld = async () => served?.notes === notes && (await hold())
        const { corpus } = notes
        await writeVectorIndex(cluster, { name, corpus, encoded, isHeld, signal: closing.signal })
        failureOfVectors = undefined
      } catch (error) {
        if (served?.notes === notes) failureOfVectors = failureOf(error, 'Vectors', failureOfVectors)
      } finally {
        await lease.release()
      }
      found = await find()
    }
    if (found && vectors?.of !== notes)
      log.info(
        `Talks near in meaning are found by k-NN in OpenSearch (version ${notes.corpus.version} of the notes).`,
      )
    vectors = found && { of: notes, index: found }
  }

  async function isKnnThere(): Promise<boolean> {
    if (!knn || (!knn.isThere && !isFresh(knn, knnLookMs)))
      knn = { isThere: await hasKnn(cluster), at: now() }
    return knn.isThere
  }

  function isFresh(what: { readonly at: number } | undefined, ms: number): boolean {
    return what !== undefined && now() - what.at < ms
  }

  /**
   * Notes that have changed since the index was made are newer than it. Otherwise others may have newer ones than we do, and
   * they come to us, too; if they do not, it was the notes that went back.
   */
  function isOursToIndex(
    current: CurrentIndex | undefined,
    { notes, since }: NonNullable<typeof served>,
  ): boolean {
    if (current?.corpusVersion === notes.corpus.version) {
      other = undefined
      return false
    }
    if (current === undefined || since > current.madeAt) return true
    if (other?.index !== current.name) other = { index: current.name, since: now() }
    if (now() - other.since < patienceMs) return false
    other = { index: current.name, since: now() }
    log.warn(
      'OpenSearch has other notes than this Hallway, for a minute now: they are replaced. If two Hallways with different notes share a cluster, give each its own HALLWAY_SEARCH_INDEX.',
    )
    return true
  }

  async function index({ corpus, search }: ServedNotes, { hold }: IndexingLease): Promise<void> {
    const from = now()
    let told = from
    const { changed } = await writeIndex(cluster, {
      name,
      corpus,
      search,
      isHeld: hold,
      signal: closing.signal,
      now,
      onProgress(done, all) {
        if (now() - told < progressMs || done === all) return
        told = now()
        log.info(`Bringing talks into OpenSearch: ${count(done)} of ${count(all)}.`)
      },
    })
    if (changed) {
      const seconds = ((now() - from) / 1000).toFixed(1)
      log.info(
        `OpenSearch has ${count(corpus.talks.length)} talks (version ${corpus.version} of the notes): ${count(changed.sent)} sent, ${count(changed.removed)} removed, in ${seconds} s.`,
      )
    }
    const current = await findCurrentIndex(cluster, alias)
    if (current) open = { ...current, statistics: await readStatistics(cluster, current.name) }
  }
}

interface Failure {
  readonly message: string
  readonly at: number
}

const hasOwn = ({ search }: ServedNotes): boolean => search !== undefined

/** How long to wait for notes that others have and we do not, in milliseconds. */
const patienceMs = 60_000
const progressMs = 5000
/** How long after a failure indexing is tried again, in milliseconds; questions go on meanwhile. */
const retryMs = 60_000
/** How often a cluster without k-NN is asked whether it has it now, in milliseconds. */
const knnLookMs = 10 * 60_000

function count(talks: number): string {
  return talks.toLocaleString('en')
}

/** Makes a value of a thing once, and again of another one. */
function once<Thing, Value>(make: (thing: Thing) => Value): (thing: Thing) => Value {
  let made: { readonly of: Thing; readonly value: Value } | undefined
  return (of) => {
    if (made?.of !== of) made = { of, value: make(of) }
    return made.value
  }
}
