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

const facetFields: readonly FacetField[] = ['event', 'year', 'speaker', 'tag', 'kind', 'lang']

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
  const counts = new Uint32Array(values.length)
  const found: number[] = []
  for (const document of documents) {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      const number = numbers[at]!
      if (counts[number] === 0) found.push(number)
      counts[number]! += 1
    }
  }
  return found
    .sort((a, b) => counts[b]! - counts[a]! || (values[a]! < values[b]! ? -1 : 1))
    .slice(0, maxValues)
    .map((number) => ({
      value: values[number]!,
      count: counts[number]!,
      // Few of them are shown.
      get filter() {
        return writeFilter(field, number, column)
      },
    }))
}
