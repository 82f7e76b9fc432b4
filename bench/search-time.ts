import { createAnswers } from '../src/answers/create-answers.ts'
import type { Corpus } from '../src/notes/corpus.ts'
import { createLunrEngine } from '../src/search/lunr-engine.ts'
import { questionsAbout } from './questions.ts'

/** Milliseconds of each of so many answers, after a warm-up. */
export async function measureSearch(corpus: Corpus, count: number): Promise<readonly number[]> {
  const answers = createAnswers(corpus, createLunrEngine(corpus))
  const questions = questionsAbout(corpus, count)
  for (const question of questions.slice(0, 100)) await answers.answerQuestion(question)
  const times: number[] = []
  for (const question of questions) {
    const from = performance.now()
    await answers.answerQuestion(question)
    times.push(performance.now() - from)
  }
  return times
}
