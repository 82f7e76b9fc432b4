import type { Talk } from '../notes/talk.ts'
import type { DocValueDictionaries } from './filter/doc-values.ts'
import type { Facet } from './filter/facets.ts'
import { createKnownNames, type KnownNames } from './filter/known-names.ts'
import type { FacetField, Notice, Query, QueryPart, Sort } from './query/query.ts'
import type { Explanation } from './rank/explanation.ts'
import type { SharedTopics } from './similar/shared-topics.ts'
import type { AnswerEvidence } from './snippet/answer-evidence.ts'
import type { Quotation } from './snippet/quotation.ts'
import type { Suggestion } from './suggest/suggest.ts'

export interface SearchResult {
  readonly talk: Talk
  /** Comparable only within one answer. */
  readonly score: number
  /**
   * The share of the question's idf that the talk covers, from 0 to 1: comparable between questions, and what
   * the choice between found, unsure and none rests on. Like the quotation and the evidence, it is worked out only when asked for.
   */
  readonly coverage: () => number
  /** The part of the talk that answers the question best, in at most this many UTF-16 units, or a whole sentence if that is longer. */
  readonly quote: (maxLength: number) => Quotation
  /** How well the quotation supports an answer. */
  readonly evidence: () => AnswerEvidence
  /** Where score and coverage come from, if that was asked for. */
  readonly explanation?: Explanation
}

/** A talk that resembles another one. Its coverage is the share of the other's key terms that it has. */
export interface SimilarTalk extends SearchResult {
  readonly shared: SharedTopics
  /** Whether it is near the other in meaning, whatever words they share; false if meaning took no part. */
  readonly isNear: boolean
}

export interface SearchOptions {
  /** How many results to return. Default 10. */
  readonly limit?: number
  /** How many of the best results to skip; beyond the end, the last page is returned. Default 0. */
  readonly offset?: number
  /** Default: what the query says, else by relevance. */
  readonly sort?: Sort
  /**
   * Leaves out talks that cover less than this share of what the best one covers. Default 0: every talk with a word of the
   * question is listed.
   */
  readonly minShare?: number
  /** How many values of each field to count. Default 0: none. */
  readonly facets?: number
  /** Which fields to count. Default: all. */
  readonly facetFields?: readonly FacetField[]
  /** Whether unknown words stand for the nearest known ones. Default true. */
  readonly spelling?: boolean
  /** Whether talks are found by meaning too, if there is a model. Default true. */
  readonly byMeaning?: boolean
  /** Whether to say where each score comes from. Default false. */
  readonly explain?: boolean
  /** Milliseconds after which to answer with what was found so far. Default `defaultTimeLimit`. */
  readonly timeLimit?: number
}

export const defaultTimeLimit = 1000

export interface SearchResults {
  /** Best first. */
  readonly results: readonly SearchResult[]
  /** Where the results begin among all that are found. */
  readonly offset: number
  /** How many talks are found in all. Pages, orders and facets are all of these same talks. */
  readonly total: number
  /** The highest coverage among the most relevant talks, whatever page or order is asked for. */
  readonly bestCoverage: number
  /**
   * How far the most relevant talk is ahead of the next one that may be found: a share of its score by words, from 0 to 1;
   * undefined if another talk is first by words.
   */
  readonly lead: number | undefined
  /** Whether one of the results is nearer to the question in meaning than by chance; false if meaning took no part. */
  readonly isNear: boolean
  /** The most relevant talk, whatever page or order is asked for; none if the talks are only listed. */
  readonly best: SearchResult | undefined
  /** The words of the question that no talk has in any form, as typed. */
  readonly unknownWords: readonly QueryPart[]
  /** Which parts of the question could not be read as they stand, the query's notices included. */
  readonly notices: readonly Notice[]
  /** The whole question as it was probably meant, if that differs. */
  readonly didYouMean?: string
  /** Whether the results already stand for `didYouMean`: unknown words were taken for known ones, and nothing else differs. */
  readonly isCorrected: boolean
  /** Whether `didYouMean` may be another question, on another name: it is offered, and not asked unless somebody does. */
  readonly isOffered: boolean
  /** Counted over all that is found; empty unless asked for. */
  readonly facets: readonly Facet[]
  /** Whether time ran out: then the order is rougher than it would be. */
  readonly isPartial: boolean
  /** Whether a stand-in answered because the engine that should have does not respond. Default: false. */
  readonly isStandIn?: boolean
  /** How far one can page into this list, if not to its end: what is beyond is only counted. */
  readonly pagedTo?: number
  /** The `Corpus.version` that all results come from. */
  readonly corpusVersion: string
}

/** A tag, and how many talks have it. */
export interface Topic {
  readonly tag: string
  readonly talks: number
}

/** Which part of a list to return. */
export type PageOptions = Pick<SearchOptions, 'limit' | 'offset'>

/** Where a page begins: beyond the end, the last one is shown. */
export const pageStart = (total: number, { limit, offset }: Required<PageOptions>): number =>
  offset < total ? offset : Math.max(0, Math.ceil(total / limit) - 1) * limit

/** What every engine tells of the notes as a whole. */
export function namesOfNotes(docValues: DocValueDictionaries): Pick<SearchEngine, 'topics' | 'names'> {
  const { values: tags, talks } = docValues.tag
  const topics = tags.map((tag, number): Topic => ({ tag, talks: talks[number]! }))
  const knownNames = createKnownNames(docValues)
  return { topics: async () => topics, names: async () => knownNames }
}

/**
 * Finds talks. Every engine promises:
 * - any Query is answered: no query, however odd, throws or matches everything; one without words matches nothing,
 *   unless it has filters: then it lists the talks that they leave, by date and title;
 * - every result keeps to the query's filters and exclusions, and to its phrases unless a notice says that none fits;
 * - a result is a talk, and each talk comes at most once; equal scores are ordered by talk id, so paging is stable;
 * - highlights are ranges of the quoted text, and the quotation stands in the talk's file at the given line;
 * - all results of one search come from one corpus version.
 */
export interface SearchEngine {
  search(query: Query, options?: SearchOptions): Promise<SearchResults>
  /** Talks that resemble the given one, best first, without itself; empty for an unknown id. */
  similar(talkId: string, options?: PageOptions): Promise<readonly SimilarTalk[]>
  /** Terms that tell what a talk is about and few others are, as the talk writes them, highest weight first; empty for an unknown id. */
  keyTerms(talkId: string, limit: number): Promise<readonly string[]>
  /** Completions of the last clause of what is typed: speakers, tags, events, talks, values of its field; likeliest first. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>
  /** All tags of the notes. */
  topics(): Promise<readonly Topic[]>
  /** What questions can be narrowed to by name. */
  names(): Promise<KnownNames>
}
