import { decodeStrictly } from './decode-strictly.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { guessEncoding } from './guess-encoding.ts'

export interface DecodedText {
  readonly text: string
  /** What the text is in, if it is not UTF-8. */
  readonly encoding?: string
}

/**
 * The text of a file in any encoding that notes come in: UTF-8, UTF-16 with its byte order mark, what the file says itself, the one
 * that its characters are most likely in, or else the one that old Windows programs wrote. Undefined if it is no text.
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
  const sample = sampleOf(bytes)
  for (const encodingOf of [declaredEncoding, guessedEncoding]) {
    const encoding = encodingOf(sample)
    const text = encoding && decodeStrictly(bytes, encoding)
    if (text !== undefined) return { text, encoding }
  }
  const loose = new TextDecoder().decode(bytes)
  // Characters of several bytes that are right are no accident.
  if (/[^\0-\x7f\ufffd]/.test(loose)) return { text: loose, encoding: 'damaged UTF-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
}

/** Whole lines, by which the rest is judged. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= maxSample) return bytes
  const end = bytes.subarray(0, maxSample).lastIndexOf(lineEnd)
  return bytes.subarray(0, end < 0 ? maxSample : end)
}

const maxSample = 256 * 1024
const lineEnd = 0x0a

/** None if most is UTF-8: in other encodings a few bytes are a character of it by accident. */
function guessedEncoding(sample: Uint8Array): string | undefined {
  const loose = new TextDecoder().decode(sample)
  const damaged = loose.match(/\ufffd/g)?.length ?? 0
  const sound = loose.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return sound > 2 * damaged ? undefined : guessEncoding(sample)
}

/** What a page, XML or the first lines of a text say that it is in; undefined if it is what such files are taken for in any case. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, maxHead)).toString('latin1')
  const [, ofMarkup, ofXml] = /^\s*</.test(head) ? (inMarkup.exec(head) ?? []) : []
  const label = ofMarkup ?? ofXml ?? inFirstLines.exec(head)?.[1]
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return /^(?:utf-|windows-1252$)/.test(encoding) ? undefined : encoding.toUpperCase()
  } catch {
    return undefined
  }
}

/** Where browsers look for it. */
const maxHead = 1024
const inMarkup =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?([\w-]{2,40})|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w-]{2,40})/i
const inFirstLines = /^(?:.{0,200}\n)?.{0,200}?-\*-.{0,200}?\bcoding:\s*([\w-]{2,40}).{0,200}?-\*-/
