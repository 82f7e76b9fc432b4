import { fold } from '../../text/fold.ts'
import { editDistance } from '../../text/nearest-names.ts'
import { remembering, rememberingOf } from '../../text/remembering.ts'
import { isEmoji } from '../analysis/analyzer.ts'
import { languageCodeOf, stopWordsOf } from '../analysis/stem.ts'
import { askingWordLists } from './asking-word-lists.ts'
import { everydayWordLists } from './everyday-word-lists.ts'
import type { QueryWord, QuestionWordRole } from './query.ts'
import {
  adjectiveList,
  genericWordLists,
  grammarWordLists,
  oftenMistypedList,
  requestWordLists,
} from './question-word-lists.ts'

/** Role of a folded word (without apostrophes: `dont`). */
export const roleOf = remembering((word): QuestionWordRole => {
  if (isGrammar(word)) return 'grammar'
  if (hasAnyForm(word, request)) return 'request'
  if (generic.has(word)) return 'generic'
  // Most emoji only say how something is meant.
  if (isEmoji(word)) return 'generic'
  return isEverydayWord(word) ? 'everyday' : 'topic'
})

/** Whether a folded word only holds a sentence together. */
export function isGrammar(word: string): boolean {
  return hasAnyForm(word, grammar)
}

/** Whether a word says what a question is about, rather than how or what it asks. */
export function tellsTopic({ role }: { readonly role: QuestionWordRole }): boolean {
  return role === 'topic' || role === 'everyday'
}

/** Whether a folded word is an adjective and nothing else, as far as we know. */
export function isAdjective(word: string): boolean {
  return adjectives.has(word)
}

/**
 * Words of everyday life. Any long note has some of them in passing ("the joke answer is …"), so that a talk has such a
 * word only counts in full if it is part of a title or a tag; and none of them is a misspelling of something else.
 */
function isEverydayWord(word: string): boolean {
  return isFormOf(word, everydayWords)
}

/** But `III` is no `i`. */
function hasAnyForm(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || withoutStretching(word).some((form) => form.length > 1 && words.has(form))
}

/** `help` and `heelp` for `heeelp`: what may be meant by a letter that is typed three times or more; nothing if there is none. */
export function withoutStretching(word: string): readonly string[] {
  return stretched.test(word) ? [word.replace(allStretched, '$1'), word.replace(allStretched, '$1$1')] : []
}

const stretched = /(\p{L})\1\1/u
const allStretched = /(\p{L})\1{2,}/gu

/** Whether it is a misspelt word of grammar or request: `waht`, `abuot`, `somthing`. */
export const isMisspeltQuestionWord = remembering((word): boolean => {
  if (word.length > maxQuestionWordLength) return false
  if (shortQuestionWordMeant(word) !== undefined) return true
  return word.length >= minMisspeltLength && longWords.some((known) => editDistance(word, known, 1) === 1)
})

const maxQuestionWordLength = 14
/** Shorter words have too many neighbours: `rust` is not `must`. */
const minMisspeltLength = 6

/**
 * The word of grammar or request that has two letters swapped in another (`abuot`), or has lost one (`abut`, `wich`, `wher`); undefined if
 * there is none.
 */
export function shortQuestionWordMeant(word: string): string | undefined {
  if (word.length > maxQuestionWordLength || grammar.has(word)) return undefined
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (swapped !== word && (grammar.has(swapped) || request.has(swapped))) return swapped
  }
  return lettersLost.get(word)
}

/** Whether a word or what it may be a form of is one of these. */
export function isFormOf(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || (hasEnding.test(word) && withoutEnding(word).some((form) => words.has(form)))
}

/**
 * What the word may be a form of: plural, past or gerund. Stems would not do: `container` and `dependency` have those of
 * `contain` and `depend`.
 */
function withoutEnding(word: string): readonly string[] {
  return endings.map(([ending, rest]) => word.replace(ending, rest))
}

/** What ends in none of these is no form of another word, as most words are none. */
const hasEnding = /(?:s|ed|ing)$/
const endings: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/(?<![sxzo]|[cs]h)s$/, ''],
  [/(?<=[sxzo]|[cs]h)es$/, ''],
  [/ies$/, 'y'],
  [/(?<=e)d$/, ''],
  [/ed$/, ''],
  [/(.)\1ed$/, '$1'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1ing$/, '$1'],
]

