import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import type { SearchOptions, SearchResult } from '../search/search-engine.ts'
import type { Answer } from './answer.ts'

/** The use cases, as every surface (Slack, terminal) sees them. */
export interface Answers {
  /** Answers any text whatever; never throws for what the text is. Default limit 3. */
  answerQuestion(question: string, options?: SearchOptions): Promise<Answer>
  /** Talks like the given one, best first; empty for an unknown id. */
  relatedTalks(talkId: string, options?: SearchOptions): Promise<readonly SearchResult[]>
  findTalk(talkId: string): Talk | undefined
  /** A few questions, made from the notes being served, that a newcomer can try; none of them gives `none`. */
  exampleQuestions(): readonly string[]
  /** The snapshot being served. */
  corpus(): Corpus
  /** When that snapshot was taken. */
  lastRead(): Date
}
