import type { FacetField } from '../query/query.ts'
import { inQuotes, quoteValue } from '../query/write-query.ts'
import { type DocValueColumn, namesIn } from './doc-values.ts'
import { meaningOf } from './filter-meaning.ts'

/**
 * The filter that means one value of an attribute alone: `event:PyData` would mean all events that have this word, so that names are in
 * quotes, and of events with one name each is asked for by its id.
 */
export function writeFilter(field: FacetField, number: number, attribute: DocValueColumn): string {
  const name = attribute.values[number]!
  switch (field) {
    case 'year':
    case 'kind':
    case 'tag':
      return `${field}:${quoteValue(name)}`
    case 'speaker':
      return `${field}:${inQuotes(name)}`
    default: {
      const names = namesIn(attribute.keys[number]!)
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
