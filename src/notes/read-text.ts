import { readFile, stat } from 'node:fs/promises'
import { pathForPeople } from '../files/path-for-people.ts'
import { decodeUtf8 } from '../text/decode-utf8.ts'
import type { Problem } from './corpus.ts'

/** Bytes. A note is a few pages; anything of this size is something else. */
const maxFileSize = 1024 * 1024

export type ReadText = { readonly text: string } | { readonly problem: Problem }

/** Reads a text file, or says why not; never throws. */
export async function readTextFile(path: string): Promise<ReadText> {
  const fail = (message: string, advice: string, position?: { line: number; column: number }): ReadText => ({
    problem: { severity: 'error', file: pathForPeople(path), ...position, message, advice },
  })
  try {
    const stats = await stat(path)
    // Reading a pipe or a device might never end.
    if (!stats.isFile()) return fail('is not a regular file', 'replace it by a file, or remove it')
    if (stats.size > maxFileSize) {
      return fail(
        `has ${stats.size} bytes, more than ${maxFileSize} (1 MiB)`,
        'shorten it, or split it into several notes',
      )
    }
    const decoded = decodeUtf8(await readFile(path))
    if ('text' in decoded) return decoded
    const byte = decoded.byte.toString(16).toUpperCase().padStart(2, '0')
    const message = `is not UTF-8: byte 0x${byte} at offset ${decoded.offset}`
    return fail(message, 'save the file with the encoding UTF-8', {
      line: decoded.line,
      column: decoded.column,
    })
  } catch (error) {
    return fail(...describeFailure(error))
  }
}

/** Message and advice for what the file system refused. */
export function describeFailure(error: unknown): readonly [message: string, advice: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  switch (code) {
    case 'ENOENT':
      return ['does not exist', 'create it, or correct the name or link that leads here']
    case 'ENOTDIR':
      return ['is a file, not a folder', 'name a folder with one folder for each event']
    case 'EACCES':
    case 'EPERM':
      return [`may not be read (${code})`, 'give the user that runs this permission to read it']
    case 'ELOOP':
      return ['is a symbolic link that leads back to itself', 'remove the link']
    case 'EMFILE':
    case 'ENFILE':
      return [`cannot be read now (${code})`, 'allow more open files, e.g. with `ulimit -n 4096`']
    default:
      return [`cannot be read (${code})`, 'check the disk and the file']
  }
}
