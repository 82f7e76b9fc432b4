import type { Cluster } from '../cluster.ts'
import { ClusterError } from '../cluster-error.ts'

/** Sends one lot while the next one is made, so that neither side waits for the other. */
export function createBulkSender(send: (lines: readonly object[]) => Promise<void>) {
  let lines: object[] = []
  let length = 0
  let sending = Promise.resolve()
  const flush = async () => {
    const lot = lines
    lines = []
    length = 0
    await sending
    sending = send(lot)
    // Whatever waits next is told of a failure.
    sending.catch(() => {})
  }
  return {
    /**
     * @param units by which these lengthen the request, in UTF-16 units, roughly
     * @returns whether it is time to send
     */
    add(some: readonly object[], units: number): boolean {
      lines.push(...some)
      length += units
      return length >= maxLengthAtOnce
    },
    /** Resolves once the lot before this one is in. */
    flush,
    async end() {
      await flush()
      await sending
    },
  }
}

/** UTF-16 units of documents in one request, roughly: a few megabytes. */
const maxLengthAtOnce = 3_000_000

/** Talks are sent to this name: if the index is gone, sending fails, and nothing is made in its place. */
export function writersNameOf(index: string): string {
  return `${index}-w`
}

/**
 * One bulk request. The client's own helper for many of them can wait forever, if a request takes longer than its
 * flush interval.
 */
export async function sendBulk(cluster: Cluster, index: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return
  const { errors, items } = await cluster.ask<BulkAnswer>((client) =>
    client.bulk(
      { index: writersNameOf(index), require_alias: true, body: [...lines] },
      { requestTimeout: maxMsOfBulk },
    ),
  )
  if (!errors) return
  const problem = items.flatMap((item) => Object.values(item)).find(({ error }) => error)
  throw new ClusterError(
    'failed',
    `OpenSearch did not take a talk: ${problem?.error?.reason ?? 'no reason given'}.`,
  )
}

interface BulkAnswer {
  readonly errors: boolean
  readonly items: readonly Readonly<Record<string, { readonly error?: { readonly reason?: string } }>>[]
}

/** Indexing has time, in milliseconds. */
const maxMsOfBulk = 120_000
