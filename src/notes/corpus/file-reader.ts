import { pathForPeople } from '../../files/path-for-people.ts'
import type { Scan } from '../folders/scan-notes.ts'
import type { FileContent, FileReading } from './file-reading.ts'
import { withLastGood } from './last-good.ts'

/** What decides which files are read, and who hears of it. */
export interface FileReaderOptions {
  /** What the files gave in an earlier reading: one that is still the same is not read again. */
  readonly earlier?: readonly FileReading[]
  /** Whether a file that cannot be served any longer goes on giving what it gave before. */
  readonly keepLastGood?: boolean
  /** Hears how many files are read, of how many. */
  readonly onProgress?: (done: number, total: number) => void
  /** Hears which file is begun, and that it is done: whoever waits in vain knows where. */
  readonly onFile?: (path: string, state: 'begun' | 'done') => void
  /** Files that are not read, each with the reason. */
  readonly leftOut?: ReadonlyMap<string, string>
  /** Files that are read one at a time: one of them is never done. */
  readonly suspects?: ReadonlySet<string>
}

/** Reads the files of one scan, each in the way that it is given. */
export interface FileReader {
  /**
   * What the file gives; what it gave before, if it is still the same.
   * @param place what of its surroundings decides how it is read
   */
  readonly read: (path: string, readIt: () => Promise<FileContent>, place?: string) => Promise<FileReading>
  /** What the file gave before, if it is still the same. */
  readonly unchanged: (path: string, place?: string) => FileReading | undefined
}

export function createFileReader(
  { stamps }: Scan,
  {
    earlier = [],
    keepLastGood = false,
    onProgress = () => {},
    onFile = () => {},
    leftOut = new Map(),
    suspects = new Set(),
  }: FileReaderOptions,
): FileReader {
  const known = new Map(earlier.map((file) => [file.path, file]))
  let done = 0
  let turn: Promise<unknown> = Promise.resolve()
  return {
    unchanged,
    async read(path, readIt, place = '') {
      const same = unchanged(path, place)
      if (same) return same
      onProgress(++done, stamps.size)
      const content = await readInTurn(path, readIt)
      const before = keepLastGood ? known.get(path) : undefined
      return { path, stamp: stampAt(path, place), ...withLastGood(content, before) }
    },
  }

  function unchanged(path: string, place = ''): FileReading | undefined {
    const before = known.get(path)
    const stamp = stampAt(path, place)
    if (before === undefined || stamp === '' || before.stamp !== stamp) return undefined
    onProgress(++done, stamps.size)
    return before
  }

  function stampAt(path: string, place: string): string {
    const stamp = stamps.get(path)
    return stamp ? `${stamp}${place}` : ''
  }

  function readInTurn(path: string, readIt: () => Promise<FileContent>): Promise<FileContent> {
    const reason = leftOut.get(path)
    if (reason !== undefined) return Promise.resolve(unread(path, reason))
    if (!suspects.has(path)) return readWatched(path, readIt)
    const mine = turn.then(() => readWatched(path, readIt))
    turn = mine
    return mine
  }

  async function readWatched(path: string, readIt: () => Promise<FileContent>): Promise<FileContent> {
    onFile(path, 'begun')
    const content = await readIt()
    onFile(path, 'done')
    return content
  }
}

const unread = (path: string, reason: string): FileContent => ({
  talks: [],
  problems: [
    {
      severity: 'error',
      file: pathForPeople(path),
      message: reason,
      advice: 'make it shorter or simpler, check the disk that it is on, or move it out of the notes',
    },
  ],
})
