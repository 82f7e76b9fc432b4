import { crc32 } from 'node:zlib'
import { byteOrder, headerLength, magic, sectionsFormat } from './sections.ts'

/**
 * Why the buffer cannot be used, to follow the name of its file; undefined if it can.
 * @param ofOther what it is if the key is another one
 */
export function whyUnusable(
  buffer: SharedArrayBuffer,
  key: Uint8Array,
  ofOther = 'of another version of Hallway',
): string | undefined {
  const whole = new Uint8Array(buffer)
  if (buffer.byteLength < headerLength) return 'is cut short'
  if (magic.some((byte, at) => whole[at] !== byte)) return 'is no index of Hallway'
  if (new Uint32Array(buffer, 8, 1)[0] !== byteOrder) return 'is of a machine with another byte order'
  const header = new DataView(buffer, 0, headerLength)
  if (header.getUint32(12, true) !== sectionsFormat || key.some((byte, at) => whole[32 + at] !== byte))
    return `is ${ofOther}`
  if (header.getFloat64(24, true) > buffer.byteLength) return 'is cut short'
  if (
    header.getFloat64(24, true) !== buffer.byteLength ||
    header.getUint32(16, true) !== crc32(whole.subarray(20))
  )
    return 'is damaged'
  return undefined
}
