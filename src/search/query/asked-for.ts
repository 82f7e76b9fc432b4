import { analyze } from '../analysis/analyzer.ts'
import { numberWord, signsOfThings } from './asked-for-signs.ts'
import type { Place, Query } from './query.ts'

/** A kind of thing that a question can ask for. */
export type Thing = (typeof signsOfThings)[number]['thing']

/** What a question wants to know, if its words say so. */
export interface AskedFor {
  readonly thing: Thing
  /** What is counted, of “how many users”: users, as typed, and its term. */
  readonly counted?: { readonly text: string; readonly term: string }
  /** The words that say so: of “how big”, both. */
  readonly place: Place
}

/**
 * What a question asks for: the first kind of thing whose words it has.
 * @example askedFor(parseQuery('How many users does it have?')) // => { thing: 'number', counted: { text: 'users', term: 'user' }, … }
 */
export function askedFor({ text, words }: Pick<Query, 'text' | 'words'>): AskedFor | undefined {
  for (const { thing, asks } of signsOfThings) {
    const found = asks.exec(text)
    if (!found) continue
    // Who spoke is told beside every quotation.
    if (thing === 'person' && words.some(({ folded }) => speaking.has(folded))) return undefined
    const place = { start: found.index, end: found.index + found[0].length }
    const counting = /\bhow many\b/i.exec(text)
    const counted =
      counting &&
      words.find(({ start, role }) => start >= counting.index + counting[0].length && role !== 'grammar')
    // Any number of people or things will do.
    if (thing !== 'number' || counted?.role !== 'topic') return { thing, place }
    return { thing, counted: { text: counted.text, term: counted.term }, place }
  }
  return undefined
}

const speaking: ReadonlySet<string> = new Set(
  'talk talks talked talking speak speaks spoke speaking speaker speakers present presents presented presenter lecture lectured'.split(
    ' ',
  ),
)

/** Whether a text has such a thing, by its form: a number, a person, a reason; if something is counted, a number of that. */
export function hasThing(text: string, { thing, counted }: Pick<AskedFor, 'thing' | 'counted'>): boolean {
  if (!signsOfThings.find((signs) => signs.thing === thing)!.tells.test(text)) return false
  return counted === undefined || hasNumberOf(counted.term, text)
}

/** `2600 apps`, `some 30 of the small tools`. */
function hasNumberOf(counted: string, text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,_-]*/gu) ?? []
  return words.some(
    (word, place) =>
      aNumber.test(word) &&
      words.slice(place + 1, place + 1 + maxWordsBetween).some((next) => analyze(next)[0]?.term === counted),
  )
}

const aNumber = new RegExp(`^(\\p{N}.*|${numberWord})$`, 'iu')
const maxWordsBetween = 4
