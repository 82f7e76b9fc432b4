type Decoded =
  | { readonly text: string }
  /** Where the first byte stands that is not UTF-8: `offset` from 0 in bytes, the rest from 1 in lines and characters. */
  | { readonly offset: number; readonly line: number; readonly column: number; readonly byte: number }

/** Decodes UTF-8 strictly; a byte order mark is left out. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = decode(bytes, 'whole')
  if (text !== undefined) return { text: withoutMark(text) }
  // Every beginning of a valid beginning is valid, so the place is found by halving.
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2)
    if (decode(bytes.subarray(0, middle), 'beginning') === undefined) invalid = middle
    else valid = middle
  }
  const before = decode(bytes.subarray(0, valid), 'beginning') ?? ''
  // The last valid bytes may be the first of a character that never ends: they are the bad ones.
  const offset = Buffer.byteLength(before)
  const lines = withoutMark(before).split(/\r\n?|\n/)
  return { offset, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, byte: bytes[offset] ?? 0 }
}

/** Undefined if it is not UTF-8. A `beginning` may break off within a character, which is then left out. */
function decode(bytes: Uint8Array, part: 'whole' | 'beginning'): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(bytes, { stream: part === 'beginning' })
  } catch {
    return undefined
  }
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')
