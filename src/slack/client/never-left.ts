import { errorCode } from '../../files/error-code.ts'

/** Whether no connection came about, so that the request was never sent. */
export function neverLeft(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (noConnection.has(errorCode(at) ?? '')) return true
  }
  return false
}

const noConnection: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])
