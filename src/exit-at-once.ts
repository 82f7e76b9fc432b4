import { accessSync, constants } from 'node:fs'

/**
 * Ends the process without waiting for threads, of which one may wait for a disk that never answers: an ordinary exit joins them.
 * What takes the place of this process has none, and only ends.
 */
export function exitAtOnce(code: number): void {
  const { execPath } = process
  try {
    // If Node was replaced meanwhile, the process would be aborted.
    accessSync(execPath, constants.X_OK)
    process.execve?.(execPath, [execPath, '-e', `process.exit(${code})`], {})
  } catch {
    // The system has nothing of the kind.
  }
  process.exit(code)
}
