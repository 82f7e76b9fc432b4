import { fold } from '../../text/fold.ts'
import { editDistance } from '../../text/nearest-names.ts'
import { asksForIt, namesInQuestion } from '../query/parse-query.ts'
import type { QueryWord, QuestionWordRole } from '../query/query.ts'
import { roleOf } from '../query/word-roles.ts'
import type { Sentence } from './choose-sentences.ts'
import type { EvidenceSource } from './evidence-source.ts'

/** The words of a question, and what a talk has of them. */
export interface WordsInTalk {
  readonly topics: readonly QueryWord[]
  /** Each as its words. */
  readonly names: readonly (readonly QueryWord[])[]
  readonly inNames: ReadonlySet<QueryWord>
  /** The number of its query term; below 0 if it has none. */
  readonly termOf: (word: QueryWord) => number
  /** Whether the talk has it anywhere, or nothing was looked for. */
  readonly hasWord: (word: QueryWord) => boolean
  readonly isTitled: (word: QueryWord) => boolean
  /** Whether it is of those that say what is asked for: of “how big”. */
  readonly isAsking: (word: QueryWord) => boolean
  readonly isKnownName: (name: readonly QueryWord[]) => boolean
  /** What a word was taken for, if it is a slip. */
  readonly asRead: (word: QueryWord) => string
  /** The role of that: a slip of a word that only asks is no topic. */
  readonly roleRead: (word: QueryWord) => QuestionWordRole
  /** Whether that is near to what was typed. What is further, and not there either, nobody need have meant. */
  readonly isSlip: (word: QueryWord) => boolean
  /** A word as it is told to whoever asked: as read only if that is near. */
  readonly asMeant: (word: QueryWord) => string
}

export function findWords(source: EvidenceSource): WordsInTalk {
  const { query, queryTerms, asked, talk } = source
  const { minShareOfWord } = source.parameters
  const termOf = (word: QueryWord) => queryTerms.findIndex((term) => term.word === word.folded)
  const names = namesInQuestion(query, source.parameters)
  const asRead = (word: QueryWord) => queryTerms[termOf(word)]?.correction?.text ?? word.text
  /** What the talk has is perhaps another name than the one that was typed. */
  const isOtherName = (word: QueryWord) => queryTerms[termOf(word)]?.isOffered === true
  const isSlip = (word: QueryWord) => editDistance(word.folded, fold(asRead(word)), 1) <= 1
  return {
    topics: query.words.filter(({ use }) => use === 'topic'),
    names,
    inNames: new Set(names.flat()),
    termOf,
    hasWord: (word) =>
      termOf(word) < 0 || (talk.anywhere[termOf(word)]! >= minShareOfWord && !isOtherName(word)),
    isTitled: (word) => termOf(word) >= 0 && talk.names[termOf(word)]! > 0 && !isOtherName(word),
    isAsking: (word) => asked !== undefined && asksForIt(asked, word),
    isKnownName: (name) => !name.some(isOtherName) && hasName(name.map(termOf), source),
    asRead,
    roleRead: (word) => (asRead(word) !== word.text && isSlip(word) ? roleOf(fold(asRead(word))) : word.role),
    isSlip,
    asMeant: (word) => (isSlip(word) ? asRead(word) : word.text),
  }
}

/** Whether some text of the talk has the terms side by side. */
function hasName(terms: readonly number[], { runs, uses }: EvidenceSource): boolean {
  const wanted = terms.filter((term) => term >= 0)
  if (wanted.length === 0) return true
  const isOf = (number: number | undefined, term: number) =>
    number !== undefined && (uses.get(number)?.some(({ queryTerm }) => queryTerm === term) ?? false)
  return runs.some(({ words: run }) => {
    for (let at = 0; at < run.length; at++)
      if (wanted.every((term, place) => isOf(run[at + place], term))) return true
    return false
  })
}

/**
 * How much of the values the best sentence has, together with what it is said under; or another one that is quoted of its passage, to
 * which it may point back.
 */
export function shareSaid({
  queryTerms,
  values,
  sentences,
}: Pick<EvidenceSource, 'queryTerms' | 'values' | 'sentences'>): number {
  const [best] = sentences
  if (!best) return 0
  const beside = sentences.filter(({ passage }) => passage === best.passage)
  const known = queryTerms.map(({ variants }, term) => (variants.length === 0 ? 0 : values[term]!))
  const all = known.reduce((sum, value) => sum + value, 0)
  const saidBy = (sentence: Sentence) =>
    known.reduce((sum, value, term) => sum + value * shareIn(sentence, term), 0)
  return all === 0 ? 1 : Math.max(...beside.map(saidBy)) / all
}

/** How much of a query term a sentence says, together with what it is said under. */
export function shareIn({ has, passage: { heading, above } }: Sentence, term: number): number {
  return Math.max(has[term]!, heading[term]!, above[term]!)
}
