import type { RankingParameters } from '../search/rank/parameters.ts'
import { encodePassages, type OpenedPassages, type PassageListener } from './encode/encode-passages.ts'
import type { PassageJob } from './encode/passage-job.ts'
import type { QuestionEncoder } from './encode/question-encoder.ts'
import type { Model } from './model/model-folder.ts'
import { otherSubjects } from './other-subject-list.ts'
import { measureChance } from './similarity-by-chance.ts'
import { createSimilarityFinder, type SimilarityFinder } from './vectors/similarity-finder.ts'
import { vectorsPath } from './vectors/vector-file.ts'

/** A model that is used, and what encodes questions by it. */
export interface ModelInUse {
  readonly model: Model
  readonly questions: QuestionEncoder
}

/** The notes of one snapshot, as one model encodes them. */
export interface EncodedNotes {
  /** Resolves once it is known whether there is something to search in. */
  readonly opened: Promise<void>
  /** What can be searched, while it is still filled; undefined before `opened`, and if there is nothing, which was said. */
  readonly searchable: () => SearchableNotes | undefined
  /** Resolves once no more of them will be encoded. */
  readonly ended: Promise<void>
  /** Ends the encoding, keeps what is encoded, and resolves then. */
  readonly stop: () => Promise<void>
}

export interface SearchableNotes extends ModelInUse {
  readonly snapshot: SharedArrayBuffer
  /** How many passages were still to be encoded when they were opened. */
  readonly missing: number
  readonly find: SimilarityFinder
  /** `SemanticSimilarity.chance`; 1, which is out of reach, as long as it is not known. */
  readonly chance: () => number
  /** Resolves once `chance` is known. */
  readonly measured: Promise<void>
  /** Whether no more of them will be encoded. */
  readonly isEncoded: () => boolean
}

interface NotesToEncode extends Omit<PassageJob, 'buffer' | 'model' | 'path'> {
  readonly snapshot: SharedArrayBuffer
  /** Where vectors are kept. */
  readonly dataFolder: string
  /** Of the notes. */
  readonly corpusFolder: string
  readonly parameters: RankingParameters['meaning']
  readonly listener: PassageListener
  /** Once it is aborted, what is chance is no longer measured. */
  readonly signal: AbortSignal
}

/** Begins to encode what is not encoded yet. Never throws: what is wrong is told. */
export function encodeNotes(
  inUse: ModelInUse,
  { snapshot, dataFolder, corpusFolder, parameters, listener, signal, ...job }: NotesToEncode,
): EncodedNotes {
  const path = vectorsPath(dataFolder, corpusFolder, inUse.model)
  const work = encodePassages({ ...job, path, buffer: snapshot, model: inUse.model }, listener)
  let searchable: SearchableNotes | undefined
  let isEncoded = false
  void work.ended.then(() => {
    isEncoded = true
  })

  function open({ passages, missing }: OpenedPassages): SearchableNotes {
    const find = createSimilarityFinder(passages, parameters)
    let chance = 1
    /** Once all is encoded: what is near by chance changes with each passage. */
    async function measure(): Promise<void> {
      await inUse.questions.ready
      const others = await inUse.questions.encodeAll(otherSubjects)
      if (missing > 0) await work.ended
      if (others && !signal.aborted) chance = await measureChance(others, find, parameters)
    }
    return {
      ...inUse,
      snapshot,
      missing,
      find,
      chance: () => chance,
      measured: measure(),
      isEncoded: () => isEncoded,
    }
  }

  return {
    opened: work.opened.then((opened) => {
      searchable = opened && open(opened)
    }),
    searchable: () => searchable,
    ended: work.ended,
    stop: work.stop,
  }
}
