import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { inTime } from './in-time.ts'
import { isPointerFile, NotFetched } from './pointer-file.ts'

/** Reading a pipe or a device might never end; the code is `ENOTREGULAR`. */
class NotRegular extends Error {
  readonly code = 'ENOTREGULAR'
}

/** A file of more bytes than it may have, before or while it was read; the code is `EFBIG`. */
export class TooLarge extends Error {
  readonly code = 'EFBIG'
  /** In bytes, as far as known: what is read while it grows has no size. */
  readonly size: number
  readonly maxSize: number

  constructor(size: number, maxSize: number) {
    super(`more than ${maxSize} bytes`)
    this.size = size
    this.maxSize = maxSize
  }
}

/**
 * Opens a file for reading, if it is a regular one at that moment: what is asked of a path before may be another file's.
 * Opening a pipe waits for nobody.
 * @throws {NotRegular} and what the file system throws; the code is `ETIMEDOUT` if the disk does not answer
 */
export async function openRegularFile(path: string): Promise<FileHandle> {
  return (await inTime(openWithSize(path))).file
}

/** As `openRegularFile`, with the file's size in bytes. */
async function openWithSize(path: string): Promise<{ readonly file: FileHandle; readonly size: number }> {
  // Windows has no such flag, and no pipes in folders.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    throw isOfNoFile(error) ? new NotRegular('it is no regular file') : error
  })
  try {
    const stats = await file.stat()
    if (stats.isFile()) return { file, size: stats.size }
    // As reading one says, and not about pipes.
    if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
    throw new NotRegular('it is no regular file')
  } catch (error) {
    await file.close()
    throw error
  }
}

/** How systems say that they open no socket, and no device that is not there. */
const isOfNoFile = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  ['ENXIO', 'ENODEV', 'EOPNOTSUPP'].includes(code)

/**
 * All bytes of a regular file of at most `maxSize`: no more are read, though the file may grow without end.
 * @throws {NotRegular} {TooLarge} {NotFetched} and what the file system throws; the code is `ETIMEDOUT` if the disk does not answer
 */
export async function readRegularFile(path: string, maxSize: number): Promise<Buffer> {
  const bytes = await inTime(readAll(path, maxSize))
  if (isPointerFile(bytes)) throw new NotFetched('it is a pointer to a file that was not fetched')
  return bytes
}

/** As much as a text that somebody wrote can have, in bytes. */
const maxTextSize = 16 * 1024 * 1024

/** The text of a regular file, taken for UTF-8. Throws as `readRegularFile`. */
export async function readWholeText(path: string): Promise<string> {
  return (await readRegularFile(path, maxTextSize)).toString('utf8')
}

async function readAll(path: string, maxSize: number): Promise<Buffer> {
  const { file: opened, size } = await openWithSize(path)
  await using file = opened
  if (size > maxSize) throw new TooLarge(size, maxSize)
  const chunks: Buffer[] = []
  let length = 0
  // Files such as those of /proc say that they have no bytes, and have some: their end is where nothing comes any more.
  for (let room = size + 1; ; room = Math.max(64 * 1024, length)) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(room, maxSize + 1 - length)), 0)
    if (bytesRead === 0) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length)
    chunks.push(buffer.subarray(0, bytesRead))
    length += bytesRead
    if (length > maxSize) throw new TooLarge(length, maxSize)
    // One more byte was asked for.
    if (chunks.length === 1 && length === size) return chunks[0]!
  }
}
