import type { CompiledIndex } from './compiled-index.ts'
import { fieldEnding } from './compiled-index.ts'

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
  /** Whether the term is of some talk's title, speakers or tags. */
  isNameTerm(term: number): boolean
}

export function createLookup(index: CompiledIndex): Lookup {
  const numbers = new Map(index.terms.map((term, number) => [term, number]))
  const names = nameTerms(index)
  const documentFrequency = (term: number) => index.postingStarts[term + 1]! - index.postingStarts[term]!
  return {
    index,
    termNumber: (term) => numbers.get(term),
    documentFrequency,
    information: (term) => inverseDocumentFrequency(documentFrequency(term), index.documentCount),
    informationOfUnknown: inverseDocumentFrequency(0, index.documentCount),
    isNameTerm: (term) => names[term] === 1,
  }
}

function inverseDocumentFrequency(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5))
}

function nameTerms({ sequence, terms }: CompiledIndex): Uint8Array {
  const names = new Uint8Array(terms.length)
  let start = 0
  sequence.forEach((entry, at) => {
    const field = fieldEnding(entry)
    if (!field) return
    if (field === 'title' || field === 'speakers' || field === 'tags') {
      for (const term of sequence.subarray(start, at)) names[term] = 1
    }
    start = at + 1
  })
  return names
}
