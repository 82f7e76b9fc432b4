import type { FacetField } from '../query/query.ts'
import type { DocValueColumn, DocValues } from './doc-values.ts'
import { attributeOf } from './filter-meaning.ts'
import { writeFilter } from './write-filter.ts'

/** How the talks that match divide by one of their attributes. */
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

const fields: readonly FacetField[] = ['event', 'year', 'speaker', 'tag', 'kind', 'lang']

/** Counts the values that the documents have, the `most` frequent ones of each field. */
export function countFacets(documents: readonly number[], attributes: DocValues, most: number): Facet[] {
  return fields.map((field) => ({
    field,
    values: countValues(documents, attributes[attributeOf[field]], field, most),
  }))
}

function countValues(
  documents: readonly number[],
  attribute: DocValueColumn,
  field: FacetField,
  most: number,
): FacetValue[] {
  const { values, starts, numbers } = attribute
  const counts = new Map<number, number>()
  for (const document of documents) {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      const value = numbers[at]!
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (values[a[0]]! < values[b[0]]! ? -1 : 1))
    .slice(0, most)
    .map(([number, count]) => ({
      value: values[number]!,
      count,
      filter: writeFilter(field, number, attribute),
    }))
}
