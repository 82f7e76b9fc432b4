import { type CompiledIndex, runsOf } from './compiled-index.ts'

/** Finding one's way in a compiled index: what can be derived from it and is not worth storing. */
export interface Lookup {
  readonly index: CompiledIndex
  /** Number of an indexed term. */
  termNumber(term: string): number | undefined
  /** How many documents have the term. */
  documentFrequency(term: number): number
  /** What it tells that a talk has the term: BM25's idf, from about 0 for a term of all talks. */
  information(term: number): number
  /** What a word would tell that no talk has. */
  readonly informationOfUnknown: number
  /** Whether the notes have this folded word itself, not only another form of it. */
  hasWord(word: string): boolean
  /** Whether the two terms stand side by side, in this order, in some text. */
  areNeighbours(left: number, right: number): boolean
  /** Whether the term is of some talk's title, speakers or tags. */
  isNameTerm(term: number): boolean
}

export function createLookup(index: CompiledIndex): Lookup {
  const numbers = new Map(index.terms.map((term, number) => [term, number]))
  const words = new Set(index.words)
  const names = nameTerms(index)
  const documentFrequency = (term: number) => index.postingStarts[term + 1]! - index.postingStarts[term]!
  return {
    index,
    termNumber: (term) => numbers.get(term),
    documentFrequency,
    information: (term) => inverseDocumentFrequency(documentFrequency(term), index.documentCount),
    informationOfUnknown: inverseDocumentFrequency(0, index.documentCount),
    hasWord: (word) => words.has(word),
    areNeighbours: (left, right) => areNeighbours(index, left, right),
    isNameTerm: (term) => names[term] === 1,
  }
}

function inverseDocumentFrequency(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5))
}

function areNeighbours(index: CompiledIndex, left: number, right: number): boolean {
  const { postingStarts, postingDocuments, sequenceStarts, sequence } = index
  for (const document of postingDocuments.subarray(postingStarts[left], postingStarts[left + 1])) {
    for (let at = sequenceStarts[document]!; at + 1 < sequenceStarts[document + 1]!; at++) {
      if (sequence[at] === left && sequence[at + 1] === right) return true
    }
  }
  return false
}

function nameTerms(index: CompiledIndex): Uint8Array {
  const names = new Uint8Array(index.terms.length)
  for (let document = 0; document < index.documentCount; document++) {
    for (const { field, terms } of runsOf(index, document)) {
      if (field === 'title' || field === 'speakers' || field === 'tags')
        for (const term of terms) names[term] = 1
    }
  }
  return names
}
