import { splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import { isDocumentStopWord, isNameInCapitals } from '../analysis/stop-words.ts'
import type { Word } from '../analysis/word.ts'
import { isWithin, type Place, type Query, type QueryPart, type QueryWord } from './query.ts'
import { roleOf } from './question-words.ts'

/** The parts of a question whose words are not plain ones. */
interface ClauseParts extends Pick<Query, 'phrases' | 'prefixes' | 'filters'> {
  /** All places that are no plain words, phrases among them. */
  readonly taken: readonly Place[]
}

/** The words of a question, each with its role and use. Words that only ask are topics if nothing else would remain. */
export function readWords(text: string, { taken, phrases, prefixes, filters }: ClauseParts): QueryWord[] {
  const words = splitWords(text)
  const plain = words.filter((word) => !isWithin(word, taken))
  const isAboutMore = phrases.length + prefixes.length + filters.length > 0
  const topics = new Set([
    ...plainTopics(plain, text, isAboutMore),
    ...phrases.flatMap((phrase) => phraseTopics(words, phrase, text)),
  ])
  const inPlain = new Set(plain)
  const ends = Array.from(text.matchAll(sentenceEnd), ({ index }) => index)
  return words.map((word) => ({
    text: text.slice(word.start, word.end),
    start: word.start,
    end: word.end,
    folded: word.text,
    term: stem(word.text),
    parts: word.parts,
    role: roleOf(word.text),
    use: topics.has(word) ? 'topic' : inPlain.has(word) ? 'asking' : 'clause',
    sentence: ends.filter((end) => end < word.start).length,
  }))
}

/** People leave capitals out in a chat, so that the sign and a blank have to do. */
const sentenceEnd = /[.?!…]+(?=\s)/gu

/** @param isAboutMore whether a phrase, prefix or filter has a topic too */
function plainTopics(plain: readonly Word[], question: string, isAboutMore: boolean): Word[] {
  const topics = plain.filter((word) => carriesTopic(word.text) || isName(word, plain, question))
  const asked =
    isAboutMore || topics.length > 0
      ? topics
      : plain.filter((word) => plain.length === 1 || roleOf(word.text) !== 'grammar')
  return asked.filter((word) => isSearched(word, plain, question))
}

function phraseTopics(words: readonly Word[], phrase: QueryPart, question: string): Word[] {
  const inPhrase = words.filter((word) => isWithin(word, [phrase]))
  return inPhrase.filter((word) => isSearched(word, inPhrase, question))
}

/** Whether texts are found by the word: not by a stop word, unless it is a name. */
function isSearched(word: Word, words: readonly Word[], question: string): boolean {
  return !isDocumentStopWord(word.text) || isCapitalName(word, words, question)
}

function carriesTopic(word: string): boolean {
  const role = roleOf(word)
  return role !== 'grammar' && role !== 'request'
}

/** Whether a word that would only hold the question together, or ask, is a name in it. */
function isName(word: Word, words: readonly Word[], question: string): boolean {
  return isCapitalName(word, words, question) || isCapitalised(word, words, question)
}

/**
 * "US" and "IT"; but longer stop words in capitals ("do NOT use threads") are only stressed, and the OR between two topics
 * is what other search engines ask for.
 */
function isCapitalName(word: Word, words: readonly Word[], question: string): boolean {
  const { text, start, end } = word
  if (!isNameInCapitals(question.slice(start, end), question)) return false
  if (!isDocumentStopWord(text)) return true
  return text.length === 2 && !(text === 'or' && isBetweenTopics(words.indexOf(word), words))
}

function isBetweenTopics(place: number, words: readonly Word[]): boolean {
  return [words[place - 1], words[place + 1]].every(
    (word) => word && ['topic', 'everyday'].includes(roleOf(word.text)),
  )
}

/** "Is Go fast?": a capital in the middle of a sentence, if most other words have none. */
function isCapitalised({ text, start }: Word, [, ...others]: readonly Word[], question: string): boolean {
  if (roleOf(text) !== 'request' || !/^\p{Lu}\p{Ll}/u.test(question.slice(start, start + 4))) return false
  if (!/[\p{L}\p{N},]\s+$/u.test(question.slice(Math.max(0, start - 10), start))) return false
  const small = others.filter((other) => /^\p{Ll}/u.test(question.slice(other.start, other.start + 2)))
  return small.length > (others.length - 1) / 2
}
