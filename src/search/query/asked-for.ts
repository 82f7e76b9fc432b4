import { analyze } from '../analysis/analyzer.ts'
import { numberWord, signsOfThings } from './asked-for-signs.ts'
import type { Place, Query, QueryWord } from './query.ts'

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

/**
 * The names that a question says, each as its words: runs of words that are written as names are (`Windows Phone`, `OAuth`,
 * `Python 3`). A capital tells nothing at the beginning of a sentence, nor in a question that is all capitals or a title.
 */
export function namesInQuestion({ text, words }: Pick<Query, 'text' | 'words'>): QueryWord[][] {
  const topics = words.filter(({ use }) => use === 'topic')
  const capitals = topics.filter(({ text: word }) => /^\p{Lu}/u.test(word))
  if (topics.length > 2 && capitals.length > maxShareOfCapitals * words.length) return []
  const names: QueryWord[][] = []
  for (const word of topics.filter((topic) => topic.role !== 'generic' && isName(topic, text))) {
    const last = names.at(-1)?.at(-1)
    if (last && /^\s+$/.test(text.slice(last.end, word.start))) names.at(-1)!.push(word)
    else names.push([word])
  }
  return names
}

const maxShareOfCapitals = 0.6

function isName({ text: word, start }: QueryWord, question: string): boolean {
  if (/\p{L}\p{N}|[\p{L}\p{N}][_+#]|\p{L}\p{Lu}/u.test(word)) return true
  return /^\p{Lu}/u.test(word) && !/(^|[.?!…]\s+)["'“‘«(]*$/u.test(question.slice(0, start))
}
