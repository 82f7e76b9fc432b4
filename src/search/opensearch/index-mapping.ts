import { docValueFields } from '../filter/doc-values.ts'
import { maxKeyLength } from './talk-document.ts'

/** A part of a request to the cluster, as its query language has it. */
export type OpenSearchClause = Readonly<Record<string, unknown>>

/** The statistics of all talks, in parts that fit into a document each. */
export interface StatisticsDocument {
  /** From 0. */
  readonly part: number
  readonly statistics: string
  readonly corpusVersion: string
  /** Epoch milliseconds. */
  readonly madeAt: number
}

/** How many talks one shard holds at most when an index is made. */
const talksPerShard = 250_000

export function shardsFor(talkCount: number): number {
  return Math.max(1, Math.ceil(talkCount / talksPerShard))
}

/** How far one can page into a list: the cluster ranks all talks before a page, so each page costs more than the one before. */
export const maxPaged = 20_000

/**
 * Terms come analysed, so the cluster only divides at blanks: one analysis serves both engines. Every node that is asked for
 * talks can have a copy, up to three.
 */
export function indexSettings(talkCount: number): OpenSearchClause {
  return {
    number_of_shards: shardsFor(talkCount),
    auto_expand_replicas: '0-2',
    max_result_window: maxPaged,
    // Nothing is searched before all is there.
    refresh_interval: -1,
    analysis: {
      tokenizer: { blanks: { type: 'whitespace', max_token_length: maxKeyLength } },
      analyzer: { blanks: { type: 'custom', tokenizer: 'blanks' } },
    },
  }
}

/** For each talk, see `TalkDocument`. Fields that are not searched are only stored. */
export const indexMapping: OpenSearchClause = {
  dynamic: 'strict',
  _source: {
    excludes: [
      'terms',
      'titleTerms',
      'transcriptTerms',
      'titleWords',
      'spoken',
      'values',
      'titled',
      'titleOrder',
      'date',
      'starts',
    ],
  },
  properties: {
    id: keyword(true),
    hash: { type: 'keyword', index: false },
    title: unsearched(),
    event: unsearched(),
    titled: keyword(false),
    date: keyword(true),
    starts: keyword(true),
    titleOrder: keyword(true),
    terms: text({ position_increment_gap: 100 }),
    titleTerms: text({ index_options: 'freqs' }),
    transcriptTerms: text({ position_increment_gap: 100 }),
    titleWords: text({ index_options: 'docs', norms: false }),
    spoken: text({ norms: false, position_increment_gap: 100 }),
    uses: keyword(false),
    sequence: unsearched(),
    values: { properties: Object.fromEntries(docValueFields.map((field) => [field, keyword(true)])) },
    talk: unsearched(),
    statistics: unsearched(),
    part: { type: 'integer' },
    corpusVersion: unsearched(),
    madeAt: { type: 'long', index: false, doc_values: false },
  },
}

function keyword(isSorted: boolean): OpenSearchClause {
  return { type: 'keyword', doc_values: isSorted, ignore_above: maxKeyLength }
}

function text(options: OpenSearchClause): OpenSearchClause {
  return { type: 'text', analyzer: 'blanks', ...options }
}

function unsearched(): OpenSearchClause {
  return { type: 'keyword', index: false, doc_values: false }
}
