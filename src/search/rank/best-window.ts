import type { IndexReader } from '../index/index-reader.ts'
import { firstMark, markOf, wordMask } from '../index/sequence-entry.ts'
import type { ScoredDocument } from './bm25.ts'
import type { RankingParameters } from './parameters.ts'
import type { TermWeights } from './term-weights.ts'

/** lunr's, for a text of average length. */
const k1 = 1.2

const transcriptMark = markOf('transcript')

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
  const ownEnds = Uint32Array.from({ length: documentCount }, (_, document) => ownEndOf(document))
  const isLong = Uint8Array.from(ownEnds, (end, document) =>
    Number(end - sequenceStarts[document]! > minTerms),
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

  /** Where a talk's transcript begins, or else its end: somebody says everything once in an hour. */
  function ownEndOf(document: number): number {
    let end = sequenceStarts[document + 1]!
    while (end > sequenceStarts[document]! && (sequence[end - 1]! & wordMask) === transcriptMark) {
      end--
      while (end > sequenceStarts[document]! && (sequence[end - 1]! & wordMask) < firstMark) end--
    }
    return end
  }

  function bestWindow(document: number): number {
    const places: number[] = []
    const slots: number[] = []
    const slotOf = new Map<number, number>()
    for (let at = sequenceStarts[document]!; at < ownEnds[document]!; at++) {
      const word = sequence[at]! & wordMask
      if (word >= firstMark || values[word] === 0) continue
      const term = wordTerms[word]!
      if (!slotOf.has(term)) slotOf.set(term, slotOf.size)
      places.push(at)
      slots.push(slotOf.get(term)!)
    }
    const counts = new Uint32Array(slotOf.size)
    // What the form that counts most in the window counts.
    const highest = new Float64Array(slotOf.size)
    let best = 0
    for (let first = 0; first < places.length; first++) {
      counts.fill(0)
      highest.fill(0)
      for (let last = first; last < places.length && places[last]! < places[first]! + windowTerms; last++) {
        const slot = slots[last]!
        counts[slot]! += 1
        highest[slot] = Math.max(highest[slot]!, values[sequence[places[last]!]! & wordMask]!)
      }
      let score = 0
      for (let slot = 0; slot < counts.length; slot++)
        score += (highest[slot]! * counts[slot]! * (k1 + 1)) / (counts[slot]! + k1)
      best = Math.max(best, score)
    }
    return best
  }
}
