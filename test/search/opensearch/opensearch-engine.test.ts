import { randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import { createCluster } from '../../../src/search/opensearch/cluster.ts'
import { readStatistics } from '../../../src/search/opensearch/current-index.ts'
import { createOpenSearchEngine } from '../../../src/search/opensearch/opensearch-engine.ts'
import { createTalkIndex } from '../../../src/search/opensearch/talk-index.ts'
import { writeIndex } from '../../../src/search/opensearch/write-index.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { describeEngine } from '../engine-contract.ts'

const cluster = await createCluster({ addresses: process.env.TEST_OPENSEARCH_URL!.split(',') })
const run = `contract-${randomUUID().slice(0, 8)}`
let count = 0

afterAll(async () => {
  await cluster.ask((client) => client.indices.delete({ index: `${run}-*` }))
  await cluster.close()
})

describeEngine('the OpenSearch engine', async (corpus) => {
  const talks = corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { current } = await writeIndex(cluster, {
    name: { prefix: `${run}-${count++}`, key: '0123456789ab' },
    corpus: { ...corpus, talks },
    search: prepareSearch(talks),
  })
  return createOpenSearchEngine(
    createTalkIndex(cluster, current.name),
    await readStatistics(cluster, current.name),
  )
})
