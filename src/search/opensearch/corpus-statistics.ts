import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { Corpus, SynonymGroup } from '../../notes/corpus.ts'
import { type DocValueDictionaries, docValueFields } from '../filter/doc-values.ts'
import type { IndexParameters } from '../index/compile-index.ts'
import { type IndexedWords, wordKinds } from '../index/compiled-index.ts'
import {
  createIndexReader,
  type IndexReader,
  type TermForms,
  type TermStatistics,
} from '../index/index-reader.ts'
import { lunrIdf, type WeightStatistics, weigh } from '../index/lunr-weights.ts'
import { formBitsIn, packPostings, type Sequences, startsOf, type WeighedTerms } from '../index/pack-index.ts'
import { formBits, packWords, useOf } from '../index/word-uses.ts'
import type { CountedCorpus } from './count-corpus.ts'
import type { AreNeighbours } from './neighbours.ts'
import { decodeSequence, type IndexedTalk } from './talk-document.ts'

/**
 * What ranking a few talks needs to know about all: their words, how many talks have each, and the values of their fields. It
 * grows with the words of a corpus, not with its talks, and is kept in the cluster beside them.
 */
export interface CorpusStatistics {
  readonly corpusVersion: string
  readonly documentCount: number
  readonly synonyms: readonly SynonymGroup[]
  readonly docValues: DocValueDictionaries
  readonly terms: readonly string[]
  readonly words: IndexedWords
  readonly isNameTerm: Uint8Array
  /** By term: how many talks have it anywhere, in their titles, outside of transcripts, and in these. */
  readonly inAll: Uint32Array
  readonly inTitle: Uint32Array
  readonly inText: Uint32Array
  readonly inTranscript: Uint32Array
  /** How many talks have a transcript. */
  readonly transcriptCount: number
  readonly weights: WeightStatistics
  /** By word: the key of its use. */
  readonly useKeys: readonly string[]
  /** Weighs talks with the statistics of all. */
  readonly weighTalks: <Of extends RankedTalk>(talks: readonly Of[]) => WeighedTalk[]
  /** Reads a few of the talks as if all were there. Document numbers are places in the list. */
  readonly readerOf: (
    talks: readonly Pick<WeighedTalk, 'sequenceLength' | 'entries'>[],
    areNeighbours?: AreNeighbours,
  ) => IndexReader
}

/** A talk that the cluster gave, without what only quoting needs. */
export type RankedTalk = Pick<IndexedTalk, 'id' | 'title' | 'event' | 'uses' | 'sequence'>

/** A talk as it is ranked: a document of an index by itself, with the statistics of all. */
export interface WeighedTalk extends Pick<IndexedTalk, 'id' | 'title' | 'event'> {
  readonly sequenceLength: number
  /**
   * Its sequence; its terms in order of their numbers, with the bits of their forms from `firstFormBit` on; and what each
   * weighs, in all and in the field of everything, as bits of 32-bit floats. One array, since thousands of talks are kept.
   */
  readonly entries: Uint32Array
}

/** Terms are fewer than words. */
const firstFormBit = 24
const termMask = 2 ** firstFormBit - 1

/** Long lists, which we wrote ourselves: to look at each item would take longer than to read them. */
const listOf = <Item>() => z.custom<readonly Item[]>(Array.isArray)

const packed = z.object({
  corpusVersion: z.string(),
  documentCount: z.number(),
  synonyms: listOf<readonly string[]>(),
  docValues: z.record(
    z.enum(docValueFields),
    z.object({
      values: listOf<string>(),
      keys: listOf<string>(),
      ownKeys: listOf<string>(),
      talks: listOf<number>(),
    }),
  ),
  terms: listOf<string>(),
  words: listOf<string>(),
  wordTerms: listOf<number>(),
  wordKinds: listOf<number>(),
  wordCounts: listOf<number>(),
  nameTerms: listOf<number>(),
  inAll: listOf<number>(),
  inTitle: listOf<number>(),
  inText: listOf<number>(),
  inTranscript: listOf<number>(),
  transcriptCount: z.number(),
  averageLengths: z.object({ all: z.number(), title: z.number(), transcript: z.number() }),
  /** Of terms with several forms: term, bits of the forms, how many talks have these. */
  formSets: listOf<number>(),
})

