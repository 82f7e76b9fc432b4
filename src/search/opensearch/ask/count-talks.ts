import { docValueFieldOf } from '../../filter/doc-values.ts'
import { type Facet, facetFields, mostFrequent } from '../../filter/facets.ts'
import type { SearchOptions } from '../../search-engine.ts'
import type { CorpusStatistics } from '../corpus-statistics.ts'
import type { OpenSearchClause } from '../index-mapping.ts'
import { matchNone, type TalkIndex } from '../talk-index.ts'

export interface Counted {
  /** How many talks there are besides the candidates. */
  readonly others: number
  readonly facets: readonly Facet[]
  readonly isPartial: boolean
}

interface CountRequest extends Pick<SearchOptions, 'facets' | 'facetFields'> {
  /** What is found without being a candidate; undefined if it is known that nothing is. */
  readonly others: OpenSearchClause | undefined
  /** All that is found. */
  readonly all: OpenSearchClause
  readonly maxMs: number
}

/** A cluster counts 65,535 values in one request unless it is told otherwise. */
const maxValues = 65_000

/** Counts what is found, and how it divides. */
export async function countTalks(
  index: TalkIndex,
  { docValues }: CorpusStatistics,
  { others, all, facets = 0, facetFields: fields = facetFields, maxMs }: CountRequest,
): Promise<Counted> {
  if (others === undefined && facets === 0) return { others: 0, facets: [], isPartial: false }
  // More than are shown, since equal ones are put in order here.
  const size = Math.min(Math.max(50, 3 * facets), maxValues)
  const aggs = Object.fromEntries(
    fields.map((field) => [field, { terms: { field: `values.${docValueFieldOf(field)}`, size } }]),
  )
  const responses = await index.search(
    [
      others ? { query: others, size: 0, track_total_hits: true } : matchNone,
      facets > 0 ? { query: all, size: 0, aggs } : matchNone,
    ],
    maxMs,
  )
  const [ofOthers, ofAll] = responses
  const divided = ofAll?.aggregations ?? {}
  return {
    others: (others && ofOthers?.hits.total?.value) ?? 0,
    isPartial: responses.some(({ timed_out }) => timed_out),
    facets: (facets > 0 ? fields : []).map((field): Facet => {
      const column = docValues[docValueFieldOf(field)]
      const counts = (divided[field]?.buckets ?? []).map(
        ({ key, doc_count }) => [column.ownKeys.indexOf(key), doc_count] as const,
      )
      const countOf = new Map(counts)
      const found = [...countOf.keys()]
      return {
        field,
        values: mostFrequent(field, column, {
          found,
          countOf: (number) => countOf.get(number)!,
          maxValues: facets,
        }),
      }
    }),
  }
}
