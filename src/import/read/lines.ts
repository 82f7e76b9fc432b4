import { TextDecoder } from 'node:util'
import { decodeStrictly } from '../../text/decode-strictly.ts'
import { encodingOf, maxRecordLength } from './input.ts'

/** A line's bytes without the `\n`; none if it is too long to be kept. */
export interface RawLine {
  /** From 1. */
  readonly line: number
  readonly bytes: Buffer | undefined
}

export type Line = { readonly line: number } & ({ readonly text: string } | { readonly problem: string })

/** Line by line, in the memory of the longest one. */
export async function* readRawLines(
  bytes: AsyncIterable<Buffer>,
  limit = maxRecordLength,
): AsyncGenerator<RawLine> {
  let line = 0
  let parts: Buffer[] = []
  let length = 0
  const finish = (): RawLine => {
    const whole = length > limit ? undefined : Buffer.concat(parts)
    parts = []
    length = 0
    return { line: ++line, bytes: whole }
  }
  const add = (part: Buffer) => {
    length += part.length
    if (length <= limit) parts.push(part)
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end))
      yield finish()
      from = end + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}

/** The same as text; a line that is too long or not UTF-8 is a problem, not the end. */
export async function* readLines(
  bytes: AsyncIterable<Buffer>,
  limit = maxRecordLength,
): AsyncGenerator<Line> {
  for await (const raw of readRawLines(bytes, limit)) yield decodeLine(raw, limit)
}

/**
 * Lines as iCalendar folds them: one that begins with a space or tab goes on the one before. They are joined before
 * they are decoded, because a fold may fall within a character. The number is that of the first of them.
 */
export async function* readFoldedLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let start = 0
  let parts: Buffer[] | undefined
  let length = 0
  const finish = (): Line =>
    decodeLine({ line: start, bytes: length > maxRecordLength ? undefined : Buffer.concat(parts ?? []) })
  for await (const { line, bytes: raw } of readRawLines(bytes)) {
    const isMore = raw !== undefined && (raw[0] === 0x20 || raw[0] === 0x09)
    if (parts && !isMore) {
      yield finish()
      parts = undefined
    }
    if (!parts) {
      start = line
      parts = []
      length = 0
    }
    const part = raw?.subarray(isMore ? 1 : 0, raw.at(-1) === 0x0d ? -1 : undefined)
    length += part?.length ?? maxRecordLength + 1
    if (part && length <= maxRecordLength) parts.push(part)
  }
  if (parts) yield finish()
}

/** The bytes as UTF-8, if they begin with the byte order mark of UTF-16; others as they are. */
export async function* toUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined
  let isFirst = true
  for await (const chunk of bytes) {
    const encoding = isFirst ? encodingOf(chunk) : 'utf-8'
    if (encoding !== 'utf-8') decoder = new TextDecoder(encoding)
    isFirst = false
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
}

function decodeLine({ line, bytes }: RawLine, limit = maxRecordLength): Line {
  if (bytes === undefined) return { line, problem: `is longer than ${limit / 1024} KiB` }
  const text = decodeStrictly(bytes, 'utf-8')
  return text === undefined ? { line, problem: 'is not UTF-8' } : { line, text }
}
