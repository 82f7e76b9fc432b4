import { splitWords, type Word } from './analyzer.ts'
import type { Query } from './query.ts'
import { roleOf } from './question-words.ts'
import { isDocumentStopWord } from './stop-words.ts'

/**
 * Takes a question apart; never throws. The words that only ask ("what did they say about …") are left out, unless
 * nothing else would remain. Any text is a question, also one without a single word.
 * @example parseQuery('What did they say about Flask?').words // => ['Flask']
 */
export function parseQuery(question: string): Query {
  const text = question.trim()
  const words = splitWords(text)
  const asWritten = (word: Word) => text.slice(word.start, word.end)
  const topics = words.filter((word) => carriesTopic(word.text) || isName(asWritten(word), text))
  const kept = topics.length > 0 ? topics : words.filter((word) => roleOf(word.text) !== 'grammar')
  return { text, words: kept.filter((word) => !isDocumentStopWord(word.text)).map(asWritten) }
}

function carriesTopic(word: string): boolean {
  const role = roleOf(word)
  return role !== 'grammar' && role !== 'request'
}

/** "US" and "IT" in a question that is not itself in capitals are names, not pronouns. */
function isName(word: string, question: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && /\p{Ll}/u.test(question)
}
