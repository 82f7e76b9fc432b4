import { type Answers, createAnswers } from '../src/answers/answers.ts'
import type { Corpus } from '../src/notes/corpus.ts'
import { createLunrEngine } from '../src/search/lunr-engine.ts'
import type { FindSimilarity } from '../src/search/rank/semantic-similarity.ts'
import { shownInSlack } from '../src/slack/blocks/answer-blocks.ts'
import { questionsAboutNotes } from './questions.ts'

/** Milliseconds of each of this many answers, after a warm-up. */
export async function measureSearch(
  corpus: Corpus,
  count: number,
  findSimilarity?: FindSimilarity,
): Promise<readonly number[]> {
  const engine = createLunrEngine(corpus, findSimilarity && { findSimilarity })
  return measureAnswers(createAnswers(corpus, engine), count)
}

/** As `measureSearch`, of notes that are open, asked as Slack asks: with facets. */
export async function measureAnswers(answers: Answers, count: number): Promise<readonly number[]> {
  const questions = questionsAboutNotes(answers.corpus, count)
  for (const question of questions.slice(0, 100)) await answers.answerQuestion(question, shownInSlack)
  const times: number[] = []
  for (const question of questions) {
    const from = performance.now()
    await answers.answerQuestion(question, shownInSlack)
    times.push(performance.now() - from)
  }
  return times
}
