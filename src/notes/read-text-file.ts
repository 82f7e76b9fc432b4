import { describeFileFailure } from '../files/describe-file-failure.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { readRegularFile } from '../files/read-regular-file.ts'
import { decodeText } from '../text/decode-text.ts'
import { decodeUtf8 } from '../text/decode-utf8.ts'
import { maxNoteSize } from './markup-cost.ts'
import type { Problem } from './problem.ts'

/** A warning says so if the text is not in UTF-8. */
export type TextOrProblem =
  | { readonly text: string; readonly warning?: Problem }
  | { readonly problem: Problem }

/**
 * Reads a text file, or says why not; never throws. Only UTF-8 is read, unless any encoding is as good.
 * @param options `tooLong` is what to do about one that is too large
 */
export async function readTextFile(
  path: string,
  { anyEncoding = false, tooLong = 'shorten it, or split it into several notes' } = {},
): Promise<TextOrProblem> {
  const fail = (
    message: string,
    advice: string,
    position?: { line: number; column: number },
  ): TextOrProblem => ({
    problem: { severity: 'error', file: pathForPeople(path), ...position, message, advice },
  })
  try {
    const bytes = await readRegularFile(path, maxNoteSize)
    if (anyEncoding) {
      const found = decodeText(bytes)
      if (found === undefined) return fail('is no text', 'save it as text, or remove it')
      const { text, encoding } = found
      if (encoding === undefined) return { text }
      const message = `is not UTF-8, so it is read as ${encoding}`
      const advice = 'save the file with the encoding UTF-8'
      return { text, warning: { severity: 'warning', file: pathForPeople(path), message, advice } }
    }
    const decoded = decodeUtf8(bytes)
    if ('text' in decoded) return decoded
    const byte = decoded.byte.toString(16).toUpperCase().padStart(2, '0')
    const message = `is not UTF-8: byte 0x${byte} at offset ${decoded.offset}`
    return fail(message, 'save the file with the encoding UTF-8', {
      line: decoded.line,
      column: decoded.column,
    })
  } catch (error) {
    return fail(...describeFileFailure(error, tooLong))
  }
}
