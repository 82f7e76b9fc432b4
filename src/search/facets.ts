import type { Attribute, Attributes } from './attributes.ts'
import { attributeOf, meaningOf } from './filter-meaning.ts'
import type { FilterField } from './query.ts'
import { inQuotes, quoteValue } from './write-query.ts'

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
  /** What means this value alone, e.g. `speaker:"Alex Martelli"`; `narrowQuestion` puts it into a question. */
  readonly filter: string
}

export type FacetField = Exclude<FilterField, 'has'>

const fields: readonly FacetField[] = ['event', 'year', 'speaker', 'tag', 'kind', 'lang']

/** Counts the values that the documents have, the `most` frequent ones of each field. */
export function countFacets(documents: readonly number[], attributes: Attributes, most: number): Facet[] {
  return fields.map((field) => ({
    field,
    values: countValues(documents, attributes[attributeOf[field]], field, most),
  }))
}

function countValues(
  documents: readonly number[],
  attribute: Attribute,
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

/**
 * A filter that means this value alone: `event:PyData` would mean all events that have this word, so that names are in
 * quotes, and of events with one name each is asked for by its id.
 */
function writeFilter(field: FacetField, number: number, attribute: Attribute): string {
  const name = attribute.values[number]!
  switch (field) {
    case 'year':
    case 'kind':
    case 'tag':
      return `${field}:${quoteValue(name)}`
    case 'speaker':
      return `${field}:${inQuotes(name)}`
    default: {
      const names = attribute.keys[number]!.split('|').flatMap((key) => key.trim() || [])
      const ways = [quoteValue(name), ...[name, ...names].map(inQuotes)]
      const isExact = (way: string) => {
        const text = way.replaceAll('"', '')
        const form = text === way ? 'words' : 'whole'
        return meaningOf(field, { text, form, start: 0, end: 0 }, attribute).length === 1
      }
      return `${field}:${ways.find(isExact) ?? inQuotes(name)}`
    }
  }
}
