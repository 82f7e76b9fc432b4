import { createHash } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { megabytes } from '../../files/megabytes.ts'
import { noFile } from '../../files/no-file.ts'
import { makePrivateFolder } from '../../files/private-access.ts'
import { openRegularFile } from '../../files/read-regular-file.ts'

interface DownloadRequest {
  readonly address: string
  /** Appears there once it is whole and is what it should be. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly onProgress: (bytes: number) => void
  readonly fetch?: typeof fetch
}

/** A file could not be fetched; the message is one line that says why and what to do. */
export class DownloadFailure extends Error {
  readonly code = 'download_failure'
}

/**
 * Fetches a file, going on where an earlier try ended. What came so far stays when it is interrupted; what turns out to be
 * something else goes.
 * @throws {DownloadFailure}
 */
export async function download(request: DownloadRequest): Promise<void> {
  const { address, path, bytes, sha256, fetch: get = fetch } = request
  const partial = `${path}.partial`
  makePrivateFolder(dirname(path))
  const kept = await sizeOf(partial)
  if (kept > bytes) await rm(partial)
  const from = kept > bytes ? 0 : kept
  if (from < bytes) {
    const response = await get(address, { headers: from > 0 ? { range: `bytes=${from}-` } : {} }).catch(
      (error) => {
        throw new DownloadFailure(
          `${address} cannot be reached (${reasonOf(error)}): try again with a network, set HALLWAY_MODEL_MIRROR to ` +
            `an address that has the files, or bring them with \`--from <folder>\`.`,
          { cause: error },
        )
      },
    )
    if (!response.ok || !response.body) throw refused(address, response)
    // A server that knows no ranges begins again.
    const isResumed = response.status === 206
    await receive(response.body, partial, isResumed ? from : 0, request)
  }
  const actual = await checksumOf(partial)
  if (actual !== sha256) {
    await rm(partial)
    throw new DownloadFailure(
      `What came from ${address} is not the file that is expected (SHA-256 ${actual}, not ${sha256}): nothing of it was kept.`,
    )
  }
  await rename(partial, path)
}

async function receive(
  body: NonNullable<Response['body']>,
  partial: string,
  from: number,
  { bytes, onProgress }: DownloadRequest,
): Promise<void> {
  let received = from
  try {
    await using file = await open(partial, from > 0 ? 'a' : 'w')
    for await (const chunk of body) {
      received += chunk.byteLength
      if (received > bytes) throw new Error('it is longer than the file that is expected')
      await file.writeFile(chunk)
      onProgress(received)
    }
  } catch (error) {
    fail(
      `The download was interrupted after ${megabytes(received)} of ${megabytes(bytes)} (${reasonOf(error)})`,
      error,
    )
  }
  if (received < bytes) fail(`The download ended after ${megabytes(received)} of ${megabytes(bytes)}`)
}

function fail(what: string, cause?: unknown): never {
  throw new DownloadFailure(
    `${what}. The same command goes on from there; without a network, \`--from <folder>\` takes files that you bring.`,
    { cause },
  )
}

function refused(address: string, { status }: Response): DownloadFailure {
  return new DownloadFailure(
    `${address} answered with ${status}. Set HALLWAY_MODEL_MIRROR to an address that has the file, or bring it with \`--from <folder>\`.`,
  )
}

/** The code of what lies beneath `fetch failed`. */
function reasonOf(error: unknown): string {
  const { cause = error } = error as Error
  const { code, message } = cause as Error & { readonly code?: string }
  return code ?? message
}

/** 0 if there is no such file. */
async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(noFile))?.size ?? 0
}

/** SHA-256 in hexadecimal digits. */
export async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline((await openRegularFile(path)).createReadStream(), hash)
  return hash.digest('hex')
}
