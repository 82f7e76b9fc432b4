import { madeOnce, rememberingOf } from '../../text/remembering.ts'
import { firstMark, markOf, wordMask } from '../index/compiled-index.ts'
import { createAskedWords, type IndexReader } from '../index/index-reader.ts'
import type { ScoredDocument } from './best-documents.ts'
import type { TermWeights } from './bm25.ts'
import type { RankingParameters } from './parameters.ts'

/** Scores long notes by their best window; the others keep their scores. */
export interface WindowScorer {
  rescore(ranked: readonly ScoredDocument[], weights: TermWeights): readonly ScoredDocument[]
}

type WindowParameters = Pick<RankingParameters, 'longNotes' | 'index'>

/**
 * BM25 ranks a long note low, because it has a little of everything. If a note has several topics, the part about the
 * question should count: the best window of terms, scored like a text of its own.
 */
export function createWindowScorer(
  reader: IndexReader,
  { longNotes: { minTerms, windowTerms, wholeWeight }, index: { k1 } }: WindowParameters,
): WindowScorer {
  const { sequence, sequenceStarts, documentCount, words, wordTerms } = reader.index
  const ownEnds = Uint32Array.from({ length: documentCount }, (_, document) => ownEndOf(document))
  const isLong = Uint8Array.from(ownEnds, (end, document) =>
    Number(end - sequenceStarts[document]! > minTerms),
  )
  /** By word: its weight in the question times its term's idf; 0 for words that are not asked for. */
  const values = zerosByWord(words)
  const askedWords = madeOnce(() => createAskedWords(reader.index))

  return {
    rescore(ranked, weights) {
      if (!ranked.some(({ document }) => isLong[document] === 1)) return ranked
      const asked = askedWords()
      const wanted: number[] = []
      for (const [term, ofTerm] of weights)
        for (const [word, weight] of ofTerm.words) {
          values[word] = weight * reader.idf(term)
          wanted.push(word)
        }
      asked.askFor(wanted)
      const rescored = ranked.map((scored) => {
        const { document, score } = scored
        if (isLong[document] === 0) return scored
        return { document, score: (wholeWeight * score + bestWindow(document)) / (wholeWeight + 1) }
      })
      for (const word of wanted) values[word] = 0
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
    const asked = askedWords()
    const places: number[] = []
    const ordinals: number[] = []
    const ordinalOf = new Map<number, number>()
    const ownEnd = ownEnds[document]!
    for (
      let at = asked.next(sequenceStarts[document]!, ownEnd);
      at < ownEnd;
      at = asked.next(at + 1, ownEnd)
    ) {
      const word = sequence[at]! & wordMask
      if (values[word] === 0) continue
      const term = wordTerms[word]!
      if (!ordinalOf.has(term)) ordinalOf.set(term, ordinalOf.size)
      places.push(at)
      ordinals.push(ordinalOf.get(term)!)
    }
    const counts = new Uint32Array(ordinalOf.size)
    // What the form that counts most in the window counts.
    const highest = new Float64Array(ordinalOf.size)
    let best = 0
    let end = 0
    for (let first = 0; first < places.length; first++) {
      const before = end
      while (end < places.length && places[end]! < places[first]! + windowTerms) end++
      // A window that reaches no further has less than the one before.
      if (end === before) continue
      counts.fill(0)
      highest.fill(0)
      for (let at = first; at < end; at++) {
        const ordinal = ordinals[at]!
        counts[ordinal]! += 1
        highest[ordinal] = Math.max(highest[ordinal]!, values[sequence[places[at]!]! & wordMask]!)
      }
      // As for a text of average length.
      let score = 0
      for (let ordinal = 0; ordinal < counts.length; ordinal++)
        score += (highest[ordinal]! * counts[ordinal]! * (k1 + 1)) / (counts[ordinal]! + k1)
      best = Math.max(best, score)
    }
    return best
  }
}

const transcriptMark = markOf('transcript')

/** Indices of a few talks have their words in common, and none is read while another is. */
const zerosByWord = rememberingOf((words: readonly string[]) => new Float64Array(words.length))
