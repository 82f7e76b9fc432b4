import { errorCode } from './error-code.ts'

/** For `.catch`: undefined if the failure is that there is no such file; else it throws on. */
export function noFile(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT') return undefined
  throw error
}
