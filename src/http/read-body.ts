import type { IncomingMessage } from 'node:http'

/** The whole body of a request; undefined if it is longer than `limit` bytes. Rejects if the sender goes away. */
export function readRequestBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      chunks.push(chunk)
      if (length <= limit) return
      request.pause()
      resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(chunks, length)))
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(new Error('The sender went away.'))
    })
  })
}
