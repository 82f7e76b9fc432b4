import { parseQuery } from '../query/parse-query.ts'
import type { FacetField, FilterField } from '../query/query.ts'
import { inQuotes, quoteValue, rewrite } from '../query/write-query.ts'
import {
  type DocValueColumn,
  type DocValueDictionary,
  type DocValues,
  docValueFieldOf,
  meaningOf,
  namesInKey,
} from './doc-values.ts'

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
  /** The filter for this value alone, e.g. `speaker:"Alex Martelli"`; `narrowQuestion` puts it into a question. */
  readonly filter: string
}

export const facetFields: readonly FacetField[] = ['event', 'year', 'room', 'speaker', 'tag', 'kind', 'lang']

/** Counts the values that the documents have, the `maxValues` most frequent ones of each field. */
export function countFacets(
  documents: readonly number[],
  docValues: DocValues,
  maxValues: number,
  fields = facetFields,
): Facet[] {
  return fields.map((field) => ({
    field,
    values: countValues(documents, docValues[docValueFieldOf(field)], field, maxValues),
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
  return mostFrequent(field, column, { found, countOf: (number) => counts[number]!, maxValues })
}

interface CountedValues {
  /** The numbers of the values that matching talks have. */
  readonly found: readonly number[]
  /** How many of the matching talks have a value. */
  countOf(number: number): number
  readonly maxValues: number
}

export function mostFrequent(
  field: FacetField,
  column: DocValueDictionary,
  { found, countOf, maxValues }: CountedValues,
): FacetValue[] {
  const { values } = column
  const compare = (a: number, b: number) => countOf(b) - countOf(a) || (values[a]! < values[b]! ? -1 : 1)
  const ranked =
    maxValues <= few ? firstOf(found, maxValues, compare) : found.toSorted(compare).slice(0, maxValues)
  return ranked.map((number) => ({
    value: values[number]!,
    count: countOf(number),
    // Few of them are shown.
    get filter() {
      return writeFilter(field, number, column)
    },
  }))
}

/** Up to this many are found without sorting the others. */
const few = 10

function firstOf(
  numbers: readonly number[],
  max: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  const first: number[] = []
  for (const number of numbers) {
    if (first.length === max && compare(number, first[max - 1]!) > 0) continue
    const place = first.findIndex((other) => compare(number, other) < 0)
    first.splice(place < 0 ? first.length : place, 0, number)
    if (first.length > max) first.pop()
  }
  return first
}

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
      const names = namesInKey(column.keys[number]!)
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
 * The question narrowed down to fewer talks. If a talk has only one value of a field, such as its year, the filter replaces one
 * that was asked for, since the two would be alternatives.
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

/** Whether a talk can have several values, so that several filters must all hold; otherwise they are alternatives. */
export function hasSeveral(field: FilterField): boolean {
  return field === 'speaker' || field === 'tag' || field === 'has'
}
