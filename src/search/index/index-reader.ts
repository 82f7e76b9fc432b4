import { remembering } from '../../text/remembering.ts'
import { type CompiledIndex, firstMark, wordMask } from './compiled-index.ts'
import { type Field, fields } from './talk-texts.ts'

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
  /** The numbers of this folded word: one for each of its uses, as a half-open range. */
  usesOf(word: string): readonly [from: number, to: number]
  /** Whether some word begins with these letters and then with the next one, a UTF-16 unit. */
  isBegunBy(start: string, next: string): boolean
  /** The numbers of the words with this prefix, as a half-open range. */
  wordsWithPrefix(prefix: string): readonly [from: number, to: number]
  /** The words that a term was made from, by number; a posting's bits are in this order, see `formBit`. */
  formsOf(term: number): Uint32Array
  /** By a posting's bits: the highest value among the forms that it has. One number if all forms have the same. */
  formTable(term: number, value: (word: number) => number): Float64Array | number
  /** How many documents have one of these forms of the term. */
  documentsWithForms(term: number, forms: ReadonlySet<number>): number
  /** Whether the document has the term. */
  hasTerm(document: number, term: number): boolean
  /** Whether some word of the first term stands before some word of the second in some text. */
  areNeighbours(left: TermForms, right: TermForms): boolean
  /** Whether the term is of some talk's title, speakers or tags. */
  isNameTerm(term: number): boolean
}

/** Words of one term, by number. */
export interface TermForms {
  readonly term: number
  readonly words: ReadonlySet<number>
}

/** Statistics of terms over all talks. An index of a few talks is read with those of all. */
export interface TermStatistics {
  readonly documentCount: number
  documentFrequency(term: number): number
  /** Visits the sets of a term's forms that documents have, as the bits of postings, with how many have each. */
  eachFormSet(term: number, visit: (bits: number, documents: number) => void): void
  areNeighbours(left: TermForms, right: TermForms): boolean
  /** By term, 0 until it is asked for: names are compared by the idf of each of their words. */
  readonly idfs: Float64Array
}

function statisticsOf(index: CompiledIndex): TermStatistics {
  const { documentCount, postingStarts, postingForms } = index
  return {
    documentCount,
    documentFrequency: (term) => postingStarts[term + 1]! - postingStarts[term]!,
    eachFormSet(term, visit) {
      for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) visit(postingForms[at]!, 1)
    },
    areNeighbours: (left, right) => areNeighbours(index, left, right),
    idfs: new Float64Array(index.terms.length),
  }
}

/** @param statistics of all talks. Default: those of the index. */
export function createIndexReader(index: CompiledIndex, statistics = statisticsOf(index)): IndexReader {
  const formsOf = (term: number) => index.forms.subarray(index.formStarts[term], index.formStarts[term + 1])
  const { documentCount, documentFrequency, idfs } = statistics
  const usesOf = remembering((word) => rangeOf(index.words, word))
  const lettersAfter = remembering((start) => {
    const [from, to] = rangeOfPrefix(index.words, start)
    return new Set(index.words.slice(from, to).map((word) => word.charAt(start.length)))
  })
  return {
    index,
    termNumber: (term) => placeIn(index.terms, term),
    documentFrequency,
    idf(term) {
      idfs[term] ||= inverseDocumentFrequency(documentFrequency(term), documentCount)
      return idfs[term]!
    },
    idfOfFrequency: (documents) =>
      inverseDocumentFrequency(Math.min(documents, documentCount), documentCount),
    idfOfUnknown: inverseDocumentFrequency(0, documentCount),
    hasWord(word) {
      const [from, to] = usesOf(word)
      return from < to
    },
    usesOf,
    isBegunBy: (start, next) => lettersAfter(start).has(next),
    wordsWithPrefix: (prefix) => rangeOfPrefix(index.words, prefix),
    formsOf,
    formTable: (term, value) => formTable(formsOf(term), value),
    documentsWithForms(term, forms) {
      const table = formTable(formsOf(term), (word) => Number(forms.has(word)))
      if (typeof table === 'number') return table * documentFrequency(term)
      let documents = 0
      statistics.eachFormSet(term, (bits, having) => {
        documents += table[bits]! * having
      })
      return documents
    },
    hasTerm: (document, term) => {
      const documents = index.postingDocuments.subarray(
        index.postingStarts[term],
        index.postingStarts[term + 1],
      )
      return documents.includes(document)
    },
    areNeighbours: statistics.areNeighbours,
    isNameTerm: (term) => index.isNameTerm[term] === 1,
  }
}

/** As Lucene has it. @param documentCount how many documents have the field at all */
export function inverseDocumentFrequency(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5))
}

/** @param forms of a term, in their order */
function formTable(forms: Uint32Array, value: (word: number) => number): Float64Array | number {
  // Most terms have one form.
  const first = forms.length === 0 ? 0 : value(forms[0]!)
  if (forms.length < 2) return first
  let areSame = true
  const highest = new Float64Array(2 * formBit(forms.length - 1))
  for (let place = 0; place < forms.length; place++) {
    const ofForm = value(forms[place]!)
    const bit = formBit(place)
    highest[bit] = Math.max(highest[bit]!, ofForm)
    areSame &&= ofForm === first
  }
  if (areSame) return first
  // Each set of bits has the highest of its lowest bit and of the rest.
  for (let bits = 1; bits < highest.length; bits++)
    highest[bits] = Math.max(highest[bits & -bits]!, highest[bits & (bits - 1)]!)
  return highest
}

