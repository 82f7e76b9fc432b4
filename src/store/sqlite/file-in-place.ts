import { type Stats, statSync } from 'node:fs'
import { damaged } from '../explain-failure.ts'
import type { StoreLogger } from '../retry-statement.ts'
import { StoreError } from '../store-error.ts'

/**
 * Looks whether an open database is still the file of that name, and no shorter than before. If somebody removes or replaces the file
 * meanwhile, as by restoring a backup while Hallway runs, what is stored from then on would be lost without a word; that it was cut
 * or emptied would be found at the next start only.
 */
export interface FileInPlace {
  /** Says so in the log if it is not, once an hour. */
  tell(): void
  /** @throws {StoreError} of code `replaced` or `corrupt` if it is not */
  require(): void
}

export function createFileInPlace(file: string, logger: StoreLogger): FileInPlace {
  const nameOf = ({ dev, ino }: Stats) => `${dev} ${ino}`
  const opened = nameOf(statSync(file))
  let toldAt = Number.NEGATIVE_INFINITY

  /** In bytes: a database never becomes shorter, since nothing of it is given back to the disk. */
  let longest = 0

  function problem(): StoreError | undefined {
    const stats = statsOf(file)
    if (stats === undefined || nameOf(stats) !== opened) return replaced(file)
    longest = Math.max(longest, stats.size)
    if (stats.size === longest) return undefined
    const size = `${stats.size} ${stats.size === 1 ? 'byte' : 'bytes'}`
    return damaged(file, `it has ${size}, and had ${longest}, as if it was cut or emptied`)
  }

  return {
    tell() {
      if (performance.now() - toldAt < tellEveryMs) return
      const found = problem()
      if (found === undefined) return
      toldAt = performance.now()
      logger.warn(found.explanation)
    },
    require() {
      const found = problem()
      if (found !== undefined) throw found
    },
  }
}

function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
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
