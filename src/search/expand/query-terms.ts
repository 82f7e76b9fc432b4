import { fold } from '../../text/fold.ts'
import { splitWords } from '../analysis/analyzer.ts'
import { stemsOf } from '../analysis/stem.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { type AskedWord, type Question, readWords } from '../query/asked-words.ts'
import type { Query, QueryPart } from '../query/query.ts'
import { isMisspeltQuestionWord, type QuestionWordRole, roleOf } from '../query/question-words.ts'
import type { Replacement } from '../query/write-query.ts'
import type { Correction } from './spelling.ts'
import {
  anyOf,
  capVariants,
  correctionVariant,
  findVariants,
  type TermVariant,
  type Vocabulary,
} from './term-variants.ts'

/** One thing that the question is about, with all the ways in which a talk can be about it. */
export interface QueryTerm {
  /** Folded, as typed. */
  readonly word: string
  readonly role: QuestionWordRole
  /** How much the ranking makes of it: how often the question names it, a compound counting as much as its parts. */
  readonly count: number
  /** What it tells that a talk is about this. A word that no talk has tells most. */
  readonly idf: number
  readonly variants: readonly TermVariant[]
  /** The word of the notes that it was taken for, where they do not have the word itself. */
  readonly correction?: Replacement
  /** Its place in the question, where the notes have nothing for it. */
  readonly unknown?: QueryPart
  /** The word that was probably meant instead, although the notes have the word itself. */
  readonly offer?: Replacement
}

/** The query terms of a query, in the order of its words; those of prefixes come last. */
export function expandQuery(query: Query, vocabulary: Vocabulary): QueryTerm[] {
  const question = readWords(query, vocabulary.allLanguages)
  const queryTerms = new Map<string, QueryTerm>()
  for (const word of question.asked) {
    const seen = queryTerms.get(word.term)
    const queryTerm = seen ? { ...seen, count: seen.count + 1 } : expandWord(word, question, vocabulary)
    if (queryTerm) queryTerms.set(word.term, queryTerm)
  }
  return [...queryTerms.values(), ...query.prefixes.map(({ text }) => prefixTerm(fold(text), vocabulary))]
}

/** All terms that the question says, of words that only ask too: what a name is compared with. */
export function termsSaid({ text }: Query, { reader, languages }: Vocabulary): number[] {
  return splitWords(text).flatMap((word) =>
    stemsOf(word.text, languages).flatMap((term) => reader.termNumber(term) ?? []),
  )
}

/** The share of its idf that a generic word is taken for. */
const genericShare = 0.3
/** A word that no more talks have may be a slip that somebody made in a note, or one of several ways to write it. */
const fewTalks = 10
/** What is written so many times as often is probably what was meant. */
const farMoreFrequent = 50

/** Undefined for a word that only asks, but is mistyped. */
function expandWord(asked: AskedWord, question: Question, vocabulary: Vocabulary): QueryTerm | undefined {
  const { reader, speller } = vocabulary
  const { text: word, parts } = asked
  const { itself, joined, nearlyJoined, synonyms, apart } = findVariants(asked, question, vocabulary)
  const documents = itself.reduce((sum, { terms }) => sum + reader.documentFrequency(terms[0]!), 0)
  const hasItself = itself.length > 0
  const isKnown = itself.length + joined.length + synonyms.length + apart.length > 0
  if (!isKnown && nearlyJoined.length === 0 && isMisspeltQuestionWord(word)) return undefined
  const near = hasItself === isKnown && documents <= fewTalks ? speller.correct(word) : []
  const corrections = isKnown ? [] : near
  const ways = [
    ...itself,
    ...joined,
    ...nearlyJoined,
    ...synonyms,
    ...apart,
    ...corrections.map(correctionVariant),
  ]
  const idf = hasItself ? reader.idfOfFrequency(documents) : reader.idfOfUnknown
  // Who writes a group of synonyms down takes its words for topics.
  const role = question.all.length === 1 || synonyms.length > 0 ? 'topic' : roleOf(word)
  const offer = isKnown ? near.find((one) => isProbablyMeant(one, documents, reader)) : undefined
  return {
    word,
    role,
    count: Math.max(1, parts.length),
    idf: idf * (role === 'generic' ? genericShare : 1),
    variants: capVariants(ways, hasItself ? idf : undefined, reader),
    ...(ways.length === 0 && { unknown: partOf(question.text, asked) }),
    ...(corrections[0] && { correction: replacement(asked, corrections[0]) }),
    ...(offer && { offer: replacement(asked, offer) }),
  }
}

/** @param documents that have the word itself */
function isProbablyMeant({ isLikely, term }: Correction, documents: number, reader: IndexReader): boolean {
  return isLikely && reader.documentFrequency(term) >= farMoreFrequent * documents
}

function partOf(text: string, { start, end }: AskedWord): QueryPart {
  return { text: text.slice(start, end), start, end }
}

function replacement({ start, end }: AskedWord, { word }: Correction): Replacement {
  return { start, end, text: word }
}

/** So many words of the notes a prefix stands for at most, the most frequent first. */
const prefixWords = 40

function prefixTerm(prefix: string, { reader }: Vocabulary): QueryTerm {
  const terms = reader.termsWithPrefix(prefix).slice(0, prefixWords)
  const documents = terms.reduce((sum, term) => sum + reader.documentFrequency(term), 0)
  return {
    word: prefix,
    role: 'topic',
    count: 1,
    idf: terms.length === 0 ? reader.idfOfUnknown : reader.idfOfFrequency(documents),
    variants: anyOf(terms),
  }
}
