import type { MeaningOfTalks } from '../search/rank/semantic-similarity.ts'
import type { SearchableNotes } from './encoded-notes.ts'

/**
 * What a search can ask of the notes of one snapshot.
 * @param current what is encoded of them; undefined as long as it is nothing, or those of another snapshot
 * @param maxMs how long an answer waits at most for its question to be encoded
 */
export function meaningOfTalks(current: () => SearchableNotes | undefined, maxMs: number): MeaningOfTalks {
  async function ask(spellings: readonly string[], atMostMs: number) {
    const notes = current()
    if (!notes) return undefined
    const { find, questions } = notes
    const chance = notes.chance()
    const vector = await questions.encode(spellings, Math.min(maxMs, atMostMs))
    return vector && { vector, find, chance }
  }

  return {
    async findSimilarity(spellings, atMostMs) {
      const asked = await ask(spellings, atMostMs)
      return asked && { ...asked.find.toQuestion(asked.vector), chance: asked.chance }
    },
    findSimilarityToTalk: (document) => current()?.find.toTalk(document),
    byVectors: {
      async ask(spellings, atMostMs) {
        const asked = await ask(spellings, atMostMs)
        if (!asked) return undefined
        const { vector, find, chance } = asked
        const similarityOf = find.toSome(vector)
        return { vector, similarityOf: (documents) => ({ ...similarityOf(documents), chance }) }
      },
      encoded() {
        const notes = current()
        if (!notes?.isEncoded()) return undefined
        const { key, description } = notes.model
        return {
          model: Buffer.from(key).toString('hex').slice(0, 12),
          dimensions: description.dimensions,
          vectorsOf: notes.find.vectorsOf,
        }
      },
    },
  }
}
