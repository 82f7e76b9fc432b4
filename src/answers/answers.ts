import type { Now } from '../calendar/now.ts'
import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import { defaultParameters, type RankingParameters } from '../search/rank/parameters.ts'
import type { PageOptions, SearchEngine, SimilarTalk } from '../search/search-engine.ts'
import type { Suggestion } from '../search/suggest/suggest.ts'
import type { Answer } from './answer.ts'
import { type AskOptions, answerQuestion } from './answer-question.ts'
import { exampleQuestions } from './example-questions.ts'
import { relatedTalks } from './related-talks.ts'

/** The use cases over one reading of the notes, as every surface (Slack, terminal) sees them. It never changes. */
export interface Answers {
  readonly corpus: Corpus
  /** When these answers were made, which is when the notes were read or found unchanged. */
  readonly readAt: Date
  /** A few questions, made from the notes, that a newcomer can try: the notes answer each. */
  readonly exampleQuestions: readonly string[]
  /** Answers any text whatever; never throws for what the text is. Default limit 3. */
  answerQuestion(question: string, options?: AskOptions): Promise<Answer>
  /** Talks like the given one with what they share, best first; empty for an unknown id. */
  relatedTalks(talkId: string, options?: PageOptions): Promise<readonly SimilarTalk[]>
  /** What a talk is about and few others are, highest weight first; empty for an unknown id. */
  keyTerms(talkId: string, limit: number): Promise<readonly string[]>
  /** What goes on from the last clause of what is typed: speakers, tags, events, talks, values of its field; likeliest first. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>
  findTalk(talkId: string): Talk | undefined
}

/** The same answers, to questions that are asked by some clock. */
export const withClock = (answers: Answers, now: () => Now): Answers => ({
  ...answers,
  answerQuestion: (question, options) => answers.answerQuestion(question, { now: now(), ...options }),
})

/**
 * @param engine built from the same corpus
 * @param examples the corpus's, if they are known already: those of `chooseExamples` were asked
 * @param decision of the parameters that the engine ranks by
 */
export function createAnswers(
  corpus: Corpus,
  engine: SearchEngine,
  {
    examples = exampleQuestions(corpus.talks),
    decision = defaultParameters.decision,
  }: {
    readonly examples?: readonly string[]
    readonly decision?: RankingParameters['decision']
  } = {},
): Answers {
  const talks = new Map(corpus.talks.map((talk) => [talk.id, talk]))
  return {
    corpus,
    readAt: new Date(),
    exampleQuestions: examples,
    answerQuestion: (question, options) =>
      answerQuestion(question, { corpus, engine, examples, decision }, options),
    relatedTalks: (talkId, options) => relatedTalks(talkId, engine, options),
    keyTerms: (talkId, limit) => engine.keyTerms(talkId, limit),
    suggest: (typed, limit) => engine.suggest(typed, limit),
    findTalk: (talkId) => talks.get(talkId),
  }
}
