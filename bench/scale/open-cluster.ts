import { startTestCluster, whyNoCluster } from '../../test/search/opensearch/test-cluster.ts'
import { endWithUs } from './leave-nothing.ts'
import type { ClusterChoice } from './options.ts'

/** A cluster to measure. */
export interface ScaleCluster {
  readonly addresses: readonly string[]
  /** Of its nodes; empty if they are not ours. */
  readonly pids: readonly number[]
  /** One line. */
  readonly description: string
  close(): Promise<void>
}

/** @returns why there is none, if there is none */
export async function openCluster(choice: ClusterChoice): Promise<ScaleCluster | string> {
  if (choice.kind === 'given')
    return {
      addresses: choice.addresses,
      pids: [],
      description: `a cluster of others with ${choice.addresses.length} addresses`,
      async close() {},
    }
  const reason = whyNoCluster()
  if (reason !== undefined) return reason
  const { nodes, heapMb } = choice
  const cluster = await startTestCluster(nodes, { heapMb, compiled: 'well' })
  const pids = cluster.pids()
  const haveEnded = endWithUs(pids)
  return {
    addresses: cluster.addresses,
    pids,
    description: `${nodes === 1 ? 'a node' : `${nodes} nodes`} of OpenSearch with ${heapMb} MB of heap`,
    async close() {
      await cluster.stop()
      haveEnded()
    },
  }
}
