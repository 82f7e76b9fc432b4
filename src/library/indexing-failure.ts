/** The notes could not be read and indexed at all; the message is one line that says why. */
export class IndexingFailure extends Error {
  readonly code = 'indexing_failure'
}

/** For `catch`: the failure as a value; any other error goes on. */
export function indexingFailure(error: unknown): IndexingFailure {
  if (error instanceof IndexingFailure) return error
  throw error
}
