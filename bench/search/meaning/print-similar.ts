import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { createRandom, shuffle } from '../../random.ts'
import { fraction } from '../format.ts'
import { talksOf } from '../peers/document-talks.ts'
import { printParagraphs, printTable } from '../print.ts'
import { mean, measureRanking } from '../statistics/metrics.ts'
import type { Collection, JudgedQuery } from '../subjects/collections.ts'
import type { BenchModel } from './bench-model.ts'

/** Of each collection, how many documents are asked for what is like them. */
const documentsAsked = 200

/**
 * What "More like this" gives, by key terms and with each model: documents are alike if they answer the same question, the more of
 * them the more. So collections with one answer a question are left out.
 */
export async function printSimilar(
  collections: readonly Collection[],
  models: readonly BenchModel[],
): Promise<void> {
  printParagraphs(
    '### What is like a talk',
    'nDCG@10. Documents that answer the same questions are alike, the more of them the more.',
  )
  const table = printTable(['collection', 'asked', 'words', ...models.map(({ name }) => `and ${name}`)])
  for (const { name, documents, queries } of collections) {
    const talks = talksOf(documents)
    const alike = alikeBy(queries)
    const asked = shuffle(
      talks.filter(({ id }) => alike.has(id)),
      createRandom(10),
    ).slice(0, documentsAsked)
    if (asked.length < 20) continue
    const cells = [await measure(talks, asked, alike)]
    for (const { open } of models) {
      const { find } = await open(talks, name)
      cells.push(await measure(talks, asked, alike, { findSimilarityToTalk: find.toTalk }))
    }
    table.row(name, String(asked.length), ...cells)
  }
  table.end()
}

/** By document, those that answer a question with it, and how many questions. */
function alikeBy(queries: readonly JudgedQuery[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const alike = new Map<string, Map<string, number>>()
  for (const { judgments } of queries) {
    const relevant = [...judgments].flatMap(([id, gain]) => (gain > 0 ? [id] : []))
    for (const one of relevant) {
      for (const other of relevant) {
        if (one === other) continue
        const gains = alike.get(one) ?? new Map<string, number>()
        alike.set(one, gains.set(other, (gains.get(other) ?? 0) + 1))
      }
    }
  }
  return alike
}

async function measure(
  talks: readonly Talk[],
  asked: readonly Talk[],
  alike: ReadonlyMap<string, ReadonlyMap<string, number>>,
  options: Parameters<typeof createLunrEngine>[1] = {},
): Promise<string> {
  const engine = createLunrEngine({ talks, version: 'bench', search: prepareSearch([...talks]) }, options)
  const gains: number[] = []
  for (const { id } of asked) {
    const similar = await engine.similar(id, { limit: 10 })
    const ids = similar.map(({ talk }) => talk.id)
    gains.push(measureRanking(ids, alike.get(id)!).ndcg10)
  }
  return fraction(mean(gains))
}
