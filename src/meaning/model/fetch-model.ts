import { join } from 'node:path'
import { download } from './download.ts'
import { stagingFolder } from './install-model.ts'
import { type KnownModel, modelHub } from './known-models.ts'
import { modelFiles } from './model-description.ts'

export interface FetchOptions {
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
  const base = new URL(path, mirror.endsWith('/') ? mirror : `${mirror}/`)
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
