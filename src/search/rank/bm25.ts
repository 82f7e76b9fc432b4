import type { CompiledIndex } from '../index/compiled-index.ts'
import type { TermWeights } from './term-weights.ts'

export interface ScoredDocument {
  readonly document: number
  readonly score: number
}

interface Ranking {
  /** Best first, equal ones by number. */
  readonly ranked: ScoredDocument[]
  /** How many match at all. */
  readonly total: number
}

interface RankOptions {
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
export interface Ranker {
  /** BM25 as lunr weighs it: the `depth` best documents, of those that the mask (if any) has as 1. */
  rank(weights: TermWeights, depth: number, options?: RankOptions): Ranking
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

/** Best first; equal ones by number, which is the order of the talks' ids. */
export function compareScored(a: ScoredDocument, b: ScoredDocument): number {
  return b.score - a.score || a.document - b.document
}

/** A bounded heap whose root is the worst document kept, so that a common word does not mean sorting all talks. */
function createBest() {
  let documents = new Uint32Array(0)
  let scores = new Float64Array(0)
  let size = 0

  return {
    /** The best by value, of the documents that have more than 0. */
    of(values: Float64Array, depth: number): Ranking {
      const room = Math.min(depth, values.length)
      if (documents.length < room) {
        documents = new Uint32Array(room)
        scores = new Float64Array(room)
      }
      size = 0
      let total = 0
      for (let document = 0; document < values.length; document++) {
        const score = values[document]!
        if (score <= 0) continue
        total++
        if (size < room) siftUp(document, score)
        else if (room > 0 && score > scores[0]!) siftDown(document, score)
      }
      return { ranked: takeAll(), total }
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
