import { decodeUtf8 } from './decode-utf8.ts'

export interface DecodedText {
  readonly text: string
  /** What the text is in, if it is not UTF-8. */
  readonly encoding?: 'UTF-16' | 'Windows-1252' | 'damaged UTF-8'
}

/**
 * The text of a file in any encoding that notes come in: UTF-8, UTF-16 with its byte order mark, or else the one that old
 * Windows programs wrote. Undefined if it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return {
      text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes),
      encoding: 'UTF-16',
    }
  if (bytes.includes(0)) return undefined
  const decoded = decodeUtf8(bytes)
  if ('text' in decoded) return decoded
  const loose = new TextDecoder().decode(bytes)
  // Characters of several bytes that are right are no accident.
  if (/[^\0-\x7f\ufffd]/.test(loose)) return { text: loose, encoding: 'damaged UTF-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
}
