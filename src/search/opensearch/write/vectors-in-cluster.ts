import { createIndexingAttempts, type IndexingLease } from './indexing-attempts.ts'
import type { IndexingParts } from './indexing-parts.ts'
import type { ServedNotes } from './served-notes.ts'
import {
  findVectorIndex,
  hasKnn,
  type VectorIndex,
  vectorIndexNameOf,
  writeVectorIndex,
} from './vector-index.ts'

/** Vectors of talks, by which k-NN finds what is near in meaning. */
interface VectorsInCluster {
  /** The index that has all of these notes; undefined if none has. */
  indexOf(notes: ServedNotes): VectorIndex | undefined
  /**
   * Looks whether there is one by now, and brings it in if not.
   * @param isServed whether these notes are still served: those that come meanwhile are first
   */
  look(notes: ServedNotes, lease: IndexingLease | undefined, isServed: () => boolean): Promise<void>
}

export function createVectorsInCluster(parts: IndexingParts): VectorsInCluster {
  const { cluster, name, log, now, signal } = parts
  const attempts = createIndexingAttempts('Vectors', parts)
  let vectors: { readonly of: ServedNotes; readonly index: VectorIndex } | undefined
  /** Whether the cluster has k-NN, and when it said so. */
  let knn: { readonly isThere: boolean; readonly at: number } | undefined

  async function isKnnThere(): Promise<boolean> {
    if (!knn || (!knn.isThere && now() - knn.at >= knnLookMs))
      knn = { isThere: await hasKnn(cluster), at: now() }
    return knn.isThere
  }

  return {
    indexOf: (notes) => (vectors?.of === notes ? vectors.index : undefined),

    async look(notes, lease, isServed) {
      const encoded = notes.meaning?.byVectors?.encoded()
      if (!encoded || !(await isKnnThere())) return
      const find = () => findVectorIndex(cluster, vectorIndexNameOf(name, encoded), notes.corpus.version)
      let found = await find()
      if (!found && lease && attempts.isDue()) {
        const isHeld = async () => isServed() && (await lease.hold())
        const { corpus } = notes
        const write = () => writeVectorIndex(cluster, { name, corpus, encoded, isHeld, signal })
        if (await attempts.make(lease, write, isServed)) found = await find()
      }
      if (found && vectors?.of !== notes)
        log.info(
          `Talks near in meaning are found by k-NN in OpenSearch (version ${notes.corpus.version} of the notes).`,
        )
      vectors = found && { of: notes, index: found }
    },
  }
}

/** How often a cluster without k-NN is asked whether it has it now, in milliseconds. */
const knnLookMs = 10 * 60_000
