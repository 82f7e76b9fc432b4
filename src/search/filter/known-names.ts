import { remembering, rememberingOf } from '../../text/remembering.ts'
import type { FacetField, FilterField } from '../query/query.ts'
import { inQuotes } from '../query/write-query.ts'
import {
  compactKeyOf,
  type DocValueDictionaries,
  type DocValueDictionary,
  docValueFieldOf,
  isEventDay,
  keyOfName,
  wordsInKey,
} from './doc-values.ts'
import { writeFilter } from './facets.ts'

/** The names that the notes can be narrowed down to. */
export interface KnownNames {
  /**
   * The clause that asks for what the notes know by this name; undefined if they know nothing by it. Any year will do.
   * @param isPart whether a part of a name will do: `Ronacher`, `EuroPython`
   * @example clauseFor('tag', 'Machine Learning') // => 'tag:"machine learning"'
   */
  clauseFor(field: FilterField, name: string, isPart?: boolean): string | undefined
  /** Whether any name has this word; a text without such a word need not be looked up. */
  hasWord(field: 'speaker' | 'event' | 'room', word: string): boolean
  /** All days with talks, in order. */
  days(): readonly string[]
  /** All rooms that talks are in. */
  readonly rooms: readonly string[]
}

export function createKnownNames(docValues: DocValueDictionaries): KnownNames {
  return {
    clauseFor(field, name, isPart = false) {
      const column = docValues[docValueFieldOf(field)]
      switch (field) {
        case 'year':
          return /^\d{4}$/.test(name) ? `year:${name}` : undefined
        case 'has':
          return parts.has(keyOfName(name)) ? `has:${parts.get(keyOfName(name))}` : undefined
        case 'kind':
        case 'date':
          return undefined
        case 'tag':
        case 'lang':
          return clauseOfWhole(field, name, column)
        case 'speaker':
        case 'room':
        case 'event':
          return (
            clauseOfWhole(field, name, column) ??
            (hasPart(name, column, isPart) ? `${field}:${inQuotes(name)}` : undefined)
          )
      }
    },
    hasWord: (field, word) => wordsIn(docValues[field]).has(plainWord(word)),
    days: () => docValues.date.values.filter((day) => !isEventDay(day)).toSorted(),
    rooms: docValues.room.values,
  }
}

const wordsIn = rememberingOf(
  ({ keys }: DocValueDictionary): ReadonlySet<string> => new Set(keys.flatMap(wordsInKey)),
)
/** `pycon-it` is found by its first word. */
const plainWord = remembering((word) => keyOfName(word).trim().split(' ')[0] ?? '')

function clauseOfWhole(
  field: Exclude<FacetField, 'year' | 'kind'>,
  name: string,
  column: DocValueDictionary,
) {
  const key = field === 'tag' ? compactKeyOf(name) : keyOfName(name)
  // A key that holds what divides names is none of theirs.
  const number = key.includes('|')
    ? undefined
    : (numbersIn(column).get(key) ??
      (field === 'event' ? numbersByCompact(column).get(compactKeyOf(name)) : undefined))
  return number === undefined ? undefined : writeFilter(field, number, column)
}

/** By each name of a column, the first value that has it. */
const numbersIn = rememberingOf((column: DocValueDictionary): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>()
  column.keys.forEach((names, number) => {
    for (const name of names.split('|')) if (!numbers.has(name)) numbers.set(name, number)
  })
  return numbers
})

/** The same however it is written: `OarConf.eu 2026` is `oarconf eu 2026`, too. */
const numbersByCompact = rememberingOf(
  (column: DocValueDictionary): ReadonlyMap<string, number> =>
    new Map(
      [...numbersIn(column)].flatMap(([name, number]) =>
        name.trim() === '' ? [] : [[compactKeyOf(name), number]],
      ),
    ),
)

/** Whether a name has the words of this one; if a part does not do, all of its words but a year: `EuroPython` is any of them. */
function hasPart(name: string, column: DocValueDictionary, isPart: boolean): boolean {
  const key = keyOfName(name)
  const known = wordsIn(column)
  // Checked before all names are compared: most words of questions are in no name.
  if (
    !key
      .trim()
      .split(' ')
      .every((word) => known.has(word))
  )
    return false
  const having = column.keys.filter((names) => names.includes(key))
  if (isPart) return having.length > 0
  return having.some((names) => names.replace(/ \d{4}(?= )/g, '').includes(`|${key}|`))
}

const parts: ReadonlyMap<string, string> = new Map([
  [' video ', 'video'],
  [' videos ', 'video'],
  [' recording ', 'video'],
  [' recordings ', 'video'],
  [' slides ', 'slides'],
  [' code ', 'code'],
  [' follow ups ', 'followups'],
  [' followups ', 'followups'],
  [' speaker ', 'speaker'],
  [' speakers ', 'speaker'],
])
