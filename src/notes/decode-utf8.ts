export type Decoded =
  | { readonly text: string }
  /** Where the first byte stands that is not UTF-8: `offset` from 0 in bytes, the rest from 1 in lines and characters. */
  | { readonly offset: number; readonly line: number; readonly column: number; readonly byte: number }

/** Decodes UTF-8 strictly, without its byte order mark. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = decode(bytes)
  if (text !== undefined) return { text }
  // Every beginning of a valid beginning is valid, so the place is found by halving.
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2)
    if (decode(bytes.subarray(0, middle), 'beginning') === undefined) invalid = middle
    else valid = middle
  }
  const lines = (decode(bytes.subarray(0, valid), 'beginning') ?? '').split(/\r\n?|\n/)
  return {
    offset: valid,
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    byte: bytes[valid] ?? 0,
  }
}

/** Undefined where it is not UTF-8; a `beginning` may break off within a character. */
function decode(bytes: Uint8Array, part: 'whole' | 'beginning' = 'whole'): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: part === 'beginning' })
  } catch {
    return undefined
  }
}