const grammar = setOf(grammarWordLists)
const request = setOf(requestWordLists)
const generic = setOf(genericWordLists)
const adjectives = setOf([adjectiveList])
const everydayWords = setOf(everydayWordLists)
/** By what is left of it: a word of those that questions are made of. Of other short words, what is left is often another word. */
const lettersLost: ReadonlyMap<string, string> = new Map(
  oftenMistypedList
    .split(/\s+/)
    .flatMap((word) =>
      Array.from({ length: word.length - (word.length < 5 ? 2 : 1) }, (_, at): [string, string] => [
        word.slice(0, at + 1) + word.slice(at + 2),
        word,
      ]).filter(([left]) => ![grammar, request, generic, everydayWords].some((known) => known.has(left))),
    ),
)
const longWords = [...grammar, ...request].filter((word) => word.length >= minMisspeltLength)

function setOf(lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').trim().split(/\s+/))
}

/**
 * Which words of a question only hold it together, or only ask, in the language that it is asked in: English ones are
 * known to `roleOf`, so this is about the other languages of the notes.
 * @param words of the question
 * @param languages of the notes
 * @returns them folded
 * @example wordsThatOnlyAsk(parseQuery('Chi ha parlato di asyncio?').words, ['en', 'it']) // => all but asyncio
 */
export function wordsThatOnlyAsk(
  words: readonly Pick<QueryWord, 'folded' | 'role'>[],
  languages: readonly string[],
): ReadonlySet<string> {
  const asking = askingWordsOf(languages)
  const counts = new Map<string, number>()
  for (const { folded } of words)
    for (const code of asking.get(folded) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  if (most < minAskingWords || most <= words.filter(asksInEnglish).length) return none
  const asked = codesOf(languages).find((code) => counts.get(code) === most)!
  const all = words.map(({ folded }) => folded)
  const around = asked === 'de' ? asksAroundInGerman(all) : []
  return new Set([...all.filter((word) => asking.get(word)?.includes(asked)), ...around])
}

/**
 * What only asks where it stands in German, and may be what is asked elsewhere: the verb of `ich möchte mehr über Go wissen`, behind
 * that, and the number of `drei Vorträge zu Go`.
 * @param words folded
 */
function asksAroundInGerman(words: readonly string[]): readonly string[] {
  const numbers = words.filter((word, at) => germanNumbers.has(word) && germanTalks.has(words[at + 1] ?? ''))
  const about = words.findIndex((word) => word === 'uber' || word === 'ueber')
  if (!words.slice(0, Math.max(0, about)).some((word) => germanWishes.has(word))) return numbers
  const isMore = words[about - 1] === 'mehr'
  const verb = about < words.length - 2 ? words.at(-1)! : ''
  return [...numbers, ...(isMore ? ['mehr'] : []), ...(germanVerbsOfTelling.has(verb) ? [verb] : [])]
}

const germanNumbers = new Set(bothWays('zwei drei vier fünf'))
const germanTalks = new Set(bothWays('Talks Vorträge Präsentationen'))
const germanWishes = new Set(bothWays('möchte kannst könntest könnt könntet gern gerne'))
const germanVerbsOfTelling = new Set(bothWays('lernen wissen erfahren hören lesen erzählen erklären'))

const none: ReadonlySet<string> = new Set()

function asksInEnglish({ role }: Pick<QueryWord, 'role'>): boolean {
  return role === 'grammar' || role === 'request'
}

/** Whether a word only asks in one of some languages, or holds a question together: `comment`, `wieso`. */
export function asksIn(word: string, languages: readonly string[]): boolean {
  return askingWordsOf(languages).has(word)
}

/** Languages in which questions are asked of English notes too: of all that are known, those that are written like English. */
export const askedLanguages: readonly string[] = ['de', 'es', 'fr', 'it', 'nl', 'pt']

/** A single one may be a word of another language: `die` is German, and English. */
const minAskingWords = 2

const codesOf = rememberingOf((languages: readonly string[]) => [...new Set(languages.map(languageCodeOf))])

/** By word that only asks in some of these languages: in which. */
const askingWordsOf = rememberingOf(
  (languages: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const asking = new Map<string, string[]>()
    for (const code of codesOf(languages))
      for (const word of new Set([...stopWordsOf(code), ...(alsoAsking.get(code) ?? [])]))
        asking.set(word, [...(asking.get(word) ?? []), code])
    return asking
  },
)

const alsoAsking: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(askingWordLists).map(([code, words]) => [
    code,
    code === 'de' ? bothWays(words) : words.split(/\s+/).map(fold),
  ]),
)

/** German words folded, also as they are typed where a keyboard has no umlauts: `ueber`. */
function bothWays(words: string): readonly string[] {
  const withoutUmlauts = words.replace(/[äöü]/g, (umlaut) => `${fold(umlaut)}e`)
  return `${words} ${withoutUmlauts}`.split(/\s+/).map(fold)
}
