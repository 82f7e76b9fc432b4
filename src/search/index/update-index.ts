import type { Talk } from '../../notes/talk.ts'
import {
  type AnalyzedTalk,
  analyzeTalks,
  type CompiledIndex,
  findNameTerms,
  firstMark,
  packWeights,
  startsOf,
  titleBoost,
  useOf,
  type WeighedTerms,
} from './compiled-index.ts'
import { letterSignature } from './letter-signature.ts'
import { placeIn } from './sorted-strings.ts'
import { fields } from './talk-texts.ts'

export interface IndexChange {
  /** The documents of the new index, in its order: the number of one that stays as it is, or a talk to analyse. */
  readonly documents: readonly (number | Talk)[]
  /** The talks of the earlier index that do not stay. */
  readonly gone: readonly Talk[]
}

/**
 * The index that `compileIndex` would build of the changed talks, to the last bit, made from an earlier one: what stays
 * is not analysed again. The weights are computed anew by lunr's formula, because every one of them depends on how many
 * talks there are. With 21,715 talks this takes a fraction of a second; lunr takes many.
 * @param boost of the title, as the earlier index has it. Default `titleBoost`.
 */
export function updateIndex(
  index: CompiledIndex,
  { documents, gone }: IndexChange,
  boost = titleBoost,
): CompiledIndex {
  const added = analyzeTalks(documents.filter((document) => typeof document !== 'number'))
  const texts = added.values()
  const parts = documents.map((document) => (typeof document === 'number' ? document : texts.next().value!))
  const { terms, renumber } = mergeTerms(index, parts)
  const sequences = mergeSequences(index, parts, terms, renumber)
  return {
    documentCount: documents.length,
    terms,
    ...packWeights(
      weigh(sequences, { documentCount: documents.length, termCount: terms.length, boost }),
      terms.length,
    ),
    ...sequences,
    isNameTerm: findNameTerms(sequences.sequence, terms.length),
    ...mergeWords(index, added, analyzeTalks(gone), terms, renumber),
  }
}

/** A document's number in the earlier index, or its texts. */
type Part = number | AnalyzedTalk

/** All terms that are still in use, sorted, and the new number of each earlier one. */
function mergeTerms(index: CompiledIndex, parts: readonly Part[]) {
  const { sequence, sequenceStarts } = index
  const isUsed = new Uint8Array(index.terms.length)
  const added = new Set<string>()
  for (const part of parts) {
    if (typeof part === 'number') {
      for (let at = sequenceStarts[part]!; at < sequenceStarts[part + 1]!; at++) {
        if (sequence[at]! < firstMark) isUsed[sequence[at]!] = 1
      }
    } else {
      for (const term of part.flatMap((text) => text.terms)) {
        const number = placeIn(index.terms, term)
        if (number === undefined) added.add(term)
        else isUsed[number] = 1
      }
    }
  }
  const terms = index.terms
    .filter((_, number) => isUsed[number] === 1)
    .concat([...added])
    .sort()
  const renumber = new Uint32Array(index.terms.length)
  let next = 0
  index.terms.forEach((term, number) => {
    if (isUsed[number] === 0) return
    while (terms[next] !== term) next++
    renumber[number] = next
  })
  return { terms, renumber }
}

function mergeSequences(
  index: CompiledIndex,
  parts: readonly Part[],
  terms: readonly string[],
  renumber: Uint32Array,
) {
  const lengthOf = (part: Part) =>
    typeof part === 'number'
      ? index.sequenceStarts[part + 1]! - index.sequenceStarts[part]!
      : part.reduce((length, text) => length + text.terms.length + 1, 0)
  const sequenceStarts = startsOf(parts.map(lengthOf))
  const sequence = new Uint32Array(sequenceStarts.at(-1)!)
  let at = 0
  for (const part of parts) {
    if (typeof part === 'number') {
      for (let from = index.sequenceStarts[part]!; from < index.sequenceStarts[part + 1]!; from++) {
        const entry = index.sequence[from]!
        sequence[at++] = entry < firstMark ? renumber[entry]! : entry
      }
    } else {
      for (const text of part) {
        for (const term of text.terms) sequence[at++] = placeIn(terms, term)!
        sequence[at++] = firstMark + fields.indexOf(text.field)
      }
    }
  }
  return { sequenceStarts, sequence }
}

/** lunr's own parameters of BM25 (`lunr.Builder`). */
const k1 = 1.2
const b = 0.75

