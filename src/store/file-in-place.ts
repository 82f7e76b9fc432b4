import { type Stats, statSync } from 'node:fs'
import type { StoreLogger } from './retry-statement.ts'
import { StoreError } from './store-error.ts'

/**
 * Looks whether a database that is open still is the file of its name. Who removes or replaces it meanwhile, as by
 * restoring a backup while Hallway runs, loses without a word what is stored from then on.
 */
export interface FileInPlace {
  /** Says so in the log if it is not, once an hour. */
  tell(): void
  /** @throws {StoreError} of code `replaced` if it is not */
  require(): void
}

export function createFileInPlace(file: string, logger: StoreLogger): FileInPlace {
  const nameOf = ({ dev, ino }: Stats) => `${dev} ${ino}`
  const opened = nameOf(statSync(file))
  let toldAt = Number.NEGATIVE_INFINITY

  function isInPlace(): boolean {
    try {
      return nameOf(statSync(file)) === opened
    } catch {
      return false
    }
  }

  return {
    tell() {
      if (performance.now() - toldAt < tellEveryMs || isInPlace()) return
      toldAt = performance.now()
      logger.warn(replaced(file).explanation)
    },
    require() {
      if (!isInPlace()) throw replaced(file)
    },
  }
}

const tellEveryMs = 60 * 60 * 1000

const replaced = (file: string) =>
  new StoreError({
    code: 'replaced',
    message: `${file} was removed or replaced while Hallway has it open`,
    advice:
      'What is stored from now on is lost when Hallway ends. Stop it, put the database or the last backup in its place, and start it.',
  })
