import { type Answers, createAnswers } from '../../../src/answers/answers.ts'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import type { BenchModel, EncodedTalks } from './bench-model.ts'

/** Undefined stands for words alone. */
export type Way = BenchModel | undefined

export const waysOf = (models: readonly BenchModel[]): readonly Way[] => [undefined, ...models]
export const nameOf = (way: Way) => (way ? `and ${way.name}` : 'words')

/** How a corpus is answered from in one way. */
export interface Opened {
  readonly way: Way
  readonly answers: Answers
  readonly encoded: EncodedTalks | undefined
}

/**
 * How a corpus is answered from in each way.
 * @param like see `BenchModel.open`
 */
export async function answersIn(
  corpus: Corpus,
  ways: readonly Way[],
  of: string,
  like?: string,
): Promise<Opened[]> {
  const search = prepareSearch(corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const opened: Opened[] = []
  for (const way of ways) {
    const encoded = await way?.open(corpus.talks, of, like)
    const findSimilarity = encoded?.findSimilarity
    const engine = createLunrEngine({ ...corpus, search }, findSimilarity && { findSimilarity })
    opened.push({ way, answers: createAnswers(corpus, engine, { examples: [] }), encoded })
  }
  return opened
}
