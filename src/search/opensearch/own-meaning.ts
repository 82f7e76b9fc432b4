import { nearestOf } from '../rank/fuse-meaning.ts'
import type { MeaningByVectors, MeaningOfTalks, Nearness, NearnessToTalk } from '../rank/nearness.ts'
import { clusterError } from './cluster-error.ts'
import type { VectorIndex } from './vector-index.ts'

/** How near talks are to questions and to each other in meaning, as this process knows it of the notes that the cluster has. */
export interface OwnMeaning {
  /** As `FindNearness`. */
  find(spellings: readonly string[], maxMs: number): Promise<NearnessOfTalks | undefined>
  /** Undefined for a talk that is unknown, or not encoded. */
  findToTalk(talkId: string): TalksNearTalk | undefined
}

/** Talks by their cosines, whatever their numbers are in some index. */
interface TalksByCosine<Of> {
  /** The ids of the nearest talks, nearest first. */
  nearest(count: number): readonly string[]
  /** As if these were all talks, but for what is of all. */
  among(ids: readonly string[]): Of
}

export interface NearnessOfTalks extends TalksByCosine<Nearness> {
  /** As `Nearness.nearestPassage`. */
  nearestPassage(id: string): number | undefined
}

type TalksNearTalk = TalksByCosine<NearnessToTalk>

/**
 * @param ids of the talks, by document of what meaning tells
 * @param vectorIndex what finds talks to compare, if there is anything; else all are compared. Default: nothing
 */
export function createOwnMeaning(
  { findNearness, findNearnessToTalk, byVectors }: MeaningOfTalks,
  ids: readonly string[],
  vectorIndex: () => VectorIndex | undefined = () => undefined,
): OwnMeaning {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const numberOf = (id: string) => numbers.get(id) ?? -1
  const byCosine = <Of extends NearnessToTalk>(of: Of): TalksByCosine<Of> => ({
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
      const nearness = await findNearness(spellings, maxMs)
      if (!nearness) return undefined
      const passageOf = (id: string) => nearness.nearestPassage(numberOf(id))
      const { nearest, among } = byCosine(nearness)
      return {
        nearest,
        among: (some) => ({ ...among(some), nearestPassage: (document) => passageOf(some[document]!) }),
        nearestPassage: (id) => passageOf(id)?.passage,
      }
    },
    findToTalk(talkId) {
      const number = numbers.get(talkId)
      const nearness = number === undefined ? undefined : findNearnessToTalk(number)
      return nearness && byCosine(nearness)
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
): Promise<NearnessOfTalks | 'without' | undefined> {
  const asked = await byVectors.ask(spellings, maxMs)
  if (!asked) return undefined
  const found = await index.nearest(asked.vector, Math.min(maxMs, maxMsOfIndex)).catch(clusterError)
  if (found instanceof Error) return 'without'
  const among = (ids: readonly string[]) => asked.nearnessOf(ids.map(numberOf))
  const { cosines } = among(found)
  return {
    nearest: (count) => nearestOf(cosines, undefined, count).map((place) => found[place]!),
    among,
    nearestPassage: (id) => among([id]).nearestPassage(0)?.passage,
  }
}

/** How long is waited for the index before all are compared, in milliseconds. */
const maxMsOfIndex = 300
