import { join } from 'node:path'
import { DownloadFailure, download } from './download.ts'
import { type KnownModel, modelHub } from './known-models.ts'
import { modelFiles } from './model-files.ts'
import { stagingFolder } from './model-folder.ts'

interface FetchOptions {
  readonly dataFolder: string
  /** In place of the hub that models are published on. */
  readonly mirror?: string | undefined
  readonly onProgress: (bytes: number, ofBytes: number) => void
}

/**
 * Fetches a model's files, going on where an earlier try ended.
 * @throws {DownloadFailure}
 */
export async function fetchModel(
  { description, path, files }: KnownModel,
  { dataFolder, mirror = modelHub, onProgress }: FetchOptions,
): Promise<void> {
  const ofBytes = modelFiles.reduce((sum, name) => sum + files[name].bytes, 0)
  const base = baseOf(mirror, path)
  let before = 0
  for (const name of modelFiles) {
    const file = files[name]
    await download({
      address: new URL(file.path, base).href,
      path: join(stagingFolder(dataFolder, description.name), name),
      bytes: file.bytes,
      sha256: file.sha256,
      onProgress: (bytes) => onProgress(before + bytes, ofBytes),
    })
    before += file.bytes
  }
}

function baseOf(mirror: string, path: string): URL {
  const root = URL.parse(mirror.endsWith('/') ? mirror : `${mirror}/`)
  if (root && ['http:', 'https:'].includes(root.protocol)) return new URL(path, root)
  throw new DownloadFailure(
    `HALLWAY_MODEL_MIRROR is “${mirror}”: give an address that begins with https:// or http://.`,
  )
}
