import { createHash } from 'node:crypto'

/** What a text's vector is kept under: 16 bytes, as hexadecimal digits. */
export function textKey(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * textKeyLength)
}

/** In bytes. */
export const textKeyLength = 16
