import { describeFileFailure } from '../files/describe-file-failure.ts'
import { readWholeText } from '../files/read-regular-file.ts'
import { createCluster, expectCluster } from '../search/opensearch/cluster.ts'
import { ClusterError } from '../search/opensearch/cluster-error.ts'
import { type ClusterSearch, createClusterSearch } from '../search/opensearch/cluster-search.ts'
import type { ClusterSettings } from '../search/opensearch/cluster-settings.ts'
import type { LibraryLog } from './log/library-log.ts'
import { clusterIndexKey } from './snapshot/snapshot-key.ts'

export interface ClusterSearchSettings {
  readonly addresses: readonly string[]
  readonly credentials?: ClusterSettings['credentials']
  /** A file with certificates, as PEM. */
  readonly certificateFile?: string
  /** What the names of indices begin with. */
  readonly index: string
}

/**
 * Opens search in a cluster. One that does not answer now may do later; one that cannot be used as it is set up is refused.
 * @throws {ClusterError} which says what to set
 */
export async function openClusterSearch(
  { addresses, credentials, certificateFile, index }: ClusterSearchSettings,
  log: LibraryLog,
): Promise<ClusterSearch> {
  const certificates = certificateFile === undefined ? undefined : await readCertificates(certificateFile)
  const cluster = await createCluster({ addresses, credentials, certificates })
  let isAway = false
  try {
    await expectCluster(cluster)
  } catch (error) {
    if (!(error instanceof ClusterError) || error.code !== 'away') {
      await cluster.close()
      throw error
    }
    isAway = true
    log.warn(`${error.message} Until it does, this machine’s own index answers, if it has one.`)
  }
  return createClusterSearch({ cluster, name: { prefix: index, key: await clusterIndexKey() }, log, isAway })
}

async function readCertificates(file: string): Promise<string> {
  const text = await readWholeText(file).catch((error: unknown) => {
    const [problem, advice] = describeFileFailure(error)
    throw new ClusterError('unfit', `${file} (HALLWAY_SEARCH_CA) ${problem}: ${advice}.`)
  })
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new ClusterError('unfit', `${file} holds no certificate (PEM). Look at HALLWAY_SEARCH_CA.`)
  return text
}
