import type { Attribute, AttributeName, Attributes } from './attributes.ts'
import { quoteValue } from './write-query.ts'

/** How the talks that match divide by one of their attributes. */
export interface Facet {
  readonly field: FacetField
  /** Most frequent first. */
  readonly values: readonly FacetValue[]
}

export interface FacetValue {
  /** As people read it, e.g. `Alex Martelli`. */
  readonly value: string
  /** How many of the matching talks have it. */
  readonly count: number
  /** What narrows the question to it, e.g. `speaker:"Alex Martelli"`. */
  readonly filter: string
}

export type FacetField = 'event' | 'year' | 'speaker' | 'tag' | 'kind' | 'lang'

const attributeOf: Readonly<Record<FacetField, AttributeName>> = {
  event: 'event',
  year: 'year',
  speaker: 'speaker',
  tag: 'tag',
  kind: 'kind',
  lang: 'language',
}

/** Counts the values that the documents have, the `most` frequent ones of each field. */
export function countFacets(documents: readonly number[], attributes: Attributes, most: number): Facet[] {
  return Object.entries(attributeOf).map(([name, attribute]) => {
    const field = name as FacetField
    return { field, values: countValues(documents, attributes[attribute], field, most) }
  })
}

function countValues(
  documents: readonly number[],
  { values, starts, numbers }: Attribute,
  field: FacetField,
  most: number,
): FacetValue[] {
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
    .map(([number, count]) => {
      const value = values[number]!
      return { value, count, filter: `${field}:${quoteValue(value)}` }
    })
}
