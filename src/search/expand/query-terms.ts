import { fold } from '../../text/fold.ts'
import { stemsOf } from '../analysis/stem.ts'
import { wordsThatOnlyAsk } from '../query/asking-words.ts'
import { type Query, type QueryPart, type QueryWord, topicsOf } from '../query/query.ts'
import { isMisspeltQuestionWord, type QuestionWordRole } from '../query/question-words.ts'
import type { Replacement } from '../query/write-query.ts'
import { correctionVariant, findVariants } from './find-variants.ts'
import type { Correction } from './spelling.ts'
import { capVariants, type TermVariant, type VariantSource, type Vocabulary } from './term-variant.ts'

/** A term that the question is about, with all its variants. */
export interface QueryTerm {
  /** Folded, as typed. */
  readonly word: string
  readonly role: QuestionWordRole
  /** How much the ranking makes of it: how often the question names it, a compound counting as much as its parts. */
  readonly count: number
  /** Inverse document frequency; less for a generic word, 0 for one that only asks. A word that no talk has weighs most. */
  readonly idf: number
  readonly variants: readonly TermVariant[]
  /** Which sentence of the question says it first, from 0. */
  readonly sentence: number
  /** The word of the notes that it was taken for, if they do not have the word itself. */
  readonly correction?: Replacement
  /** Its place in the question, if the notes have nothing for it. */
  readonly unknown?: QueryPart
  /** The word that was probably meant instead, although the notes have the word itself. */
  readonly offer?: Replacement
}

/** The query terms of a query, in the order of its words; those of prefixes come last. */
export function expandQuery(query: Query, expansion: Expansion): QueryTerm[] {
  const queryTerms = new Map<string, QueryTerm>()
  for (const word of askedWords(query, expansion.vocabulary)) {
    const seen = queryTerms.get(word.term)
    const queryTerm = seen ? { ...seen, count: seen.count + 1 } : expandWord(word, query, expansion)
    if (queryTerm) queryTerms.set(word.term, queryTerm)
  }
  return [...queryTerms.values(), ...query.prefixes.map(({ text }) => prefixTerm(fold(text), expansion))]
}

/** What a query is expanded with. */
export interface Expansion extends VariantSource {
  readonly terms: TermParameters
}

/** See `RankingParameters.terms`. */
interface TermParameters {
  readonly genericShare: number
  readonly everydayWords: boolean
  readonly requestWeight: number
  readonly maxDocumentsOfSlip: number
  readonly minFrequencyRatioOfOffer: number
  readonly maxPrefixTerms: number
}

/** The topics, without what only asks in another language of the notes, unless nothing else would remain. */
function askedWords(query: Query, { allLanguages }: Vocabulary): readonly QueryWord[] {
  const topics = topicsOf(query)
  const asking = wordsThatOnlyAsk(
    query.words.map((word) => word.folded),
    allLanguages,
  )
  const asked = topics.filter((word) => !asking.has(word.folded))
  const wanted = new Set(asked.length > 0 ? asked : topics)
  return query.words.filter(
    (word) =>
      wanted.has(word) || (word.use === 'asking' && word.role === 'request' && !asking.has(word.folded)),
  )
}

/** The terms of all words of the question, of those that only ask too: what a name is compared with. */
export function termsOfQuestion({ words }: Query, { reader, languages }: Vocabulary): number[] {
  return words.flatMap(({ folded }) =>
    stemsOf(folded, languages).flatMap((term) => reader.termNumber(term) ?? []),
  )
}

/** A word about asking, talks and notes may be the topic all the same ("spoken languages"): it ranks, and decides nothing. */
function weakTerm(asked: QueryWord, expansion: Expansion): QueryTerm | undefined {
  const { vocabulary, variants, terms } = expansion
  const { reader, languages } = vocabulary
  const numbers = stemsOf(asked.folded, languages).flatMap((term) => reader.termNumber(term) ?? [])
  if (numbers.length === 0 || terms.requestWeight === 0) return undefined
  const documents = numbers.reduce((sum, number) => sum + reader.documentFrequency(number), 0)
  const itself = numbers.map((number) => ({ terms: [number], ...variants.itself }))
  return {
    word: asked.folded,
    role: asked.role,
    sentence: asked.sentence,
    count: terms.requestWeight,
    idf: 0,
    variants: capVariants(itself, reader.idfOfFrequency(documents), reader),
  }
}

/** Undefined for a word that only asks, but is mistyped. */
function expandWord(asked: QueryWord, query: Query, expansion: Expansion): QueryTerm | undefined {
  if (asked.use === 'asking') return weakTerm(asked, expansion)
  const { vocabulary, terms: parameters } = expansion
  const { reader, speller } = vocabulary
  const { folded: word, parts } = asked
  const found = findVariants(asked, query, expansion)
  const { itself, joined, nearlyJoined, synonyms, apart } = found
  const documents = itself.reduce((sum, { terms }) => sum + reader.documentFrequency(terms[0]!), 0)
  const hasItself = itself.length > 0
  const isKnown = itself.length + joined.length + synonyms.length + apart.length > 0
  if (!isKnown && nearlyJoined.length === 0 && isMisspeltQuestionWord(word)) return undefined
  const near =
    hasItself === isKnown && documents <= parameters.maxDocumentsOfSlip ? speller.correct(word) : []
  const corrections = isKnown ? [] : near
  const variants = [
    ...itself,
    ...joined,
    ...nearlyJoined,
    ...synonyms,
    ...apart,
    ...corrections.map((correction, place) => correctionVariant(correction, place, expansion.variants)),
  ]
  const idf = hasItself ? reader.idfOfFrequency(documents) : reader.idfOfUnknown
  // A word with synonyms is a topic: somebody wrote the group for it.
  const isTopic = query.words.length === 1 || synonyms.length > 0
  const role = isTopic || (asked.role === 'everyday' && !parameters.everydayWords) ? 'topic' : asked.role
  const minFrequency = parameters.minFrequencyRatioOfOffer * documents
  const offer = isKnown
    ? near.find(({ isLikely, term }) => isLikely && reader.documentFrequency(term) >= minFrequency)
    : undefined
  return {
    word,
    role,
    sentence: asked.sentence,
    count: Math.max(1, parts.length),
    idf: idf * (role === 'generic' ? parameters.genericShare : 1),
    variants: capVariants(variants, hasItself ? idf : undefined, reader),
    ...(variants.length === 0 && { unknown: { text: asked.text, start: asked.start, end: asked.end } }),
    ...(corrections[0] && { correction: replacement(asked, corrections[0]) }),
    ...(offer && { offer: replacement(asked, offer) }),
  }
}

function replacement({ start, end }: QueryWord, { word }: Correction): Replacement {
  return { start, end, text: word }
}

function prefixTerm(
  prefix: string,
  { vocabulary: { reader }, terms: parameters, variants }: Expansion,
): QueryTerm {
  const terms = reader.termsWithPrefix(prefix).slice(0, parameters.maxPrefixTerms)
  const documents = terms.reduce((sum, term) => sum + reader.documentFrequency(term), 0)
  return {
    word: prefix,
    role: 'topic',
    sentence: 0,
    count: 1,
    idf: terms.length === 0 ? reader.idfOfUnknown : reader.idfOfFrequency(documents),
    variants: terms.map((term) => ({ terms: [term], ...variants.itself })),
  }
}
