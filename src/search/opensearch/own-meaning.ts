import { nearestOf } from '../rank/fuse-meaning.ts'
import type { Alike, MeaningOfTalks, Nearness } from '../rank/nearness.ts'

/** How near talks are to questions and to each other in meaning, as this process knows it of the notes that the cluster has. */
export interface OwnMeaning {
  /** As `FindNearness`. */
  find(spellings: readonly string[], maxMs: number): Promise<NearnessOfTalks | undefined>
  /** Undefined for a talk that is unknown, or not encoded. */
  like(talkId: string): AlikeTalks | undefined
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

type AlikeTalks = TalksByCosine<Alike>

/** @param ids of the talks, by document of what meaning tells */
export function createOwnMeaning(
  { findNearness, findAlike }: MeaningOfTalks,
  ids: readonly string[],
): OwnMeaning {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const numberOf = (id: string) => numbers.get(id) ?? -1
  const byCosine = <Of extends Alike>(of: Of): TalksByCosine<Of> => ({
    nearest: (count) => nearestOf(of.cosines, undefined, count).map((number) => ids[number]!),
    among: (some) => ({
      ...of,
      cosines: Float32Array.from(some, (id) => of.cosines[numberOf(id)] ?? Number.NaN),
    }),
  })
  return {
    async find(spellings, maxMs) {
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
    like(talkId) {
      const number = numbers.get(talkId)
      const alike = number === undefined ? undefined : findAlike(number)
      return alike && byCosine(alike)
    },
  }
}
