import type { CompiledIndex } from './compiled-index.ts'
import { placeIn, rangeOfPrefix } from './sorted-strings.ts'

/** Look-ups in a compiled index. */
export interface IndexReader {
  readonly index: CompiledIndex
  /** Number of an indexed term. */
  termNumber(term: string): number | undefined
  /** How many documents have the term. */
  documentFrequency(term: number): number
  /** BM25's inverse document frequency: about 0 for a term that all talks have. */
  idf(term: number): number
  /** As `idf`, by how many documents have the term. */
  idfOfFrequency(documents: number): number
  /** The idf of a term that no talk has. */
  readonly idfOfUnknown: number
  /** Whether the notes have this folded word itself, not only another form of it. */
  hasWord(word: string): boolean
  /** The terms of the words with this prefix, most frequent first. */
  termsWithPrefix(prefix: string): number[]
  /** Whether the document has the term. */
  hasTerm(document: number, term: number): boolean
  /** Whether the two terms stand side by side, in this order, in some text. */
  areNeighbours(left: number, right: number): boolean
  /** Whether the term is of some talk's title, speakers or tags. */
  isNameTerm(term: number): boolean
}

export function createIndexReader(index: CompiledIndex): IndexReader {
  const documentFrequency = (term: number) => index.postingStarts[term + 1]! - index.postingStarts[term]!
  return {
    index,
    termNumber: (term) => placeIn(index.terms, term),
    documentFrequency,
    idf: (term) => inverseDocumentFrequency(documentFrequency(term), index.documentCount),
    idfOfFrequency: (documents) =>
      inverseDocumentFrequency(Math.min(documents, index.documentCount), index.documentCount),
    idfOfUnknown: inverseDocumentFrequency(0, index.documentCount),
    hasWord: (word) => placeIn(index.words, word) !== undefined,
    termsWithPrefix: (prefix) =>
      [...new Set(termsOfWordsWith(index, prefix))].sort(
        (a, b) => documentFrequency(b) - documentFrequency(a),
      ),
    hasTerm: (document, term) => {
      const { vectorStarts, vectorTerms } = index
      return vectorTerms.subarray(vectorStarts[document], vectorStarts[document + 1]).includes(term)
    },
    areNeighbours: (left, right) => areNeighbours(index, left, right),
    isNameTerm: (term) => index.isNameTerm[term] === 1,
  }
}

function inverseDocumentFrequency(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5))
}

/** The terms of the words with this prefix, in the words' order. */
function termsOfWordsWith({ words, wordTerms }: CompiledIndex, prefix: string): Uint32Array {
  return wordTerms.subarray(...rangeOfPrefix(words, prefix))
}

function areNeighbours(index: CompiledIndex, left: number, right: number): boolean {
  const { postingStarts, postingDocuments, sequenceStarts, sequence } = index
  const documents = (term: number) => postingDocuments.subarray(postingStarts[term], postingStarts[term + 1])
  const [ofLeft, ofRight] = [documents(left), documents(right)]
  for (const document of ofLeft.length < ofRight.length ? ofLeft : ofRight) {
    for (let at = sequenceStarts[document]!; at + 1 < sequenceStarts[document + 1]!; at++) {
      if (sequence[at] === left && sequence[at + 1] === right) return true
    }
  }
  return false
}
