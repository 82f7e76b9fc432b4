import { stat } from 'node:fs/promises'
import { errorCode } from './error-code.ts'
import { inTime } from './in-time.ts'

/** A disk does not answer; the message is one line that says for what, and what to do. */
export class StuckDisk extends Error {}

/** For `catch`: the failure as a value; any other error goes on. */
export function stuckDisk(error: unknown): StuckDisk {
  if (error instanceof StuckDisk) return error
  throw error
}

/**
 * Asks a disk, whatever it answers, before SQLite or whoever makes a folder does: they keep this thread until there is an answer.
 * @param setting what names the path, if a setting does
 * @throws {StuckDisk}
 */
export async function requireAnswer(path: string, setting?: string): Promise<void> {
  try {
    await inTime(stat(path))
  } catch (error) {
    if (errorCode(error) !== 'ETIMEDOUT') return
    throw new StuckDisk(
      `${path} cannot be reached: its disk does not answer. Check the disk or the network that it is on${setting ? `, or set ${setting} to another folder` : ''}.`,
    )
  }
}