type Packed = z.infer<typeof packed>

/** Units of base64 in one document: the cluster takes a hundred megabytes at once, and a text of any length. */
const partLength = 4_000_000

/** The statistics of a corpus as texts that a document each can hold. */
export async function packStatistics(
  corpus: Pick<Corpus, 'version' | 'synonyms'>,
  { averageLengths, ...counted }: CountedCorpus,
  dictionaries: DocValueDictionaries,
): Promise<readonly string[]> {
  const statistics: Packed = {
    corpusVersion: corpus.version,
    synonyms: (corpus.synonyms ?? []).map((group) => [...group]),
    docValues: Object.fromEntries(
      docValueFields.map((field) => {
        const { values, keys, ownKeys, talks } = dictionaries[field]
        return [field, { values: [...values], keys: [...keys], ownKeys: [...ownKeys], talks: [...talks] }]
      }),
    ) as unknown as Packed['docValues'],
    ...counted,
    // Without any talk there is no average.
    averageLengths: {
      all: averageLengths.all || 1,
      title: averageLengths.title || 1,
      transcript: averageLengths.transcript || 1,
    },
  }
  const bytes = await promisify(gzip)(JSON.stringify(statistics))
  const text = bytes.toString('base64')
  return Array.from({ length: Math.ceil(text.length / partLength) }, (_, part) =>
    text.slice(part * partLength, (part + 1) * partLength),
  )
}

/**
 * @param parameters that talks are weighed with
 * @throws if these are no statistics
 */
export async function unpackStatistics(
  parts: readonly string[],
  parameters: IndexParameters,
): Promise<CorpusStatistics> {
  const bytes = await promisify(gunzip)(Buffer.from(parts.join(''), 'base64'))
  const { corpusVersion, documentCount, synonyms, docValues, terms, ...rest } = packed.parse(
    JSON.parse(bytes.toString('utf8')),
  )
  const uses = rest.words.map((word, number) => ({
    use: useOf({ word, term: terms[rest.wordTerms[number]!]! }, wordKinds[rest.wordKinds[number]!]!),
    count: rest.wordCounts[number]!,
  }))
  const termNumbers = new Map(terms.map((term, number) => [term, number]))
  const words = packWords(uses, { of: (term) => termNumbers.get(term)!, count: terms.length })
  const useKeys = uses.map(({ use }) => use.key)
  const isNameTerm = new Uint8Array(terms.length)
  for (const term of rest.nameTerms) isNameTerm[term] = 1
  const inAll = Uint32Array.from(rest.inAll)
  const inTitle = Uint32Array.from(rest.inTitle)
  const inText = Uint32Array.from(rest.inText)
  const inTranscript = Uint32Array.from(rest.inTranscript)
  // Once for every field that has it.
  const documentsWith = inText.map((count, term) => count + inTitle[term]! + inTranscript[term]!)
  const weights = { idf: lunrIdf(documentsWith, documentCount), averageLengths: rest.averageLengths }
  const bits = formBits(words)
  const idfs = new Float64Array(terms.length)
  const numberOfUse = new Map(useKeys.map((key, number) => [key, number]))
  const formSets = readFormSets(rest.formSets, terms.length)
  const eachFormSet: TermStatistics['eachFormSet'] = (term, visit) => {
    if (formSets.starts[term] === formSets.starts[term + 1]) visit(1, inAll[term]!)
    for (let at = formSets.starts[term]!; at < formSets.starts[term + 1]!; at++)
      visit(formSets.bits[at]!, formSets.counts[at]!)
  }

  return {
    corpusVersion,
    documentCount,
    synonyms,
    docValues: mapValues(docValues),
    terms,
    words,
    isNameTerm,
    inAll,
    inTitle,
    inText,
    inTranscript,
    transcriptCount: rest.transcriptCount,
    weights,
    useKeys,
    weighTalks(talks) {
      const sequences = joinSequences(
        talks.map(({ uses, sequence }) =>
          decodeSequence(
            sequence,
            Uint32Array.from(uses, (key) => numberOfUse.get(key) ?? 0),
          ),
        ),
      )
      const counts = { documentCount: talks.length, termCount: terms.length }
      const weighed = weigh(sequences, words, { ...counts, statistics: weights }, parameters)
      const forms = formBitsIn(weighed, sequences, words, bits)
      return talks.map(({ id, title, event }, document) => ({
        ...{ id, title, event },
        ...packDocument(document, { ...sequences, ...weighed, forms }),
      }))
    },
    readerOf(talks, areNeighbours = (_left: TermForms, _right: TermForms) => false) {
      const index = {
        documentCount: talks.length,
        terms,
        isNameTerm,
        ...joinDocuments(talks, terms.length),
        ...words,
      }
      const documentFrequency = (term: number) => inAll[term]!
      return createIndexReader(index, { documentCount, documentFrequency, eachFormSet, areNeighbours, idfs })
    },
  }
}

