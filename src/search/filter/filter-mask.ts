import { fold } from '../../text/fold.ts'
import { madeOnce } from '../../text/remembering.ts'
import type { Filter, FilterField, FilterValue, Notice, Query } from '../query/query.ts'
import { correctFilterValue } from './correct-filter-value.ts'
import {
  type DocValueDictionaries,
  type DocValueDictionary,
  type DocValueField,
  type DocValues,
  docValueFieldOf,
  languageName,
  meaningOf,
} from './doc-values.ts'
import { hasSeveral } from './facets.ts'
import { documentsWith, documentsWithBeginning, type PhraseSource } from './phrases.ts'

/** Which documents may be found at all: those that filters, phrases and exclusions leave. None of these affects scores. */
export interface FilterMask {
  /** By document: 1 if it may be found. Undefined if all may. */
  readonly mask?: Uint8Array
  /** The same, without the documents that lack a phrase; only if there are phrases. */
  readonly phraseMask?: Uint8Array
  readonly notices: readonly Notice[]
}

/** For a query that `isNarrowed`. */
export function buildFilterMask(query: Query, source: PhraseSource, docValues: DocValues): FilterMask {
  const { filters, phrases, exclusions } = query
  const { reader } = source
  const mask = new Uint8Array(reader.index.documentCount).fill(1)
  const { filters: read, notices } = readFilters(filters, docValues)
  applyFilters(read, docValues, mask)
  for (const { text, form } of exclusions) {
    const excluded =
      form === 'beginning'
        ? documentsWithBeginning(fold(text), reader)
        : documentsWith(text, form === 'quoted' ? 'as-typed' : 'inflected', source)
    for (const document of excluded) mask[document] = 0
  }
  if (phrases.length === 0) return { mask, notices }
  const phraseMask = mask.slice()
  for (const { text } of phrases) keepOnly(phraseMask, documentsWith(text, 'as-typed', source))
  return { mask, phraseMask, notices }
}

/** Says about each phrase that it is searched for by its words alone. */
export function phraseNotices({ phrases }: Query): Notice[] {
  return phrases.map(({ text, start, end }) => ({
    kind: 'unknown-phrase',
    start,
    end,
    message: `No talk that fits says “${text}” word for word, so its words are searched for.`,
  }))
}

function keepOnly(mask: Uint8Array, documents: readonly number[]): void {
  const kept = new Uint8Array(mask.length)
  for (const document of documents) kept[document] = mask[document]!
  mask.set(kept)
}

/** Which doc values a filter means. */
interface ReadFilter {
  readonly filter: Filter
  /** By value number: 1 if the value is meant. */
  readonly isMeant: Uint8Array
}

/** Filters as the values of the notes that they mean; a value that no talk has is noticed, with the nearest one. */
export function readFilters(filters: readonly Filter[], docValues: DocValueDictionaries) {
  const notices: Notice[] = []
  const read = filters.map((filter): ReadFilter => {
    const { field, anyOf } = filter
    const column = docValues[docValueFieldOf(field)]
    const isMeant = new Uint8Array(column.values.length)
    for (const value of anyOf) {
      const meant = meaningOf(field, value, column)
      for (const number of meant) isMeant[number] = 1
      if (meant.length === 0) notices.push(unknownValue(field, value, column))
    }
    return { filter, isMeant }
  })
  return { filters: sidesOf(read), notices }
}

/** What documents must have, or must not have, one of. */
export interface FilterSide {
  readonly field: DocValueField
  readonly isExcluded: boolean
  /** By value number: 1 if the value counts. */
  readonly isWanted: Uint8Array
}

/**
 * All sides must hold. If a talk has only one value of a field, such as its year, several filters are alternatives, and so one
 * side; if it can have several, all must hold, and so must bounds of years.
 */
function sidesOf(filters: readonly ReadFilter[]): FilterSide[] {
  const sides = Map.groupBy(filters, ({ filter }) => sideOf(filter)).values()
  return Array.from(sides, ([first, ...others]): FilterSide => {
    const { filter, isMeant } = first!
    return {
      field: docValueFieldOf(filter.field),
      isExcluded: filter.isExcluded,
      isWanted: isMeant.map((one, value) => Math.max(one, ...others.map((other) => other.isMeant[value]!))),
    }
  })
}

/** Clears the mask of every document that the filters rule out. */
function applyFilters(sides: readonly FilterSide[], docValues: DocValues, mask: Uint8Array): void {
  for (const { field, isExcluded, isWanted } of sides) {
    const column = docValues[field]
    for (let document = 0; document < mask.length; document++) {
      let has = false
      for (let at = column.starts[document]!; at < column.starts[document + 1]! && !has; at++) {
        has = isWanted[column.numbers[at]!] === 1
      }
      if (has === isExcluded) mask[document] = 0
    }
  }
}

/** Filters of one side are alternatives; every side must hold. */
function sideOf(filter: Filter): unknown {
  const { field, isExcluded, anyOf } = filter
  return isExcluded || hasSeveral(field) || anyOf.some(isBound) ? filter : field
}

function isBound(value: FilterValue): boolean {
  return (
    (value.form === 'years' || value.form === 'days') && (value.from === undefined || value.to === undefined)
  )
}

function unknownValue(field: FilterField, value: FilterValue, column: DocValueDictionary): Notice {
  const { start, end } = value
  const nearest = correctFilterValue(field, value, column)
  const guess = nearest === undefined ? '' : ` The nearest is “${nearest.shown}”.`
  return {
    kind: 'unknown-value',
    start,
    end,
    message: (column.values.length === 0 && noneAtAll[field]) || `${lack(field, value)}.${guess}`,
    ...(nearest && { suggestion: nearest.suggestion }),
  }
}

function lack(field: FilterField, value: FilterValue): string {
  if (value.form === 'years' || value.form === 'days') return `No talk is of ${describeBounds(value)}`
  const typed = value.form === 'beginning' ? `${value.text}…` : value.text
  const language = field === 'lang' ? languageCalled(typed) : ''
  if (language !== '') return `No note says that it is in ${language}`
  return `No talk has the ${called[field]} “${typed}”`
}

/**
 * By its code or its name in English: `de`, `german`. Empty for what is no language, and for one of a region (`en-GB`), which may be
 * lacking though the language is there.
 */
const languageCalled = (typed: string): string => languagesByCall().get(typed.toLowerCase()) ?? ''

/** Their names in English, by all codes of two letters that mean one and by these names in lower case. */
const languagesByCall = madeOnce(() => {
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(97 + place))
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Map(
    codes.flatMap((code): [string, string][] => {
      const name = languageName(code)
      return name === '' || name === code
        ? []
        : [
            [code, name],
            [name.toLowerCase(), name],
          ]
    }),
  )
})

/** If no talk has anything of the kind, no other name would help. */
const noneAtAll: Partial<Readonly<Record<FilterField, string>>> = {
  speaker: 'The notes name no speakers.',
  tag: 'The notes have no tags.',
  room: 'The notes name no rooms.',
  date: 'The notes do not say when talks are.',
}

const called: Readonly<Record<FilterField, string>> = {
  speaker: 'speaker',
  tag: 'tag',
  event: 'event',
  lang: 'language',
  kind: 'kind',
  has: 'part',
  year: 'year',
  date: 'date',
  room: 'room',
}

function describeBounds({
  form,
  from,
  to,
}: Extract<FilterValue, { readonly form: 'years' | 'days' }>): string {
  if (from === undefined) return `${to} or earlier`
  if (to === undefined) return `${from} or later`
  if (from !== to) return `${from} to ${to}`
  return form === 'years' ? `the year ${from}` : `${from}`
}
