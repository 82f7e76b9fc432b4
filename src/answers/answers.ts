import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import type { PageOptions, SearchOptions, SimilarTalk } from '../search/search-engine.ts'
import type { Suggestion } from '../search/suggest/suggest.ts'
import type { Answer } from './answer.ts'

export interface AskOptions extends SearchOptions {
  /** Of the page before: where the notes have changed since, the answer starts again. */
  readonly corpusVersion?: string
}

/** The use cases, as every surface (Slack, terminal) sees them. */
export interface Answers {
  /** Answers any text whatever; never throws for what the text is. Default limit 3. */
  answerQuestion(question: string, options?: AskOptions): Promise<Answer>
  /** Talks like the given one with what they share, best first; empty for an unknown id. */
  relatedTalks(talkId: string, options?: PageOptions): Promise<readonly SimilarTalk[]>
  /** What a talk is about and few others are, the most telling first; empty for an unknown id. */
  keyTerms(talkId: string, limit: number): Promise<readonly string[]>
  /** What goes on from the last clause of what is typed: speakers, tags, events, talks, values of its field; likeliest first. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>
  findTalk(talkId: string): Talk | undefined
  /** A few questions, made from the notes being served, that a newcomer can try; none of them gives `none`. */
  exampleQuestions(): readonly string[]
  /** The snapshot being served. */
  corpus(): Corpus
  /** When that snapshot was taken. */
  lastRead(): Date
}
