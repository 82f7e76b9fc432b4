import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { Corpus, SynonymGroup } from '../../notes/corpus.ts'
import { type DocValueDictionaries, docValueFields } from '../filter/doc-values.ts'
import { formsIn, type IndexParameters, packPostings, startsOf } from '../index/compile-index.ts'
import { type CompiledIndex, type IndexedWords, wordKinds } from '../index/compiled-index.ts'
import {
  createIndexReader,
  type IndexReader,
  type TermForms,
  type TermStatistics,
} from '../index/index-reader.ts'
import { lunrIdf, type WeightStatistics, weigh } from '../index/update-index.ts'
import { formBits, packWords, useOf, type WordUse } from '../index/word-uses.ts'
import { type CountedCorpus, createCorpusCounter } from './count-corpus.ts'
import type { AreNeighbours } from './neighbours.ts'
import { decodeSequence, type IndexedTalk } from './talk-document.ts'

/**
 * What ranking a few talks has to know of all: their words, how many talks have each, and the values of their fields. It
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
  /** Weighs talks by what all know of their terms. */
  readonly weighTalks: <Of extends RankedTalk>(talks: readonly Of[]) => WeighedTalk[]
  /** Reads a few of the talks as if all were there. Document numbers are places in the list. */
  readonly readerOf: (
    talks: readonly Pick<WeighedTalk, 'terms'>[],
    areNeighbours?: AreNeighbours,
  ) => IndexReader
}

/** A talk that the cluster gave, without what only quoting needs. */
export type RankedTalk = Pick<IndexedTalk, 'id' | 'title' | 'event' | 'uses' | 'sequence'>

/** A talk as it is ranked: a document of an index by itself, with the statistics of all. */
export interface WeighedTalk extends Pick<IndexedTalk, 'id' | 'title' | 'event'> {
  readonly terms: WeighedDocument
}

/** The runs of one document in the arrays of `CompiledIndex`. */
interface WeighedDocument {
  readonly sequence: Uint32Array
  /** In order of their numbers, and of each what it weighs in all, what in the field of everything, and its forms. */
  readonly terms: Uint32Array
  readonly weights: Float32Array
  readonly vectorWeights: Float32Array
  readonly forms: Uint8Array
}

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

/** The words of all talks, counted from their index. */
export async function countIndex(index: CompiledIndex): Promise<CountedCorpus> {
  const { sequence, sequenceStarts, documentCount } = index
  const counter = createCorpusCounter()
  for (const { key } of wordUsesOf(index)) counter.numberOf(key)
  for (let document = 0; document < documentCount; document++) {
    counter.add(sequence.subarray(sequenceStarts[document], sequenceStarts[document + 1]))
    if (document % 200 === 199) await setImmediate()
  }
  return counter.read()
}

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

function wordUsesOf({ words, wordTerms, wordKinds: kinds, terms }: CompiledIndex): WordUse[] {
  return words.map((word, number) =>
    useOf({ word, term: terms[wordTerms[number]!]! }, wordKinds[kinds[number]!]!),
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
      const { starts, ...weighed } = weigh(sequences, words, { ...counts, statistics: weights }, parameters)
      const forms = formsIn({ starts, terms: weighed.terms }, sequences, words, bits)
      return talks.map(({ id, title, event }, document) => {
        const [from, to] = [starts[document]!, starts[document + 1]!]
        const [start, end] = [sequences.sequenceStarts[document]!, sequences.sequenceStarts[document + 1]!]
        const all = weighed.all.subarray(from, to)
        return {
          ...{ id, title, event },
          // Copies, so that one talk does not keep all of these.
          terms: {
            sequence: sequences.sequence.slice(start, end),
            terms: weighed.terms.slice(from, to),
            weights: Float32Array.from(
              all,
              (weight, at) => weight + weighed.title[from + at]! + weighed.transcript[from + at]!,
            ),
            vectorWeights: Float32Array.from(all),
            forms: forms.slice(from, to),
          },
        }
      })
    },
    readerOf(talks, areNeighbours = (_left: TermForms, _right: TermForms) => false) {
      const documents = talks.map((talk) => talk.terms)
      const starts = startsOf(documents.map((document) => document.terms.length))
      const joined = joinRuns(documents, starts)
      const index: CompiledIndex = {
        ...{ documentCount: talks.length, terms, isNameTerm },
        ...packPostings({ starts, ...joined }, terms.length),
        ...{ vectorStarts: starts, vectorWeights: joined.vectorWeights },
        ...joinSequences(documents.map(({ sequence }) => sequence)),
        ...words,
      }
      const documentFrequency = (term: number) => inAll[term]!
      return createIndexReader(index, { documentCount, documentFrequency, eachFormSet, areNeighbours })
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

function joinRuns(documents: readonly WeighedDocument[], starts: Uint32Array) {
  const size = starts.at(-1)!
  const terms = new Uint32Array(size)
  const weights = new Float32Array(size)
  const vectorWeights = new Float32Array(size)
  const forms = new Uint8Array(size)
  documents.forEach((document, number) => {
    const start = starts[number]!
    terms.set(document.terms, start)
    weights.set(document.weights, start)
    vectorWeights.set(document.vectorWeights, start)
    forms.set(document.forms, start)
  })
  return { terms, weights, vectorWeights, forms }
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
