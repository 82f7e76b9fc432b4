import type { FacetField } from '../query/query.ts'
import type { DocValueColumn, DocValues } from './doc-values.ts'
import { docValueFieldOf } from './filter-meaning.ts'
import { writeFilter } from './write-filter.ts'

/** How the talks that match divide by the values of one field. */
export interface Facet {
  readonly field: FacetField
  /** Most frequent first. */
  readonly values: readonly FacetValue[]
}

interface FacetValue {
  /** As people read it, e.g. `Alex Martelli`. */
  readonly value: string
  /** How many of the matching talks have it. */
  readonly count: number
  /** What means this value alone, e.g. `speaker:"Alex Martelli"`; `narrowQuestion` puts it into a question. */
  readonly filter: string
}

const facetFields: readonly FacetField[] = ['event', 'year', 'room', 'speaker', 'tag', 'kind', 'lang']

/** Counts the values that the documents have, the `maxValues` most frequent ones of each field. */
export function countFacets(
  documents: readonly number[],
  docValues: DocValues,
  maxValues: number,
  fields = facetFields,
): Facet[] {
  return fields.map((field) => ({
    field,
    values: countValues(documents, docValues[docValueFieldOf[field]], field, maxValues),
  }))
}

function countValues(
  documents: readonly number[],
  column: DocValueColumn,
  field: FacetField,
  maxValues: number,
): FacetValue[] {
  const { values, starts, numbers } = column
  const counts = new Map<number, number>()
  for (const document of documents) {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      const value = numbers[at]!
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (values[a[0]]! < values[b[0]]! ? -1 : 1))
    .slice(0, maxValues)
    .map(([number, count]) => ({
      value: values[number]!,
      count,
      filter: writeFilter(field, number, column),
    }))
}
