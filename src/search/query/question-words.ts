import { editDistance } from '../../text/edit-distance.ts'
import { isEmoji } from '../../text/emoji.ts'
import { everydayWordLists } from './everyday-word-lists.ts'
import { adjectiveList, genericWordLists, grammarWordLists, requestWordLists } from './question-word-lists.ts'

/**
 * What a word does in a question:
 * - `grammar`: holds the sentence together and never carries its topic;
 * - `request`: is about asking, talks and notes ("what did they say about …"), a topic only if nothing else is;
 * - `generic`: weighs little beside the other words ("which library is best for …"): it is searched for, but it matters
 *   little whether a talk has it;
 * - `everyday`: that a talk has it matters little, but that it lacks it matters ("where is the coffee machine?");
 * - `topic`: everything else.
 */
export type QuestionWordRole = 'grammar' | 'request' | 'generic' | 'everyday' | 'topic'

/** Role of a folded word (without apostrophes: `dont`). */
export function roleOf(word: string): QuestionWordRole {
  const forms = [word, ...withoutStretching(word)]
  if (forms.some((form) => grammar.has(form))) return 'grammar'
  if (forms.some((form) => request.has(form))) return 'request'
  if (generic.has(word)) return 'generic'
  // Most emoji only say how something is meant.
  if (isEmoji(word)) return 'generic'
  return isEverydayWord(word) ? 'everyday' : 'topic'
}

/** `so` and `help` for `sooo` and `heeelp`: what may be meant by a letter that is typed three times or more; but no `i` for `III`. */
function withoutStretching(word: string): readonly string[] {
  if (!stretched.test(word)) return []
  const forms = [word.replace(allStretched, '$1'), word.replace(allStretched, '$1$1')]
  return forms.filter(({ length }) => length > 1)
}

const stretched = /(\p{L})\1\1/u
const allStretched = /(\p{L})\1{2,}/gu

/** Whether a folded word is an adjective and nothing else, as far as we know. */
export function isAdjective(word: string): boolean {
  return adjectives.has(word)
}

/** Whether it is a misspelt word of grammar or request: `waht`, `abuot`, `somthing`. */
export function isMisspeltQuestionWord(word: string): boolean {
  if (word.length > maxQuestionWordLength) return false
  if (isSwapped(word)) return true
  return word.length >= minMisspeltLength && longWords.some((known) => editDistance(word, known, 1) === 1)
}

const maxQuestionWordLength = 14
/** Shorter words have too many neighbours: `rust` is not `must`. */
const minMisspeltLength = 6

function isSwapped(word: string): boolean {
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (grammar.has(swapped) || request.has(swapped)) return true
  }
  return false
}

/**
 * Words of everyday life. Any long note has some of them in passing ("the joke answer is …"), so that a talk has such a
 * word only counts in full if it is part of a title or a tag; and none of them is a misspelling of something else.
 */
function isEverydayWord(word: string): boolean {
  return [word, ...withoutEnding(word)].some((form) => everydayWords.has(form))
}

/**
 * What the word may be a form of: plural, past or gerund. Stems would not do: `container` and `dependency` have those of
 * `contain` and `depend`.
 */
function withoutEnding(word: string): readonly string[] {
  return endings.map(([ending, rest]) => word.replace(ending, rest))
}

const endings: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/d$/, ''],
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
const longWords = [...grammar, ...request].filter((word) => word.length >= minMisspeltLength)

function setOf(lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').trim().split(/\s+/))
}
