import type { CompiledIndex } from './compiled-index.ts'

/** How much each term counts, by its number. */
export type TermWeights = ReadonlyMap<number, number>

export interface Scored {
  readonly document: number
  readonly score: number
}

/** Scores documents for one query after another; keeps its working memory between them. */
export interface Ranker {
  /** BM25 as lunr weighs it: the `depth` best documents, best first, equal ones by number; and how many match at all. */
  rank(weights: TermWeights, depth: number): { readonly ranked: Scored[]; readonly total: number }
}

export function createRanker(index: CompiledIndex): Ranker {
  const { documentCount, postingStarts, postingDocuments, postingWeights } = index
  const scores = new Float64Array(documentCount)
  return {
    rank(weights, depth) {
      scores.fill(0)
      for (const [term, weight] of weights) {
        for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) {
          scores[postingDocuments[at]!]! += weight * postingWeights[at]!
        }
      }
      return takeBest(scores, depth)
    },
  }
}

/** A bounded heap whose root is the worst document kept, so that a common word does not mean sorting all talks. */
function takeBest(scores: Float64Array, depth: number): { ranked: Scored[]; total: number } {
  const heap: Scored[] = []
  let total = 0
  scores.forEach((score, document) => {
    if (score <= 0) return
    total++
    if (heap.length < depth) {
      heap.push({ document, score })
      siftUp(heap)
    } else if (depth > 0 && score > heap[0]!.score) {
      heap[0] = { document, score }
      siftDown(heap)
    }
  })
  return { ranked: heap.sort(compareScored), total }
}

/** Best first; equal ones by number, which is the order of the talks' ids. */
export function compareScored(a: Scored, b: Scored): number {
  return b.score - a.score || a.document - b.document
}

function siftUp(heap: Scored[]): void {
  let child = heap.length - 1
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (compareScored(heap[parent]!, heap[child]!) >= 0) return
    swap(heap, parent, child)
    child = parent
  }
}

function siftDown(heap: Scored[]): void {
  let parent = 0
  for (;;) {
    let worst = parent
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && compareScored(heap[child]!, heap[worst]!) > 0) worst = child
    }
    if (worst === parent) return
    swap(heap, parent, worst)
    parent = worst
  }
}

function swap(heap: Scored[], a: number, b: number): void {
  const kept = heap[a]!
  heap[a] = heap[b]!
  heap[b] = kept
}
