import type { SearchEngine } from '../search-engine.ts'
import { ClusterError } from './cluster-error.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import { type CurrentIndex, findCurrentIndex, readStatistics } from './current-index.ts'
import { createInProcessSimilarity } from './in-process-similarity.ts'
import { createOpenSearchEngine } from './opensearch-engine.ts'
import { createTalkIndex } from './talk-index.ts'
import { withStandIn } from './with-stand-in.ts'
import { bringTalksIn, createIsOursToIndex } from './write/bring-talks-in.ts'
import { createIndexingAttempts, type IndexingLease } from './write/indexing-attempts.ts'
import type { IndexingParts } from './write/indexing-parts.ts'
import { hasOwnIndex, type ServedNotes } from './write/served-notes.ts'
import { createVectorsInCluster } from './write/vectors-in-cluster.ts'
import { aliasOf } from './write/write-index.ts'

interface ClusterSearchOptions extends Pick<IndexingParts, 'cluster' | 'name' | 'log'> {
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
  /** Whether it is known already, and told, that the cluster does not answer. Default false. */
  readonly isAway?: boolean
  /** How often to look at the cluster, in milliseconds. Default 2,000. */
  readonly pauseMs?: number
}

/** Search in a cluster: keeps it up to date with the notes, and answers from it as long as it can. */
export interface ClusterSearch {
  /**
   * The engine for notes that are served from now on. It asks the cluster if that has these very notes, and `own` otherwise.
   */
  serve(notes: ServedNotes, own: SearchEngine): SearchEngine
  /** From now on, the process that has the lease brings the notes that are served into the cluster. */
  start(lease: IndexingLease): void
  /** Whether the cluster does not answer, or not as it should. */
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
  const parts: IndexingParts = { cluster, name, log, now, signal: closing.signal }
  const attempts = createIndexingAttempts('The notes', parts)
  const isOursToIndex = createIsOursToIndex(parts)
  const vectors = createVectorsInCluster(parts)
  let served: { readonly notes: ServedNotes; readonly since: number } | undefined
  let open: OpenIndex | undefined
  let lease: IndexingLease | undefined
  let isAway = first.isAway ?? false
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
          ...(notes.meaning && { meaning: similarityIn(notes.meaning, notes) }),
        }),
      )
      return withStandIn(own, {
        engine: () => (open && !isAway && mayAnswer(open, notes) ? engineOf(open) : undefined),
        isMissed: () => isAway,
        onFailure(error) {
          // An index that is gone is found again by the next look.
          if (error.code === 'gone') open = undefined
          else if (error.code === 'failed') log.warn(`${error.message} ${whoAnswersInstead(notes)}`)
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

  function similarityIn(meaning: NonNullable<ServedNotes['meaning']>, notes: ServedNotes) {
    const ids = notes.corpus.talks.map(({ id }) => id)
    return createInProcessSimilarity(meaning, ids, () => vectors.indexOf(notes))
  }

  /** @param error why the cluster cannot be asked; undefined if it can */
  function setAway(error: unknown): void {
    if (closing.signal.aborted) return
    const reason = error === undefined ? undefined : whyAway(error)
    if (reason !== undefined && !isAway) log.warn(`${reason} Until it does, ${whatIsSaid(served?.notes)}.`)
    if (reason === undefined && isAway) log.info('OpenSearch answers again.')
    isAway = reason !== undefined
  }

  async function look(): Promise<void> {
    await lookAtTalks()
    await lookAtVectors()
  }

  async function lookAtTalks(): Promise<void> {
    const current = await findCurrentIndex(cluster, aliasOf(name))
    if (!served) return
    const { notes } = served
    if (current?.corpusVersion === notes.corpus.version && current.name !== open?.name) {
      await openIndex(current)
      log.info(`Talks are searched in OpenSearch (version ${current.corpusVersion} of the notes).`)
    }
    if (!lease || !attempts.isDue() || !isOursToIndex(current, served)) return
    const held = lease
    await attempts.make(held, async () => {
      await bringTalksIn(notes, held, parts)
      const written = await findCurrentIndex(cluster, aliasOf(name))
      if (written) await openIndex(written)
    })
  }

  async function openIndex(index: CurrentIndex): Promise<void> {
    open = { ...index, statistics: await readStatistics(cluster, index.name) }
  }

  /** Notes that this process indexes itself are few enough to compare a question with all of them. */
  async function lookAtVectors(): Promise<void> {
    const notes = served?.notes
    if (!notes || hasOwnIndex(notes) || open?.corpusVersion !== notes.corpus.version) return
    await vectors.look(notes, lease, () => served?.notes === notes)
  }
}

/** Without an index of our own, the notes before these answer until the cluster has them: they were ours once. */
const mayAnswer = ({ corpusVersion }: OpenIndex, notes: ServedNotes): boolean =>
  corpusVersion === notes.corpus.version || !hasOwnIndex(notes)

const whoAnswersInstead = (notes: ServedNotes): string =>
  hasOwnIndex(notes)
    ? 'This machine’s own index answers instead.'
    : 'Nothing else can answer: there is no index of these notes on this machine.'

function whyAway(error: unknown): string {
  if (error instanceof ClusterError) return error.message
  return `OpenSearch does not answer as it should (${error instanceof Error ? error.message : error}).`
}

/** While the cluster does not answer. */
const whatIsSaid = (notes: ServedNotes | undefined): string =>
  !notes || hasOwnIndex(notes) ? 'this machine’s own index answers' : 'who asks is told that search is away'

/** Makes a value of a thing once, and again of another one. */
function once<Thing, Value>(make: (thing: Thing) => Value): (thing: Thing) => Value {
  let made: { readonly of: Thing; readonly value: Value } | undefined
  return (of) => {
    if (made?.of !== of) made = { of, value: make(of) }
    return made.value
  }
}
