import { crc32 } from 'node:zlib'

/** What a section can hold. Strings must be without line breaks. */
export type BufferSection = Uint8Array | Uint32Array | Float32Array | number | readonly string[]

export type Sections = Readonly<Record<string, BufferSection>>

/**
 * Packs named sections into one buffer that threads share and that a file holds as it is: a header, a directory, and
 * the sections' bytes, in this machine's byte order. Reading them back copies nothing but strings.
 *
 * | bytes | header |
 * | --- | --- |
 * | 0–7 | `HALLWAY` and a line break |
 * | 8–11 | 0x01020304, which reads otherwise in another byte order |
 * | 12–15 | format of the header and the directory |
 * | 16–19 | CRC-32 of all that follows |
 * | 20–23 | length of the directory, in bytes of JSON |
 * | 24–31 | length of the whole, as a float |
 * | 32–63 | `key`: 32 bytes that say what the sections were made from and by which code |
 */
export function packSections(sections: Sections, key: Uint8Array): SharedArrayBuffer {
  const entries: [name: string, SectionEntry][] = []
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = []
  let end = 0
  for (const [name, section] of Object.entries(sections)) {
    if (typeof section === 'number') {
      entries.push([name, ['number', section, 0, 0]])
      continue
    }
    const bytes = bytesOf(section)
    entries.push([name, [typeOf(section), end, bytes.byteLength, section.length]])
    parts.push({ at: end, bytes })
    end = aligned(end + bytes.byteLength)
  }
  const directory = encoder.encode(JSON.stringify(Object.fromEntries(entries)))
  const start = aligned(headerLength + directory.byteLength)
  const buffer = new SharedArrayBuffer(start + end)
  const whole = new Uint8Array(buffer)
  whole.set(directory, headerLength)
  for (const { at, bytes } of parts) whole.set(bytes, start + at)
  whole.set(magic)
  whole.set(key, 32)
  const header = new DataView(buffer, 0, headerLength)
  new Uint32Array(buffer, 8, 1)[0] = byteOrder
  header.setUint32(12, sectionsFormat, true)
  header.setUint32(20, directory.byteLength, true)
  header.setFloat64(24, buffer.byteLength, true)
  header.setUint32(16, crc32(whole.subarray(20)), true)
  return buffer
}

/** The sections of a buffer that is usable, as views of it. */
export function readSections(buffer: SharedArrayBuffer): Record<string, BufferSection> {
  const length = new DataView(buffer).getUint32(20, true)
  const entries: Record<string, SectionEntry> = JSON.parse(
    decodeSection(new Uint8Array(buffer, headerLength, length)),
  )
  const start = aligned(headerLength + length)
  return Object.fromEntries(
    Object.entries(entries).map(([name, [type, at, byteLength, count]]) => {
      if (type === 'number') return [name, at]
      if (type === 'strings') {
        const text = decodeSection(new Uint8Array(buffer, start + at, byteLength))
        return [name, count === 0 ? [] : text.split('\n')]
      }
      if (type === 'integers') return [name, new Uint32Array(buffer, start + at, count)]
      if (type === 'floats') return [name, new Float32Array(buffer, start + at, count)]
      return [name, new Uint8Array(buffer, start + at, count)]
    }),
  )
}

/** Nested sections under names like `search.index.terms`. */
export function flatten(name: string, value: unknown): Sections {
  if (!isNested(value)) return { [name]: value as BufferSection }
  const parts = Object.entries(value).map(([key, part]) => flatten(`${name}.${key}`, part))
  return Object.assign({}, ...parts)
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && !Array.isArray(value) && !ArrayBuffer.isView(value)
}

/** The part of `flatten`ed sections that has this name. */
export function unflatten(name: string, sections: Sections): unknown {
  if (name in sections) return sections[name]
  const nested: Record<string, unknown> = {}
  for (const [path, section] of Object.entries(sections)) {
    if (!path.startsWith(`${name}.`)) continue
    const steps = path.slice(name.length + 1).split('.')
    const last = steps.pop()!
    let place = nested
    for (const step of steps) {
      place[step] ??= {}
      place = place[step] as Record<string, unknown>
    }
    place[last] = section
  }
  return nested
}

/** UTF-8, also of memory that is shared. */
export function decodeSection(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes as Uint8Array<ArrayBuffer>
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}

export function writeText(text: string): Uint8Array {
  return encoder.encode(text)
}

const encoder = new TextEncoder()
/** In bytes. */
export const headerLength = 64
/** What `packSections` writes into a header. */
export const magic = encoder.encode('HALLWAY\n')
export const byteOrder = 0x01020304
export const sectionsFormat = 1

/** For a number: the number itself, while other types have the offset. */
type SectionEntry = readonly [
  type: 'bytes' | 'integers' | 'floats' | 'strings' | 'number',
  offset: number,
  byteLength: number,
  count: number,
]

function typeOf(section: Exclude<BufferSection, number>): SectionEntry[0] {
  if (section instanceof Uint32Array) return 'integers'
  if (section instanceof Float32Array) return 'floats'
  return section instanceof Uint8Array ? 'bytes' : 'strings'
}

function bytesOf(section: Exclude<BufferSection, number>): Uint8Array {
  if (section instanceof Uint8Array || section instanceof Uint32Array || section instanceof Float32Array)
    return new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
  return encoder.encode(section.join('\n'))
}

/** Every typed array begins at a multiple of its items' size. */
const aligned = (length: number): number => Math.ceil(length / 8) * 8
