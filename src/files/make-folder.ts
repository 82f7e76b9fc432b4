import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'

/**
 * Makes a folder, and those above it that are missing. One that is there stays as it is.
 *
 * Node's own `recursive` never ends if a folder that is there takes none, as of `/proc`, and says nothing meanwhile.
 * @param mode who may look into what is made. Default: as the process's mask says.
 * @throws what node:fs throws
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    const above = dirname(path)
    if (errorCode(error) === 'ENOENT' && above !== path && !isFolderSync(above)) {
      makeFolder(above, mode)
      mkdirSync(path, { mode })
    } else if (!isFolderSync(path)) throw error
  }
}

const isFolderSync = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
