import type { IncomingMessage } from 'node:http'

/** The whole body of a request; undefined if it is longer than `limit` bytes. Rejects if the sender goes away. */
export async function readRequestBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  const isWhole = await passRequestBody(request, limit, (chunk) => chunks.push(chunk))
  return isWhole ? Buffer.concat(chunks) : undefined
}

/**
 * Hands on the body of a request piece by piece, and keeps nothing of it. Resolves to whether that was all; false if it is longer
 * than `limit` bytes. Rejects if the sender goes away.
 */
export function passRequestBody(
  request: IncomingMessage,
  limit: number,
  take: (chunk: Buffer) => void,
): Promise<boolean> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) return take(chunk)
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
