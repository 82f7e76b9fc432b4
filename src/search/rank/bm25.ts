import { madeOnce, rememberingOf } from '../../text/remembering.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { type CompiledIndex, firstMark, markOf, wordMask } from '../index/compiled-index.ts'
import { createAskedWords, type IndexReader } from '../index/index-reader.ts'
import type { RankingParameters } from './parameters.ts'

export interface ScoredDocument {
  readonly document: number
  readonly score: number
}

/** Best first; equal ones by number, which is the order of the talks' ids. */
export function compareScored(a: ScoredDocument, b: ScoredDocument): number {
  if (a.score === b.score) return a.document - b.document
  return a.score < b.score ? 1 : -1
}

interface Bm25Options {
  /** Which documents may be found, as 1. Default all. */
  readonly mask?: Uint8Array | undefined
  /** A gain for the documents that are 1. */
  readonly boost?: DocumentBoost | undefined
}

interface DocumentBoost {
  readonly documents: Uint8Array
  readonly gain: number
}

/** Scores documents for one query after another; keeps its working memory between them. */
interface Ranker {
  /** BM25 as lunr weighs it: the `depth` best documents among those that the mask (if any) has as 1; equal ones by number. */
  rank(weights: TermWeights, depth: number, options?: Bm25Options): ScoredDocument[]
}

export function createRanker(index: CompiledIndex): Ranker {
  const { documentCount, postingStarts, postingDocuments, postingWeights, postingForms } = index
  const scores = new Float64Array(documentCount)
  const best = createBest()

  return {
    rank(weights, depth, { mask, boost } = {}) {
      add(weights)
      addBoost(boost, scores)
      if (mask)
        for (let document = 0; document < documentCount; document++) scores[document]! *= mask[document]!
      return best.of(scores, depth)
    },
  }

  function add(weights: TermWeights): void {
    scores.fill(0)
    for (const [term, { byForms }] of weights) {
      const end = postingStarts[term + 1]!
      if (typeof byForms === 'number') {
        for (let at = postingStarts[term]!; at < end; at++)
          scores[postingDocuments[at]!]! += byForms * postingWeights[at]!
      } else {
        for (let at = postingStarts[term]!; at < end; at++)
          scores[postingDocuments[at]!]! += byForms[postingForms[at]!]! * postingWeights[at]!
      }
    }
  }
}

/** Only documents that match gain. */
function addBoost(boost: DocumentBoost | undefined, scores: Float64Array): void {
  if (!boost) return
  for (let document = 0; document < scores.length; document++)
    if (scores[document]! > 0) scores[document]! += boost.gain * boost.documents[document]!
}

/** How much each term of a question counts, by its number. */
export type TermWeights = ReadonlyMap<number, TermWeight>

export interface TermWeight {
  /** By word: how much each form of the term counts. */
  readonly words: ReadonlyMap<number, number>
  /** By the bits of a posting: what the form that counts most counts. One number if all forms count the same. */
  readonly byForms: Float64Array | number
}

/** What a term counts in a document, by the bits of its posting. */
export function weightOf({ byForms }: TermWeight, bits: number): number {
  return typeof byForms === 'number' ? byForms : byForms[bits]!
}

export function termWeights(queryTerms: readonly QueryTerm[], reader: IndexReader): TermWeights {
  const byTerm = new Map<number, Map<number, number>>()
  for (const { count, variants } of queryTerms) {
    for (const { terms, forms, weight } of variants) {
      terms.forEach((term, place) => {
        const words = byTerm.get(term) ?? new Map<number, number>()
        byTerm.set(term, words)
        for (const form of forms[place]!)
          words.set(form.word, (words.get(form.word) ?? 0) + (count * weight * form.weight) / terms.length)
      })
    }
  }
  const weights = new Map<number, TermWeight>()
  for (const [term, words] of byTerm)
    weights.set(term, { words, byForms: reader.formTable(term, (word) => words.get(word) ?? 0) })
  return weights
}

/** Scores long notes by their best window; the others keep their scores. */
interface WindowScorer {
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

  /** Where a talk's transcript begins, or else its end: within an hour, everything is said once. */
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
      // A window that reaches no farther has less than the one before.
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

/** A bounded heap whose root is the worst document kept, so that a common word does not mean sorting all talks. */
function createBest() {
  let documents = new Uint32Array(0)
  let scores = new Float64Array(0)
  let size = 0

  return {
    /** The best by value, of the documents that have more than 0. */
    of(values: Float64Array, depth: number): ScoredDocument[] {
      const room = Math.min(depth, values.length)
      if (documents.length < room) {
        documents = new Uint32Array(room)
        scores = new Float64Array(room)
      }
      size = 0
      for (let document = 0; document < values.length; document++) {
        const score = values[document]!
        if (score <= 0) continue
        if (size < room) siftUp(document, score)
        else if (room > 0 && score > scores[0]!) siftDown(document, score)
      }
      return takeAll()
    },
  }

  /** Empties the heap, whose root is the worst each time. */
  function takeAll(): ScoredDocument[] {
    const ranked: ScoredDocument[] = []
    while (size > 0) {
      ranked.push({ document: documents[0]!, score: scores[0]! })
      size--
      siftDown(documents[size]!, scores[size]!)
    }
    return ranked.reverse()
  }

  function siftUp(document: number, score: number): void {
    let place = size++
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isWorse(document, score, parent)) break
      move(parent, place)
      place = parent
    }
    put(document, score, place)
  }

  /** Replaces the root. */
  function siftDown(document: number, score: number): void {
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= size) break
      if (child + 1 < size && isWorse(documents[child + 1]!, scores[child + 1]!, child)) child++
      if (isWorse(document, score, child)) break
      move(child, place)
      place = child
    }
    put(document, score, place)
  }

  function isWorse(document: number, score: number, than: number): boolean {
    return score < scores[than]! || (score === scores[than]! && document > documents[than]!)
  }

  function move(from: number, to: number): void {
    documents[to] = documents[from]!
    scores[to] = scores[from]!
  }

  function put(document: number, score: number, place: number): void {
    documents[place] = document
    scores[place] = score
  }
}
