import { describeFailure } from '../files/describe-failure.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { readRegularFile } from '../files/read-regular-file.ts'
import { decodeUtf8 } from '../text/decode-utf8.ts'
import type { Problem } from './problem.ts'

/** Bytes. A note is a few pages; anything of this size is something else. */
const maxFileSize = 1024 * 1024

export type TextOrProblem = { readonly text: string } | { readonly problem: Problem }

/** Reads a text file, or says why not; never throws. */
export async function readTextFile(path: string): Promise<TextOrProblem> {
  const fail = (
    message: string,
    advice: string,
    position?: { line: number; column: number },
  ): TextOrProblem => ({
    problem: { severity: 'error', file: pathForPeople(path), ...position, message, advice },
  })
  try {
    const decoded = decodeUtf8(await readRegularFile(path, maxFileSize))
    if ('text' in decoded) return decoded
    const byte = decoded.byte.toString(16).toUpperCase().padStart(2, '0')
    const message = `is not UTF-8: byte 0x${byte} at offset ${decoded.offset}`
    return fail(message, 'save the file with the encoding UTF-8', {
      line: decoded.line,
      column: decoded.column,
    })
  } catch (error) {
    return fail(...describeFailure(error, 'shorten it, or split it into several notes'))
  }
}
