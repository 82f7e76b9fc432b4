import type { Filter, FilterField, FilterValue, Notice } from '../query/query.ts'
import { hasSeveral } from '../query/query-fields.ts'
import { correctFilterValue } from './correct-filter-value.ts'
import type { DocValueDictionaries, DocValueDictionary, DocValueField, DocValues } from './doc-values.ts'
import { docValueFieldOf, meaningOf } from './filter-meaning.ts'

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
    const column = docValues[docValueFieldOf[field]]
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
  /** By value number: 1 if the value will do. */
  readonly isWanted: Uint8Array
}

/**
 * All sides must hold. Of what a talk has only one of, such as its year, several filters are alternatives, and so one side;
 * of what it can have several of, all must hold. So must bounds of years.
 */
function sidesOf(filters: readonly ReadFilter[]): FilterSide[] {
  const sides = Map.groupBy(filters, ({ filter }) => sideOf(filter)).values()
  return Array.from(sides, ([first, ...others]): FilterSide => {
    const { filter, isMeant } = first!
    return {
      field: docValueFieldOf[filter.field],
      isExcluded: filter.isExcluded,
      isWanted: isMeant.map((one, value) => Math.max(one, ...others.map((other) => other.isMeant[value]!))),
    }
  })
}

/** Clears the mask of every document that the filters rule out. */
export function applyFilters(sides: readonly FilterSide[], docValues: DocValues, mask: Uint8Array): void {
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
  return value.form === 'years' && (value.from === undefined || value.to === undefined)
}

function unknownValue(field: FilterField, value: FilterValue, column: DocValueDictionary): Notice {
  const { start, end } = value
  const nearest = correctFilterValue(field, value, column)
  const guess = nearest === undefined ? '' : ` The nearest is “${nearest.shown}”.`
  return {
    kind: 'unknown-value',
    start,
    end,
    message: `${lack(field, value)}.${guess}`,
    ...(nearest && { suggestion: nearest.suggestion }),
  }
}

function lack(field: FilterField, value: FilterValue): string {
  if (value.form === 'years') return `No talk is of ${describeYears(value)}`
  const typed = value.form === 'beginning' ? `${value.text}…` : value.text
  return `No talk has the ${called[field]} “${typed}”`
}

const called: Readonly<Record<FilterField, string>> = {
  speaker: 'speaker',
  tag: 'tag',
  event: 'event',
  lang: 'language',
  kind: 'kind',
  has: 'part',
  year: 'year',
}

function describeYears({ from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from === undefined) return `${to} or earlier`
  if (to === undefined) return `${from} or later`
  return from === to ? `the year ${from}` : `${from} to ${to}`
}
