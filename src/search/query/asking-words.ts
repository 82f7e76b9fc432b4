import { fold } from '../../text/fold.ts'
import { languageCodeOf, stopWordsOf } from '../analysis/lunr-language.ts'
import { askingWordLists } from './asking-word-lists.ts'
import { roleOf } from './question-words.ts'

/**
 * Which words of a question only hold it together, or only ask, in the language that it is asked in: English ones are
 * known to `question-words.ts`, so this is about the other languages of the notes.
 * @param words of the question, folded
 * @param languages of the notes
 * @example wordsThatOnlyAsk(['chi', 'ha', 'parlato', 'di', 'asyncio'], ['en', 'it']) // => all but asyncio
 */
export function wordsThatOnlyAsk(
  words: readonly string[],
  languages: readonly string[],
): ReadonlySet<string> {
  const inEnglish = words.filter((word) => ['grammar', 'request'].includes(roleOf(word))).length
  const codes = new Set(languages.map(languageCodeOf))
  const candidates = Array.from(codes, (code) => words.filter((word) => isAskingWord(word, code)))
  const longest = candidates.reduce((best, one) => (one.length > best.length ? one : best), [])
  return new Set(longest.length > inEnglish && longest.length >= minAskingWords ? longest : [])
}

/** A single one may be a word of another language: `die` is German, and English. */
const minAskingWords = 2

function isAskingWord(word: string, code: string): boolean {
  return stopWordsOf(code).has(word) || alsoAsking.get(code)?.has(word) === true
}

const alsoAsking: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(askingWordLists).map(([code, words]) => [code, new Set(words.split(/\s+/).map(fold))]),
)
