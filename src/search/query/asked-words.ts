import { splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import type { Word } from '../analysis/word.ts'
import type { Query } from './query.ts'
import { wordsThatOnlyAsk } from './question-language.ts'

/** A word of the question with its place there and its term, known to the notes or not. */
export interface AskedWord extends Word {
  readonly term: string
}

/** The words of a question: those that only ask belong to what is written apart, and to phrases with synonyms. */
export interface Question {
  readonly text: string
  /** What is searched for. */
  readonly asked: readonly AskedWord[]
  /** All that stands in the question. */
  readonly all: readonly AskedWord[]
}

/** @param languages of the notes, as in `Talk.language` */
export function readWords({ text, words }: Query, languages: readonly string[]): Question {
  const all = splitWords(text).map((word) => ({ ...word, term: stem(word.text) }))
  const wanted = all.filter((word) => words.some(({ start, end }) => start <= word.start && word.end <= end))
  const asking = wordsThatOnlyAsk(
    all.map((word) => word.text),
    languages,
  )
  const topics = wanted.filter((word) => !asking.has(word.text))
  return { text, asked: topics.length > 0 ? topics : wanted, all }
}
