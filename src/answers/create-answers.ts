import type { Corpus } from '../notes/corpus.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { answerQuestion } from './answer-question.ts'
import type { Answers } from './answers.ts'
import { exampleQuestions } from './example-questions.ts'
import { relatedTalks } from './related-talks.ts'

/**
 * All use cases over one reading of the notes. The engine must have been built from the same corpus.
 * @param examples `exampleQuestions` of the corpus, where they are known already
 */
export function createAnswers(
  corpus: Corpus,
  engine: SearchEngine,
  { examples = exampleQuestions(corpus.talks) }: { readonly examples?: readonly string[] } = {},
): Answers {
  const talks = new Map(corpus.talks.map((talk) => [talk.id, talk]))
  const readAt = new Date()
  return {
    answerQuestion: (question, options) => answerQuestion(question, { corpus, engine, examples }, options),
    relatedTalks: (talkId, options) => relatedTalks(talkId, engine, options),
    keyTerms: (talkId, limit) => engine.keyTerms(talkId, limit),
    suggest: (typed, limit) => engine.suggest(typed, limit),
    findTalk: (talkId) => talks.get(talkId),
    exampleQuestions: () => examples,
    corpus: () => corpus,
    lastRead: () => readAt,
  }
}
