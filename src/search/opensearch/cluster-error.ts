import type { ClusterSettings } from './cluster-settings.ts'

/**
 * Why the cluster did not do what was asked. `away`: no node answers, or not in time; `refused`: it does not know us;
 * `gone`: the index is no longer there; `unfit`: it is no OpenSearch, or too old; `failed`: anything else. The message is one
 * line that says what to do.
 */
export class ClusterError extends Error {
  readonly code: 'away' | 'refused' | 'gone' | 'unfit' | 'failed'

  constructor(code: ClusterError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What a failed call was refused for; throws anything else. */
export function clusterError(error: unknown): ClusterError {
  if (error instanceof ClusterError) return error
  throw error
}

/** The client's errors have these, and so do single answers among several. */
interface Failure {
  readonly name?: string
  readonly message?: string
  readonly statusCode?: number
  readonly status?: number
  readonly meta?: { readonly statusCode?: number | null; readonly body?: { readonly error?: unknown } }
  readonly error?: unknown
}

export function clusterErrorOf(error: unknown, { addresses, credentials }: ClusterSettings): ClusterError {
  if (error instanceof ClusterError) return error
  const failure = error as Failure
  const status = failure.meta?.statusCode ?? failure.statusCode ?? failure.status
  const cause = (failure.meta?.body?.error ?? failure.error) as
    | { readonly type?: string; readonly reason?: string }
    | undefined
  const from = (code: ClusterError['code'], message: string) =>
    new ClusterError(code, message, { cause: error })
  if (status === 401)
    return from(
      'refused',
      credentials === undefined
        ? 'OpenSearch wants to know who asks (401). Put user and password into HALLWAY_SEARCH_URL, or set HALLWAY_SEARCH_API_KEY.'
        : `OpenSearch does not know ${credentials.kind === 'user' ? `the user ${credentials.user} with this password` : 'this API key'} (401). Look at ${credentials.kind === 'user' ? 'HALLWAY_SEARCH_URL' : 'HALLWAY_SEARCH_API_KEY'}.`,
    )
  if (cause?.type === 'cluster_block_exception')
    return from('failed', `OpenSearch does not let anybody do it now: ${cause.reason}`)
  if (status === 403)
    return from(
      'refused',
      `OpenSearch does not let this user do it (403): ${cause?.reason ?? 'no reason given'}. It needs all rights on the indices whose names begin with HALLWAY_SEARCH_INDEX.`,
    )
  if (cause?.type === 'index_not_found_exception')
    return from('gone', `The index is no longer there: ${cause.reason}.`)
  const name = failure.name ?? ''
  if (name === 'ConnectionError' || name === 'NoLivingConnectionsError' || name === 'TimeoutError')
    return connectionError(failure.message ?? '', addresses, error)
  if (status !== undefined && (status === 429 || status >= 500))
    return from('away', `OpenSearch cannot answer now (${status}): ${cause?.type ?? 'no reason given'}.`)
  return from('failed', `OpenSearch: ${cause?.reason ?? failure.message ?? String(error)}.`)
}

function connectionError(message: string, addresses: readonly string[], cause: unknown): ClusterError {
  const where = addresses.join(', ')
  const from = (code: ClusterError['code'], line: string) => new ClusterError(code, line, { cause })
  if (/self[- ]signed|unable to (?:verify|get)|certificate|altname/i.test(message))
    return from(
      'unfit',
      `The certificate of ${where} is not trusted (${message}). Set HALLWAY_SEARCH_CA to the file with the certificate that vouches for it.`,
    )
  if (/wrong version number|EPROTO|packet length/i.test(message))
    return from('unfit', `${where} does not speak https. Set HALLWAY_SEARCH_URL to an address with http://.`)
  if (/ENOTFOUND|EAI_AGAIN/.test(message))
    return from(
      'away',
      `There is no machine of the name in ${where}, which HALLWAY_SEARCH_URL names (${message}).`,
    )
  if (/ECONNREFUSED/.test(message))
    return from('away', `Nothing listens at ${where}, which HALLWAY_SEARCH_URL names.`)
  if (/socket hang up|ECONNRESET/.test(message))
    return from('away', `${where} ended the connection; it may want https:// in HALLWAY_SEARCH_URL.`)
  return from(
    'away',
    `${where}, which HALLWAY_SEARCH_URL names, does not answer (${message || 'no reason given'}).`,
  )
}