function joinSequences(sequences: readonly Uint32Array[]) {
  const sequenceStarts = startsOf(sequences.map(({ length }) => length))
  const sequence = new Uint32Array(sequenceStarts.at(-1)!)
  sequences.forEach((entries, document) => {
    sequence.set(entries, sequenceStarts[document])
  })
  return { sequence, sequenceStarts }
}

function packDocument(
  document: number,
  of: Sequences & WeighedTerms & { readonly forms: Uint8Array },
): Pick<WeighedTalk, 'sequenceLength' | 'entries'> {
  const sequence = of.sequence.subarray(of.sequenceStarts[document], of.sequenceStarts[document + 1])
  const first = of.starts[document]!
  const termCount = of.starts[document + 1]! - first
  const entries = new Uint32Array(sequence.length + 3 * termCount)
  entries.set(sequence)
  const terms = entries.subarray(sequence.length, sequence.length + termCount)
  const weights = new Float32Array(entries.buffer, 4 * (sequence.length + termCount))
  for (let place = 0; place < termCount; place++) {
    const at = first + place
    terms[place] = of.terms[at]! | (of.forms[at]! << firstFormBit)
    weights[place] = of.all[at]! + of.title[at]! + of.transcript[at]!
    weights[termCount + place] = of.all[at]!
  }
  return { sequenceLength: sequence.length, entries }
}

/** What `packDocument` made of each, as one index has it. */
function joinDocuments(talks: readonly Pick<WeighedTalk, 'sequenceLength' | 'entries'>[], termCount: number) {
  const starts = startsOf(talks.map(({ sequenceLength, entries }) => (entries.length - sequenceLength) / 3))
  const size = starts.at(-1)!
  const terms = new Uint32Array(size)
  const forms = new Uint8Array(size)
  // The bits of floats are copied as they are.
  const [weights, vectorWeights] = [new Uint32Array(size), new Uint32Array(size)]
  talks.forEach(({ sequenceLength, entries }, document) => {
    const [first, end] = [starts[document]!, starts[document + 1]!]
    const own = end - first
    for (let place = 0; place < own; place++) {
      const entry = entries[sequenceLength + place]!
      terms[first + place] = entry & termMask
      forms[first + place] = entry >>> firstFormBit
    }
    weights.set(entries.subarray(sequenceLength + own, sequenceLength + 2 * own), first)
    vectorWeights.set(entries.subarray(sequenceLength + 2 * own), first)
  })
  return {
    ...joinSequences(talks.map(({ sequenceLength, entries }) => entries.subarray(0, sequenceLength))),
    ...packPostings({ starts, terms, weights: new Float32Array(weights.buffer), forms }, termCount),
    ...{ vectorStarts: starts, vectorWeights: new Float32Array(vectorWeights.buffer) },
  }
}

function mapValues(docValues: Packed['docValues']): DocValueDictionaries {
  return Object.fromEntries(
    docValueFields.map((field) => [
      field,
      { ...docValues[field], talks: Uint32Array.from(docValues[field].talks) },
    ]),
  ) as unknown as DocValueDictionaries
}

function readFormSets(sets: readonly number[], termCount: number) {
  const size = sets.length / 3
  const starts = new Uint32Array(termCount + 1)
  const bits = new Uint8Array(size)
  const counts = new Uint32Array(size)
  for (let at = 0; at < size; at++) {
    starts[sets[3 * at]! + 1]! += 1
    bits[at] = sets[3 * at + 1]!
    counts[at] = sets[3 * at + 2]!
  }
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  return { starts, bits, counts }
}
