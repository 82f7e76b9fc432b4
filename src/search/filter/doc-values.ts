import { fold } from '../../text/fold.ts'
import { splitWords } from '../analysis/analyzer.ts'
import { inQuotes, parseQuery, quoteValue, rewrite } from '../query/parse-query.ts'
import type { FacetField, FilterField, FilterValue } from '../query/query.ts'

/** What talks can be narrowed by and counted by. */
export const docValueFields = [
  'event',
  'year',
  'date',
  'room',
  'speaker',
  'tag',
  'kind',
  'language',
  'has',
] as const
export type DocValueField = (typeof docValueFields)[number]

/** The values that one field has in all talks, numbered. */
export interface DocValueDictionary {
  /** As shown to people: `Alex Martelli`, `EuroPython 2012`, `pt-BR`. */
  readonly values: readonly string[]
  /** The names that each value is found by, `| ada lovelace | ada_l |`: see `keyOfName`. */
  readonly keys: readonly string[]
  /** What makes each one value, however and wherever it is written: see `docValueKeysOf`. */
  readonly ownKeys: readonly string[]
  /** How many talks have each. */
  readonly talks: Uint32Array
}

/** One field of all talks: each document has some of its values. */
export interface DocValueColumn extends DocValueDictionary {
  /** By document: the run `[starts[n], starts[n + 1])` of `numbers` holds its values. */
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

export type DocValueDictionaries = Readonly<Record<DocValueField, DocValueDictionary>>
export type DocValues = Readonly<Record<DocValueField, DocValueColumn>>

/** The doc values that each field of the query language is compared with. */
export const docValueFieldOf: Readonly<Record<FilterField, DocValueField>> = {
  speaker: 'speaker',
  tag: 'tag',
  event: 'event',
  lang: 'language',
  kind: 'kind',
  has: 'has',
  year: 'year',
  date: 'date',
  room: 'room',
}

/** The numbers of the doc values that a filter's value means; none if no talk has such a value. */
export function meaningOf(
  field: FilterField,
  value: FilterValue,
  { values, keys }: DocValueDictionary,
): number[] {
  switch (value.form) {
    case 'choice':
      return placesOf(values, (name) => name === value.choice)
    case 'years': {
      const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = value
      return placesOf(values, (year) => Number(year) >= from && Number(year) <= to)
    }
    case 'days': {
      const { from = '', to = '9999' } = value
      // On a day that is asked for, nobody knows what was given of what an event alone dates; before or since it one does.
      const isOpen = value.from === undefined || value.to === undefined
      return placesOf(values, (written) => {
        const day = dayOf(written)
        return from <= day && day <= to && (isOpen || !isEventDay(written))
      })
    }
    case 'beginning':
      return placesOf(keys, withBeginning(keyOfName(value.text)))
    default: {
      // `machine-learning` is "machine learning", but `learning` is another tag.
      if (field === 'tag') return placesOf(keys, withName(compactKeyOf(value.text)))
      const wanted = keyOfName(value.text)
      const inTurn = value.form === 'whole' ? [withFirstName(wanted), withName(wanted)] : []
      for (const isCalled of inTurn) {
        const called = placesOf(keys, isCalled)
        if (called.length > 0) return called
      }
      return placesOf(keys, withWords(wordsOf(wanted)))
    }
  }
}

/** A day of the event of a talk that says no day of its own, as a value of `date`. */
export const eventDay = (day: string): string => `${day}*`
export const isEventDay = (written: string): boolean => written.endsWith('*')
const dayOf = (written: string): string => written.slice(0, 'YYYY-MM-DD'.length)

function placesOf(texts: readonly string[], isMeant: (text: string) => boolean): number[] {
  const places: number[] = []
  texts.forEach((text, place) => {
    if (isMeant(text)) places.push(place)
  })
  return places
}

function wordsOf(key: string): string[] {
  return key.trim().split(' ')
}

/** Whether it is what people call it, not only its handle or the name of its folder. */
function withFirstName(name: string): (key: string) => boolean {
  return (key) => key.startsWith(`|${name}|`)
}

function withName(name: string): (key: string) => boolean {
  return (key) => key.includes(`|${name}|`)
}

/** Whether a key has all of the words, in any order. */
function withWords(words: readonly string[]): (key: string) => boolean {
  return (key) => words.every((word) => key.includes(` ${word} `))
}

/** Whether a key has all of the words, the last of which only begins one. */
function withBeginning(wanted: string): (key: string) => boolean {
  const words = wordsOf(wanted)
  const last = words.pop() ?? ''
  const hasOthers = withWords(words)
  return (key) => key.includes(` ${last}`) && hasOthers(key)
}

/** Folded words, each between blanks, so that a word is found by `includes`: `it` as well as `pycon` of `pycon-it`. */
export function keyOf(text: string): string {
  return ` ${splitWords(text.replace(/[-‐‑]/g, ' '))
    .map((word) => word.text)
    .join(' ')} `
}

/** As `keyOf`, but of a name, which may be nothing but signs. It has no bars. */
export function keyOfName(name: string): string {
  const key = keyOf(name)
  return key.trim() === '' ? ` ${fold(name).replaceAll(/[\s|]+/g, '')} ` : key
}

/** The names in one of `DocValueColumn.keys`, without the blanks around them. */
export function namesIn(key: string): string[] {
  return key.split('|').flatMap((name) => name.trim() || [])
}

/** What tags are compared by: "machine learning", `machine-learning` and `machine.learning` are one. */
export function compactKeyOf(tag: string): string {
  return ` ${keyOfName(tag).replaceAll(/[\s._]/g, '')} `
}

/** `it` is Italian: people type either. Empty if it has no name. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(language).language) ?? ''
  } catch {
    return ''
  }
}

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

/** Up to so many, the first ones are found without sorting the others. */
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

/** Whether a talk can have several, so that several filters must all hold; of others they are alternatives. */
export function hasSeveral(field: FilterField): boolean {
  return field === 'speaker' || field === 'tag' || field === 'has'
}
