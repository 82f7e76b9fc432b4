import { rememberingOf } from '../../text/remembering.ts'
import type { IndexParameters } from './compile-index.ts'
import { firstMark, type IndexedWords, markOf, wordMask } from './compiled-index.ts'
import type { Sequences, WeighedTerms } from './pack-index.ts'

/** The part of lunr's weights that depends on all documents. */
export interface WeightStatistics {
  /** By term: lunr's own. */
  readonly idf: Float64Array
  /** In terms. */
  readonly averageLengths: { readonly all: number; readonly title: number; readonly transcript: number }
}

/**
 * lunr's inverse document frequency, by term.
 * @param documentsWith how many documents have the term, each counted once for every field that has it
 */
export function lunrIdf(documentsWith: Uint32Array, documentCount: number): Float64Array {
  return Float64Array.from(documentsWith, (count) =>
    Math.log(1 + Math.abs((documentCount - count + 0.5) / (count + 0.5))),
  )
}

interface WeighOptions {
  readonly documentCount: number
  readonly termCount: number
  /** Default: those of the documents themselves. */
  readonly statistics?: WeightStatistics
}

/** What `lunr.Builder` computes of these documents. */
export function weigh(
  sequences: Sequences,
  words: IndexedWords,
  { documentCount, termCount, statistics }: WeighOptions,
  { k1, b, titleBoost, transcriptBoost }: IndexParameters,
): WeighedTerms {
  const counts = countTerms(sequences, words, { documentCount, termCount })
  const { starts, terms, inAll, inTitle, inTranscript, allLengths, titleLengths, transcriptLengths } = counts
  const { idf, averageLengths: averages } =
    statistics ?? weightStatistics(counts, { documentCount, termCount })
  const weight = (term: number, count: number, relativeLength: number) =>
    (idf[term]! * ((k1 + 1) * count)) / (k1 * (1 - b + b * relativeLength) + count)
  // As lunr does: its index keeps three digits.
  const round = (value: number) => Math.round(value * 1000) / 1000

  const all = new Float64Array(terms.length)
  const title = new Float64Array(terms.length)
  const transcript = new Float64Array(terms.length)
  for (let document = 0; document < documentCount; document++) {
    const allLength = allLengths[document]! / averages.all
    const titleLength = titleLengths[document]! / averages.title
    const transcriptLength = transcriptLengths[document]! / averages.transcript
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      if (inAll[at]! > 0) all[at] = round(weight(terms[at]!, inAll[at]!, allLength))
      if (inTitle[at]! > 0) title[at] = round(weight(terms[at]!, inTitle[at]!, titleLength) * titleBoost)
      if (inTranscript[at]! > 0)
        transcript[at] = round(weight(terms[at]!, inTranscript[at]!, transcriptLength) * transcriptBoost)
    }
  }
  return { starts, terms, all, title, transcript }
}

/** What all weights depend on: how often each document has each term. */
function weightStatistics(
  counts: ReturnType<typeof countTerms>,
  { documentCount, termCount }: { readonly documentCount: number; readonly termCount: number },
): WeightStatistics & { readonly documentsWith: Uint32Array } {
  const { terms, inAll, inTitle, inTranscript, allLengths, titleLengths, transcriptLengths } = counts
  const documentsWith = new Uint32Array(termCount)
  for (let at = 0; at < terms.length; at++)
    documentsWith[terms[at]!]! +=
      Number(inAll[at]! > 0) + Number(inTitle[at]! > 0) + Number(inTranscript[at]! > 0)
  return {
    documentsWith,
    idf: lunrIdf(documentsWith, documentCount),
    averageLengths: {
      all: average(allLengths),
      title: average(titleLengths),
      transcript: average(transcriptLengths),
    },
  }
}

/** By document: its different terms in order of number, and how often it, its title and its transcript have each. */
function countTerms(
  { sequence, sequenceStarts }: Sequences,
  { wordTerms }: IndexedWords,
  { documentCount, termCount }: { readonly documentCount: number; readonly termCount: number },
) {
  const [titleMark, transcriptMark] = [markOf('title'), markOf('transcript')]
  const starts = new Uint32Array(documentCount + 1)
  const allLengths = new Uint32Array(documentCount)
  const titleLengths = new Uint32Array(documentCount)
  const transcriptLengths = new Uint32Array(documentCount)
  // No document has more different terms than it has entries.
  const terms = new Uint32Array(sequence.length)
  const inAll = new Uint32Array(sequence.length)
  const inTitle = new Uint32Array(sequence.length)
  const inTranscript = new Uint32Array(sequence.length)
  const count = zerosByTerm(wordTerms)(termCount)
  let size = 0
  for (let document = 0; document < documentCount; document++) {
    const first = size
    let textStart = sequenceStarts[document]!
    for (let at = textStart; at < sequenceStarts[document + 1]!; at++) {
      const number = sequence[at]! & wordMask
      if (number < firstMark) continue
      const isTranscript = number === transcriptMark
      const [counted, lengths] = isTranscript
        ? [count.transcript, transcriptLengths]
        : [count.all, allLengths]
      lengths[document]! += at - textStart
      if (number === titleMark) titleLengths[document]! += at - textStart
      for (let place = textStart; place < at; place++) {
        const term = wordTerms[sequence[place]! & wordMask]!
        if (count.all[term] === 0 && count.transcript[term] === 0) terms[size++] = term
        counted[term]! += 1
        if (number === titleMark) count.title[term]! += 1
      }
      textStart = at + 1
    }
    terms.subarray(first, size).sort()
    for (let at = first; at < size; at++) {
      const term = terms[at]!
      inAll[at] = count.all[term]!
      inTitle[at] = count.title[term]!
      inTranscript[at] = count.transcript[term]!
      count.all[term] = 0
      count.title[term] = 0
      count.transcript[term] = 0
    }
    starts[document + 1] = size
  }
  return {
    ...{ starts, terms: terms.slice(0, size) },
    ...{ inAll, inTitle, inTranscript },
    ...{ allLengths, titleLengths, transcriptLengths },
  }
}

/** Left as zeros. Indices of a few talks have their words in common, and none is counted while another is. */
const zerosByTerm = rememberingOf((_wordTerms: Uint32Array) => {
  let zeros = countsOf(0)
  return (termCount: number) => {
    if (zeros.all.length !== termCount) zeros = countsOf(termCount)
    return zeros
  }
})

function countsOf(termCount: number) {
  return {
    all: new Uint32Array(termCount),
    title: new Uint32Array(termCount),
    transcript: new Uint32Array(termCount),
  }
}

function average(lengths: Uint32Array): number {
  let sum = 0
  for (const length of lengths) sum += length
  return sum / lengths.length
}
