/** For `.catch`: undefined where the failure is that there is no such file; else it throws on. */
export function noFile(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
