import type { IndexReader } from '../index/index-reader.ts'
import { wordMask } from '../index/sequence-entry.ts'
import type { ScoredDocument } from './bm25.ts'
import type { RankingParameters } from './parameters.ts'
import type { TermWeights } from './term-weights.ts'

/** lunr's, for a text of average length. */
const k1 = 1.2

/** Scores long notes by their best window; the others keep their scores. */
export interface WindowScorer {
  rescore(ranked: readonly ScoredDocument[], weights: TermWeights): readonly ScoredDocument[]
}

/**
 * BM25 ranks a long note low, because it has a little of everything. If a note has several topics, the part about the
 * question should count: the best window of terms, scored like a text of its own.
 */
export function createWindowScorer(
  reader: IndexReader,
  { minTerms, windowTerms, wholeWeight }: RankingParameters['longNotes'],
): WindowScorer {
  const { sequence, sequenceStarts, documentCount, words, wordTerms } = reader.index
  const isLong = Uint8Array.from({ length: documentCount }, (_, document) =>
    Number(sequenceStarts[document + 1]! - sequenceStarts[document]! > minTerms),
  )
  /** By word: its weight in the question times its term's idf; 0 for words that are not asked for. */
  const values = new Float64Array(words.length)

  return {
    rescore(ranked, weights) {
      if (!ranked.some(({ document }) => isLong[document] === 1)) return ranked
      for (const [term, ofTerm] of weights)
        for (const [word, weight] of ofTerm.words) values[word] = weight * reader.idf(term)
      const rescored = ranked.map(({ document, score }) =>
        isLong[document] === 1
          ? { document, score: (wholeWeight * score + bestWindow(document)) / (wholeWeight + 1) }
          : { document, score },
      )
      for (const ofTerm of weights.values()) for (const word of ofTerm.words.keys()) values[word] = 0
      return rescored
    },
  }

  function bestWindow(document: number): number {
    const places: number[] = []
    for (let at = sequenceStarts[document]!; at < sequenceStarts[document + 1]!; at++) {
      // Marks have no value.
      if (values[sequence[at]! & wordMask]! > 0) places.push(at)
    }
    let best = 0
    for (let first = 0; first < places.length; first++) {
      const ofTerms = new Map<number, { count: number; value: number }>()
      for (let last = first; last < places.length && places[last]! < places[first]! + windowTerms; last++) {
        const word = sequence[places[last]!]! & wordMask
        const { count, value } = ofTerms.get(wordTerms[word]!) ?? { count: 0, value: 0 }
        ofTerms.set(wordTerms[word]!, { count: count + 1, value: Math.max(value, values[word]!) })
      }
      let score = 0
      for (const { count, value } of ofTerms.values()) score += (value * count * (k1 + 1)) / (count + k1)
      best = Math.max(best, score)
    }
    return best
  }
}
