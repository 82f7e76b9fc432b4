import type { IncomingMessage } from 'node:http'

export interface BodyLimits {
  /** How long a body may be, in bytes. */
  readonly maxLength: number
  /** How much may be kept of all bodies together that are not whole yet, in bytes. */
  readonly maxKept: number
}

/** The whole body of a request, or why it is not read to its end. */
export type ReadBody = Buffer | 'too long' | 'no room'

/** What is kept of a body that is not whole yet. */
interface Begun {
  bytes: Buffer
  length: number
  readonly giveWay: () => void
}

/**
 * Reads whole bodies. If there is no room for more of them, the one of which most is kept gives way, whose sender is as a rule the
 * one who takes the room: so of `n` at once, none gives way that takes less than an `n`th of it. Rejects if the sender goes away.
 */
export function createBodyReader({
  maxLength,
  maxKept,
}: BodyLimits): (request: IncomingMessage) => Promise<ReadBody> {
  const begun = new Set<Begun>()
  let kept = 0

  function add(body: Begun, chunk: Buffer): void {
    if (!begun.has(body)) return
    const length = body.length + chunk.length
    if (length > body.bytes.length) {
      // Not the pieces as they come: however short, each of them takes a hundred bytes.
      const longer = Buffer.allocUnsafeSlow(Math.max(length, Math.min(2 * body.bytes.length, maxLength)))
      body.bytes.copy(longer, 0, 0, body.length)
      kept += longer.length - body.bytes.length
      body.bytes = longer
    }
    chunk.copy(body.bytes, body.length)
    body.length = length
    while (kept > maxKept) {
      const most = [...begun].reduce((one, other) => (other.bytes.length > one.bytes.length ? other : one))
      letGo(most)
      most.giveWay()
    }
  }

  function letGo(body: Begun): void {
    if (begun.delete(body)) kept -= body.bytes.length
  }

  return async (request) => {
    const noRoom = Promise.withResolvers<'no room'>()
    const giveWay = () => {
      request.pause()
      noRoom.resolve('no room')
    }
    const body: Begun = { bytes: Buffer.alloc(0), length: 0, giveWay }
    begun.add(body)
    try {
      const all = passRequestBody(request, maxLength, (chunk) => add(body, chunk))
      const isWhole = await Promise.race([all, noRoom.promise])
      if (isWhole === 'no room') return isWhole
      return isWhole ? body.bytes.subarray(0, body.length) : 'too long'
    } finally {
      letGo(body)
    }
  }
}

/** Of a body, at most: each takes time, and a sender may cut a mebibyte into a million. A network makes them of 500 bytes at least. */
const maxPieces = 10_000

/**
 * Hands on the body of a request piece by piece, and keeps nothing of it. Resolves to whether that was all; false if it is longer
 * than `limit` bytes, or in more pieces than anybody has need of. Rejects if the sender goes away.
 */
export function passRequestBody(
  request: IncomingMessage,
  limit: number,
  take: (chunk: Buffer) => void,
): Promise<boolean> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    let [length, pieces] = [0, 0]
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      pieces += 1
      if (length <= limit && pieces <= maxPieces) return take(chunk)
      request.pause()
      resolve(false)
    })
    request.on('end', () => resolve(true))
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(new Error('The sender went away.'))
    })
  })
}
