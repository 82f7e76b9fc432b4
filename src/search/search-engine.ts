import type { Talk } from '../notes/talk.ts'
import type { Query } from './query.ts'

/** Half-open range `[start, end)` of UTF-16 indices into the text that it belongs to. */
export type Range = readonly [start: number, end: number]

/** A piece of a note as an answer quotes it. */
export interface Quotation {
  readonly text: string
  /** Where the question's words stand in `text`: sorted, never overlapping. */
  readonly highlights: readonly Range[]
  /** `Talk.file`. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** Where it stands: `title`, `speakers`, `tags`, `summary`, `takeaways`, `links`, `followUps` or a section's heading. */
  readonly section: string
}

export interface SearchResult {
  readonly talk: Talk
  /** Comparable within one answer only. */
  readonly score: number
  /**
   * The share of the question's information that the talk covers, from 0 to 1: comparable between questions, and what
   * the choice between found, unsure and none rests on.
   */
  readonly coverage: number
  /** The talk's best passage for the question. */
  readonly passage: Quotation
}

export interface SearchOptions {
  /** How many results to return. Default 10. */
  readonly limit?: number
  /** How many of the best results to skip. Default 0. */
  readonly offset?: number
}

export interface SearchResults {
  /** Best first. */
  readonly results: readonly SearchResult[]
  /** How many talks match in all. */
  readonly total: number
  /** The `Corpus.version` that all results come from. */
  readonly corpusVersion: string
}

/**
 * Finds talks. Every engine promises:
 * - any Query is answered: no query, however odd, throws or matches everything; one without words matches nothing;
 * - a result is a talk, and each talk comes at most once; equal scores are ordered by talk id, so paging is stable;
 * - highlights are ranges of the quoted text, and the quotation stands in the talk's file at the given line;
 * - all results of one search come from one corpus version.
 */
export interface SearchEngine {
  search(query: Query, options?: SearchOptions): Promise<SearchResults>
  /** Talks that resemble the given one, best first, without itself; empty for an unknown id. */
  similar(talkId: string, options?: SearchOptions): Promise<SearchResults>
}
