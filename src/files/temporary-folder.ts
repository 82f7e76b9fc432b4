import { mkdtempSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from './is-running.ts'

/** In milliseconds: a folder of this age whose process is gone was left by one that was killed. */
const leftoverAgeMs = 60 * 60 * 1000

/**
 * A new folder in the system's temporary one, which is rid of those that killed processes have left of the same kind.
 * @param prefix how their names begin; the process's number follows
 */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  await removeLeftovers(tmpdir(), prefix).catch(() => {})
  // Whoever asks knows the folder before a signal is heard, and can remove it then.
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
}

async function removeLeftovers(temporary: string, prefix: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    if (!name.startsWith(prefix)) continue
    const path = join(temporary, name)
    const pid = Number(/^\d+(?=-)/.exec(name.slice(prefix.length))?.[0] ?? 0)
    const age = Date.now() - (await stat(path)).mtimeMs
    // Another user's stays: only they may remove it.
    if (age > leftoverAgeMs && !(pid > 0 && isRunning(pid)))
      await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}
