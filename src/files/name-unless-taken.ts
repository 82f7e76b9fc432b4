import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { errorCode } from './error-code.ts'

/**
 * Gives a whole file its name, unless something has that name: then it throws with the code `EEXIST`. At no time is there
 * half of a file under the name, nor an empty one that keeps it free.
 */
export function nameUnlessTaken(partial: string, path: string): void {
  try {
    linkSync(partial, path)
  } catch (error) {
    if (!knowsNoLinks.has(errorCode(error) ?? '')) throw error
    // Two that look in the same moment may replace each other's here; if there are links, never.
    if (existsSync(path)) throw Object.assign(new Error(`${path} exists already`), { code: 'EEXIST' })
    renameSync(partial, path)
    return
  }
  rmSync(partial, { force: true })
}

/** What file systems say that give a file one name only, such as those of memory cards. */
const knowsNoLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])
