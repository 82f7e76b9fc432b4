import { nearestOf } from '../rank/fuse-meaning.ts'
import type {
  MeaningByVectors,
  MeaningOfTalks,
  SemanticSimilarity,
  SimilarityToTalk,
} from '../rank/semantic-similarity.ts'
import { clusterError } from './cluster-error.ts'
import type { VectorIndex } from './write/vector-index.ts'

/** How near talks are to questions and to each other in meaning, as this process knows it of the notes that the cluster has. */
export interface InProcessSimilarity {
  /** As `FindSimilarity`. */
  find(spellings: readonly string[], maxMs: number): Promise<SimilarityOfTalks | undefined>
  /** Undefined for a talk that is unknown, or not encoded. */
  findToTalk(talkId: string): TalksNearTalk | undefined
}

/** Talks by their cosines, whatever their numbers are in some index. */
interface TalksByCosine<Of> {
  /** The ids of the nearest talks, nearest first. */
  nearest(count: number): readonly string[]
  /** As if these were all talks, except for figures about all of them. */
  among(ids: readonly string[]): Of
}

export interface SimilarityOfTalks extends TalksByCosine<SemanticSimilarity> {
  /** As `SemanticSimilarity.nearestPassage`. */
  nearestPassage(id: string): number | undefined
}

type TalksNearTalk = TalksByCosine<SimilarityToTalk>

/**
 * @param ids of the talks, by document of what meaning tells
 * @param vectorIndex what finds talks to compare, if there is anything; else all are compared. Default: nothing
 */
export function createInProcessSimilarity(
  { findSimilarity, findSimilarityToTalk, byVectors }: MeaningOfTalks,
  ids: readonly string[],
  vectorIndex: () => VectorIndex | undefined = () => undefined,
): InProcessSimilarity {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const numberOf = (id: string) => numbers.get(id) ?? -1
  const byCosine = <Of extends SimilarityToTalk>(of: Of): TalksByCosine<Of> => ({
    nearest: (count) => nearestOf(of.cosines, undefined, count).map((number) => ids[number]!),
    among: (some) => ({
      ...of,
      cosines: Float32Array.from(some, (id) => of.cosines[numberOf(id)] ?? Number.NaN),
    }),
  })
  return {
    async find(spellings, maxMs) {
      const index = vectorIndex()
      if (index && byVectors) {
        const found = await findByVectors(byVectors, index, { spellings, maxMs, numberOf })
        if (found !== 'without') return found
      }
      const similarity = await findSimilarity(spellings, maxMs)
      if (!similarity) return undefined
      const passageOf = (id: string) => similarity.nearestPassage(numberOf(id))
      const { nearest, among } = byCosine(similarity)
      return {
        nearest,
        among: (some) => ({ ...among(some), nearestPassage: (document) => passageOf(some[document]!) }),
        nearestPassage: (id) => passageOf(id)?.passage,
      }
    },
    findToTalk(talkId) {
      const number = numbers.get(talkId)
      const similarity = number === undefined ? undefined : findSimilarityToTalk(number)
      return similarity && byCosine(similarity)
    },
  }
}

interface VectorRequest {
  readonly spellings: readonly string[]
  readonly maxMs: number
  readonly numberOf: (id: string) => number
}

/** The talks that the index finds, ranked by their own vectors. `without`: the index does not answer. */
async function findByVectors(
  byVectors: MeaningByVectors,
  index: VectorIndex,
  { spellings, maxMs, numberOf }: VectorRequest,
): Promise<SimilarityOfTalks | 'without' | undefined> {
  const asked = await byVectors.ask(spellings, maxMs)
  if (!asked) return undefined
  const found = await index.nearest(asked.vector, Math.min(maxMs, maxMsOfIndex)).catch(clusterError)
  if (found instanceof Error) return 'without'
  const among = (ids: readonly string[]) => asked.similarityOf(ids.map(numberOf))
  const { cosines } = among(found)
  return {
    nearest: (count) => nearestOf(cosines, undefined, count).map((place) => found[place]!),
    among,
    nearestPassage: (id) => among([id]).nearestPassage(0)?.passage,
  }
}

/** How long is waited for the index before all are compared, in milliseconds. */
const maxMsOfIndex = 300
