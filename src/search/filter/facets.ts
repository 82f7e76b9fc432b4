import { parseQuery } from '../query/parse-query.ts'
import { type FacetField, hasSeveral, inQuotes, quoteValue, rewrite } from '../query/query.ts'
import { type DocValueColumn, type DocValues, docValueFieldOf, meaningOf, namesIn } from './doc-values.ts'

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

/**
 * The filter that means one value alone: `event:PyData` would mean all events that have this word, so that names are in
 * quotes, and of events with one name each is asked for by its id.
 * @param number the value's in the column
 */
export function writeFilter(field: FacetField, number: number, column: DocValueColumn): string {
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