function areNeighbours(index: CompiledIndex, left: TermForms, right: TermForms): boolean {
  const { postingStarts, postingDocuments, sequenceStarts, sequence } = index
  const documents = ({ term }: TermForms) =>
    postingDocuments.subarray(postingStarts[term], postingStarts[term + 1])
  const [ofLeft, ofRight] = [documents(left), documents(right)]
  for (const document of ofLeft.length < ofRight.length ? ofLeft : ofRight) {
    for (let at = sequenceStarts[document]!; at + 1 < sequenceStarts[document + 1]!; at++) {
      const isNext = right.words.has(sequence[at + 1]! & wordMask)
      if (isNext && left.words.has(sequence[at]! & wordMask)) return true
    }
  }
  return false
}

/** One text of a document in reading order. The runs of a talk's document are those of `textsOf(talk)`. */
export interface TextRun {
  readonly field: Field
  /** As numbers. */
  readonly words: Uint32Array
}

/** The texts of one document, one after another: views of one copy. */
export function textRunsOf({ sequence, sequenceStarts }: CompiledIndex, document: number): TextRun[] {
  const runs: TextRun[] = []
  const numbers = sequence.slice(sequenceStarts[document], sequenceStarts[document + 1])
  let start = 0
  for (let at = 0; at < numbers.length; at++) {
    numbers[at]! &= wordMask
    const number = numbers[at]!
    if (number < firstMark) continue
    runs.push({ field: fields[number - firstMark]!, words: numbers.subarray(start, at) })
    start = at + 1
  }
  return runs
}

/** Where words of one question after another stand in the talks: few of the thousands that are looked at for each question. */
interface AskedWords {
  /** Looks for these from now on, by their numbers. */
  askFor(words: readonly number[]): void
  /** The first place of the sequence from `at` on that has one of them; `end` if there is none before it. */
  next(at: number, end: number): number
}

/** A bit a word says whether it is asked for, so that what is read for each word of a talk stays close to the processor. */
export function createAskedWords({ sequence }: Pick<CompiledIndex, 'sequence'>): AskedWords {
  // With room for marks, which nobody asks for: it is faster than to tell them from words.
  const bits = new Uint32Array((wordMask >>> 5) + 1)
  let asked: readonly number[] = []

  return {
    askFor(wanted) {
      for (const word of asked) bits[word >>> 5] = 0
      asked = wanted
      for (const word of asked) bits[word >>> 5]! |= 1 << word
    },
    next(at, end) {
      for (let place = at; place < end; place++) {
        const number = sequence[place]! & wordMask
        if (((bits[number >>> 5]! >>> number) & 1) === 1) return place
      }
      return end
    },
  }
}

/** The different terms of a document, in the order of their numbers. */
export function termsIn(
  { sequence, sequenceStarts, wordTerms }: CompiledIndex,
  document: number,
): Uint32Array {
  const terms = new Set<number>()
  for (let at = sequenceStarts[document]!; at < sequenceStarts[document + 1]!; at++) {
    const word = sequence[at]! & wordMask
    if (word < firstMark) terms.add(wordTerms[word]!)
  }
  return Uint32Array.from(terms).sort()
}

/** Where a text stands in a list that is sorted by UTF-16 units; undefined if it does not. */
export function placeIn(sorted: readonly string[], text: string): number | undefined {
  const place = firstFrom(sorted, text)
  return sorted[place] === text ? place : undefined
}

/** Where the first text or number stands that is not before this one, in a sorted list; the length of the list if all are. */
export function firstFrom<Item extends string | number>(sorted: ArrayLike<Item>, least: Item): number {
  return firstPlace(0, sorted.length, (place) => sorted[place]! >= least)
}

/** The first place of a half-open range from which on something is so, by binary search; its end if it never is. */
export function firstPlace(from: number, end: number, isSo: (place: number) => boolean): number {
  let low = from
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Where the texts with a prefix stand, as a half-open range. */
export function rangeOfPrefix(
  sorted: readonly string[],
  prefix: string,
): readonly [from: number, to: number] {
  // No text has this code unit, which is no character.
  return [firstFrom(sorted, prefix), firstFrom(sorted, `${prefix}\uffff`)]
}

/** All numbers of a half-open range. */
export function numbersOfRange([from, to]: readonly [from: number, to: number]): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}

/** Where a text stands, once or more often, as a half-open range. */
export function rangeOf(sorted: readonly string[], text: string): readonly [from: number, to: number] {
  const from = firstFrom(sorted, text)
  let to = from
  while (sorted[to] === text) to++
  return [from, to]
}

/**
 * The bit of a posting that says whether its document has a form: see `formBits`.
 * @param place of the form among those of its term
 */
export function formBit(place: number): number {
  return 1 << Math.min(place, 7)
}
