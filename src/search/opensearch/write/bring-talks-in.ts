import type { CurrentIndex } from '../current-index.ts'
import type { IndexingLease } from './indexing-attempts.ts'
import type { IndexingParts } from './indexing-parts.ts'
import type { ServedNotes } from './served-notes.ts'
import { writeIndex } from './write-index.ts'

/** Brings the talks of notes into the cluster, and says so. */
export async function bringTalksIn(
  { corpus, search }: ServedNotes,
  { hold }: IndexingLease,
  { cluster, name, log, now, signal }: IndexingParts,
): Promise<void> {
  const from = now()
  let told = from
  const { changed } = await writeIndex(cluster, {
    ...{ name, corpus, search, signal, now },
    isHeld: hold,
    onProgress(done, all) {
      if (now() - told < progressMs || done === all) return
      told = now()
      log.info(`Bringing talks into OpenSearch: ${count(done)} of ${count(all)}.`)
    },
  })
  if (!changed) return
  const seconds = ((now() - from) / 1000).toFixed(1)
  log.info(
    `OpenSearch has ${count(corpus.talks.length)} talks (version ${corpus.version} of the notes): ${count(changed.sent)} sent, ${count(changed.removed)} removed, in ${seconds} s.`,
  )
}

const progressMs = 5000

const count = (talks: number): string => talks.toLocaleString('en')

/** Whether this process should bring its notes into the cluster. */
type IsOursToIndex = (
  current: CurrentIndex | undefined,
  served: { readonly notes: ServedNotes; readonly since: number },
) => boolean

/**
 * Notes that have changed since the index was made are newer than it. Otherwise other processes may have newer notes, which will
 * reach this one too; if they do not, the notes went back.
 */
export function createIsOursToIndex({ log, now }: Pick<IndexingParts, 'log' | 'now'>): IsOursToIndex {
  /** An index of other notes, and since when we see it. */
  let other: { readonly index: string; readonly since: number } | undefined
  return (current, { notes, since }) => {
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
}

/** How long to wait for notes that others have and we do not, in milliseconds. */
const patienceMs = 60_000