/** What `lunr.Builder` computes of these documents. */
function weigh(
  { sequence, sequenceStarts }: Pick<CompiledIndex, 'sequence' | 'sequenceStarts'>,
  {
    documentCount,
    termCount,
    boost,
  }: { readonly documentCount: number; readonly termCount: number; readonly boost: number },
): WeighedTerms {
  const counts = countTerms(sequence, sequenceStarts, documentCount, termCount)
  const { starts, terms, inAll, inTitle, allLengths, titleLengths } = counts
  const documentsWith = new Uint32Array(termCount)
  // lunr counts a document once for each field that has the term.
  for (let at = 0; at < terms.length; at++) documentsWith[terms[at]!]! += inTitle[at]! > 0 ? 2 : 1
  const idf = Float64Array.from(documentsWith, (count) =>
    Math.log(1 + Math.abs((documentCount - count + 0.5) / (count + 0.5))),
  )
  const averages = { all: average(allLengths), title: average(titleLengths) }
  const weight = (term: number, count: number, relativeLength: number) =>
    (idf[term]! * ((k1 + 1) * count)) / (k1 * (1 - b + b * relativeLength) + count)
  // As lunr does: its index keeps three digits.
  const round = (value: number) => Math.round(value * 1000) / 1000

  const all = new Float64Array(terms.length)
  const title = new Float64Array(terms.length)
  for (let document = 0; document < documentCount; document++) {
    const allLength = allLengths[document]! / averages.all
    const titleLength = titleLengths[document]! / averages.title
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      all[at] = round(weight(terms[at]!, inAll[at]!, allLength))
      if (inTitle[at]! > 0) title[at] = round(weight(terms[at]!, inTitle[at]!, titleLength) * boost)
    }
  }
  return { starts, terms, all, title }
}

/** By document: its different terms in order of number, and how often it and its title have each. */
function countTerms(
  sequence: Uint32Array,
  sequenceStarts: Uint32Array,
  documentCount: number,
  termCount: number,
) {
  const titleMark = firstMark + fields.indexOf('title')
  const starts = new Uint32Array(documentCount + 1)
  const allLengths = new Uint32Array(documentCount)
  const titleLengths = new Uint32Array(documentCount)
  // No document has more different terms than it has entries.
  const terms = new Uint32Array(sequence.length)
  const inAll = new Uint32Array(sequence.length)
  const inTitle = new Uint32Array(sequence.length)
  const count = { all: new Uint32Array(termCount), title: new Uint32Array(termCount) }
  let size = 0
  for (let document = 0; document < documentCount; document++) {
    const first = size
    let textStart = sequenceStarts[document]!
    for (let at = textStart; at < sequenceStarts[document + 1]!; at++) {
      const entry = sequence[at]!
      if (entry < firstMark) {
        if (count.all[entry]!++ === 0) terms[size++] = entry
        continue
      }
      allLengths[document]! += at - textStart
      if (entry === titleMark) {
        titleLengths[document]! += at - textStart
        for (let place = textStart; place < at; place++) count.title[sequence[place]!]! += 1
      }
      textStart = at + 1
    }
    terms.subarray(first, size).sort()
    for (let at = first; at < size; at++) {
      const term = terms[at]!
      inAll[at] = count.all[term]!
      inTitle[at] = count.title[term]!
      count.all[term] = 0
      count.title[term] = 0
    }
    starts[document + 1] = size
  }
  return { starts, terms: terms.slice(0, size), inAll, inTitle, allLengths, titleLengths }
}

function average(lengths: Uint32Array): number {
  let sum = 0
  for (const length of lengths) sum += length
  return sum / lengths.length
}

function mergeWords(
  index: CompiledIndex,
  added: readonly AnalyzedTalk[],
  gone: readonly AnalyzedTalk[],
  terms: readonly string[],
  renumber: Uint32Array,
) {
  const changes = new Map<string, { word: string; term: string; count: number }>()
  const count = (talks: readonly AnalyzedTalk[], by: number) => {
    for (const text of talks.flat()) {
      text.words.forEach((word, place) => {
        const term = text.terms[place]!
        const change = changes.get(useOf(word, term))
        if (change) change.count += by
        else changes.set(useOf(word, term), { word, term, count: by })
      })
    }
  }
  count(added, 1)
  count(gone, -1)
  const found: { word: string; term: number; count: number }[] = []
  index.words.forEach((word, place) => {
    const term = index.wordTerms[place]!
    const use = useOf(word, index.terms[term]!)
    const count = index.wordCounts[place]! + (changes.get(use)?.count ?? 0)
    changes.delete(use)
    if (count > 0) found.push({ word, term: renumber[term]!, count })
  })
  for (const { word, term, count } of changes.values()) {
    if (count > 0) found.push({ word, term: placeIn(terms, term)!, count })
  }
  // Terms are numbered in their order.
  found.sort((a, b) => (a.word === b.word ? a.term - b.term : a.word < b.word ? -1 : 1))
  return {
    words: found.map(({ word }) => word),
    wordLetters: Uint32Array.from(found, ({ word }) => letterSignature(word)),
    wordTerms: Uint32Array.from(found, ({ term }) => term),
    wordCounts: Uint32Array.from(found, ({ count }) => count),
  }
}
