import { createCluster } from '../../../src/search/opensearch/cluster.ts'
import { readStatistics } from '../../../src/search/opensearch/current-index.ts'
import { createOpenSearchEngine } from '../../../src/search/opensearch/opensearch-engine.ts'
import { createTalkIndex } from '../../../src/search/opensearch/talk-index.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import type { ReaderFigures, ReaderOrders } from './messages.ts'

// A process that holds nothing but what a search in the cluster needs.
const orders: ReaderOrders = JSON.parse(process.argv[2] ?? '')
const cluster = await createCluster({ addresses: orders.addresses })
const gc = globalThis.gc!
gc()
const before = process.memoryUsage()
const from = performance.now()
const statistics = await readStatistics(cluster, orders.index)
const engine = createOpenSearchEngine(createTalkIndex(cluster, orders.index), statistics)
const openMs = performance.now() - from
gc()
const after = process.memoryUsage()
for (const question of orders.warmUp) await ask(question)
const processorBefore = process.cpuUsage()
const times: number[] = []
let [found, partial] = [0, 0]
for (const question of orders.questions) {
  const asked = performance.now()
  const { total, isPartial } = await ask(question)
  times.push(performance.now() - asked)
  if (total > 0) found++
  if (isPartial) partial++
}
const { user, system } = process.cpuUsage(processorBefore)
const figures: ReaderFigures = {
  openMs,
  heapMb: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20,
  residentMb: process.memoryUsage().rss / 2 ** 20,
  words: statistics.words.words.length,
  times,
  found,
  partial,
  processorMs: (user + system) / 1000 / times.length,
}
process.send?.(figures)
await cluster.close()
process.disconnect?.()

/** As Slack asks, but with more time: what is measured is not to run out of it. */
function ask(question: string) {
  return engine.search(parseQuery(question), {
    minShare: defaultParameters.decision.listedShare,
    timeLimit: 30_000,
  })
}
