import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../../files/error-code.ts'
import { inTime } from '../../files/in-time.ts'
import { isPointerFile } from '../../files/pointer-file.ts'
import { openRegularFile } from '../../files/read-regular-file.ts'
import { decodeStrictly } from '../../text/decode-strictly.ts'
import { type DecodedText, decodeText } from '../../text/decode-text.ts'

/** Longest record in bytes: a line of JSON Lines, a talk of a schedule. */
export const maxRecordLength = 1024 * 1024
/** Largest document that must be read as a whole (JSON, notes). */
const maxDocumentSize = 64 * 1024 * 1024
// Descriptions pack to a fifth or a tenth; what unpacks to more than this was made to fill memories or disks.
const maxRatio = 200
const chunkSize = 64 * 1024
/** Enough bytes to recognise a format by. */
const headSize = 64 * 1024
const ratioMattersFrom = 16 * 1024 * 1024

/** The input cannot be read (on); the message says what is wrong with it, without naming it. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput'
}

/** What is wrong with an input if reading it, or going through what was read, failed because it nests too deeply; else undefined. */
export function whyTooDeep({ message }: Error): string | undefined {
  return message.startsWith('Maximum call stack') ? 'it nests too deeply, or holds itself' : undefined
}

/** The file's bytes, unpacked if it is gzip, and `onRead` told how many of the file's own bytes that took. */
export async function* readBytes(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const opened = await openRegularFile(path)
  const packed = await isGzip(opened)
  let read = 0
  let unpacked = 0
  const file = chunksOf(opened, (bytes) => {
    read += bytes
    onRead(bytes)
  })
  // A failure surfaces where the stream is read, below.
  const stream = packed ? pipeline(file, createGunzip(), () => {}) : file
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (unpacked === 0 && isPointerFile(chunk))
        throw new UnreadableInput('it is a pointer of Git LFS or git-annex, not the file: fetch it first')
      unpacked += chunk.length
      if (packed && unpacked > ratioMattersFrom && unpacked > read * maxRatio)
        throw new UnreadableInput(
          `it unpacks to more than ${maxRatio} times its size, which no list of talks does`,
        )
      yield chunk
    }
  } catch (error) {
    throw packed ? explainGzip(error) : error
  } finally {
    // Not waited for: a disk that does not answer lets nothing be closed.
    opened.close().catch(() => {})
  }
}

/** All bytes of a file from its beginning, as long as its disk answers. */
async function* chunksOf(file: FileHandle, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await inTime(file.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, at))
    if (bytesRead === 0) return
    at += bytesRead
    onRead(bytesRead)
    yield buffer.subarray(0, bytesRead)
  }
}

/** The first bytes of the unpacked file. */
export async function readHead(path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of readBytes(path)) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= headSize) break
  }
  return Buffer.concat(chunks).subarray(0, headSize)
}

/** The whole text: UTF-8, or UTF-16 if it begins with that byte order mark. */
export async function readInputText(bytes: AsyncIterable<Buffer>): Promise<string> {
  const whole = await collectBytes(bytes)
  const encoding = encodingOf(whole)
  const text = decodeStrictly(whole, encoding)
  if (text !== undefined) return text
  const lines = whole.toString('latin1').split('\n')
  const bad = lines.findIndex((line) => decodeStrictly(Buffer.from(line, 'latin1'), encoding) === undefined)
  throw new UnreadableInput(`it is not ${encoding.toUpperCase()} (line ${bad + 1}); save it as UTF-8`)
}

/** The whole text of what people write, in any encoding that their programs write it in. */
export async function readWrittenText(bytes: AsyncIterable<Buffer>): Promise<DecodedText> {
  const decoded = decodeText(await collectBytes(bytes))
  if (decoded === undefined) throw new UnreadableInput('it is no text')
  return decoded
}

async function collectBytes(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > maxDocumentSize)
      throw new UnreadableInput(`it is larger than ${maxDocumentSize / 1024 / 1024} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** By its byte order mark; UTF-8 if there is none. */
export const encodingOf = (head: Buffer): string =>
  head[0] === 0xff && head[1] === 0xfe
    ? 'utf-16le'
    : head[0] === 0xfe && head[1] === 0xff
      ? 'utf-16be'
      : 'utf-8'

async function isGzip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await inTime(file.read(Buffer.alloc(2), 0, 2, 0))
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
}

function explainGzip(error: unknown): unknown {
  const code = errorCode(error) ?? ''
  if (code === 'Z_BUF_ERROR') return new UnreadableInput('it ends too early: the gzip file is cut off')
  if (code.startsWith('Z_')) return new UnreadableInput('its gzip data are damaged')
  return error
}
