export interface ScoredDocument {
  readonly document: number
  readonly score: number
}

export interface Ranking {
  /** Best first, equal ones by number. */
  readonly ranked: ScoredDocument[]
  /** How many match at all. */
  readonly total: number
}

/** Best first; equal ones by number, which is the order of the talks' ids. */
export function compareScored(a: ScoredDocument, b: ScoredDocument): number {
  if (a.score === b.score) return a.document - b.document
  return a.score < b.score ? 1 : -1
}

/** A bounded heap whose root is the worst document kept, so that a common word does not mean sorting all talks. */
export function createBest() {
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
