import { chmodSync, rmSync } from 'node:fs'
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts'

const started = new Set<number>()

/**
 * Has processes that were started end with this one, if that is interrupted.
 * @returns what is to be called once they have ended: others may get their numbers
 */
export function endWithUs(pids: readonly number[]): () => void {
  for (const pid of pids) started.add(pid)
  return () => {
    for (const pid of pids) started.delete(pid)
  }
}

/** From now on, temporary files lie in one folder, which goes with this process, as does what it has started. */
export async function leaveNothing(): Promise<void> {
  const place = await makeTemporaryFolder('hallway-scale-')
  // Databases and clusters run as other users.
  chmodSync(place, 0o755)
  process.env.TMPDIR = place
  process.once('exit', () => {
    for (const pid of started) end(pid)
    rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended before.
  }
}
