import { parseQuery } from '../query/parse-query.ts'
import type { FacetField } from '../query/query.ts'
import { hasSeveral } from '../query/query-fields.ts'
import { inQuotes, quoteValue, rewrite } from '../query/write-query.ts'
import { type DocValueDictionary, namesIn } from './doc-values.ts'
import { meaningOf } from './filter-meaning.ts'

/**
 * The filter that means one value alone: `event:PyData` would mean all events that have this word, so that names are in
 * quotes, and of events with one name each is asked for by its id.
 * @param number the value's in the column
 */
export function writeFilter(field: FacetField, number: number, column: DocValueDictionary): string {
  const name = column.values[number]!
  switch (field) {
    case 'year':
    case 'kind':
    case 'tag':
      return `${field}:${quoteValue(name)}`
    case 'speaker':
      return `${field}:${inQuotes(name)}`
    default: {
      const names = namesIn(column.keys[number]!)
      const ways = [quoteValue(name), ...[name, ...names].map(inQuotes)]
      const isExact = (way: string) => {
        const text = way.replaceAll('"', '')
        const form = text === way ? 'words' : 'whole'
        return meaningOf(field, { text, form, start: 0, end: 0 }, column).length === 1
      }
      return `${field}:${ways.find(isExact) ?? inQuotes(name)}`
    }
  }
}

/**
 * The question asked of fewer talks. Of what a talk has only one of, such as its year, the filter takes the place of
 * what was asked for, since it would be an alternative to that.
 * @param filter a facet's
 */
export function narrowQuestion(question: string, field: FacetField, filter: string): string {
  const { text, filters } = parseQuery(question)
  const replaced = hasSeveral(field) ? [] : filters.filter((one) => one.field === field && !one.isExcluded)
  if (replaced.length === 0) return `${text} ${filter}`
  const replacements = replaced.map(({ start, end }, place) => ({
    start,
    end,
    text: place === 0 ? filter : '',
  }))
  return rewrite(text, replacements).replace(/ {2,}/g, ' ').trim()
}
