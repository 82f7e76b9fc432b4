import { compactKeyOf, keyOfName } from '../../search/filter/doc-values.ts'
import type { Facet } from '../../search/filter/facets.ts'
import type { FilterField } from '../../search/query/query.ts'
import { inQuotes } from '../../search/query/write-query.ts'

/** What a list can be narrowed to, as people call it. */
export interface KnownNames {
  /** The clause that asks for what the notes know by this name; undefined if they know nothing by it. */
  clauseOf(field: FilterField, name: string): string | undefined
}

/** @param facets of all talks, with all of their values */
export function createKnownNames(facets: readonly Facet[]): KnownNames {
  const valuesOf = (field: FilterField) => facets.find((facet) => facet.field === field)?.values ?? []
  const filters = new Map(
    (['speaker', 'event', 'tag'] as const).map((field) => [
      field,
      new Map(valuesOf(field).map(({ value, filter }) => [keyIn(field, value), filter])),
    ]),
  )
  /** A part of a name does: `talks by Ronacher`. */
  const speakers = valuesOf('speaker')
    .map(({ value }) => keyOfName(value))
    .join('|')
  const editions = new Set(valuesOf('event').map(({ value }) => withoutYear(keyOfName(value))))
  const languages = new Map(
    valuesOf('lang').map(({ value, filter }) => [keyOfName(languageName(value)), filter]),
  )

  return {
    clauseOf(field, name) {
      const key = keyIn(field, name)
      switch (field) {
        case 'year':
          return /^\d{4}$/.test(name) ? `year:${name}` : undefined
        case 'has':
          return parts.has(key.trim()) ? `has:${parts.get(key.trim())}` : undefined
        case 'lang':
          return languages.get(key)
        case 'event':
          // `EuroPython` is all of its years.
          return (
            filters.get(field)?.get(key) ?? (editions.has(key.trim()) ? `event:${inQuotes(name)}` : undefined)
          )
        case 'speaker':
          return (
            filters.get(field)?.get(key) ?? (speakers.includes(key) ? `speaker:${inQuotes(name)}` : undefined)
          )
        case 'tag':
          return filters.get(field)?.get(key)
        default:
          return undefined
      }
    },
  }
}

const parts: ReadonlyMap<string, string> = new Map([
  ['video', 'video'],
  ['videos', 'video'],
  ['recording', 'video'],
  ['recordings', 'video'],
  ['slides', 'slides'],
  ['code', 'code'],
  ['follow ups', 'followups'],
  ['followups', 'followups'],
])

function keyIn(field: FilterField, name: string): string {
  return field === 'tag' ? compactKeyOf(name) : keyOfName(name)
}

function withoutYear(key: string): string {
  return key.replace(/ \d{4}(?= )/g, '').trim()
}

/** `it` is Italian. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
