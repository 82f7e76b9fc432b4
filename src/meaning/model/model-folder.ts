import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checksums, ModelDescription } from './model-description.ts'
import { descriptionFile, isModelName } from './model-files.ts'

/** A model that is installed. */
export interface Model {
  readonly folder: string
  readonly description: ModelDescription
  readonly checksums: Checksums
  /** 32 bytes that stand for files and use of the model: other ones give other vectors. */
  readonly key: Uint8Array
}

export const modelsFolder = (dataFolder: string): string => join(dataFolder, 'models')

/** Where a model's files are gathered until it is whole. It stays if that is interrupted. */
export function stagingFolder(dataFolder: string, name: string): string {
  return join(modelsFolder(dataFolder), `.${name}.partial`)
}

/** The names of all folders with a description, the one that was installed last first. */
export async function installedModels(dataFolder: string): Promise<readonly string[]> {
  const folder = modelsFolder(dataFolder)
  const names = await readdir(folder).catch(() => [])
  const dated = await Promise.all(
    names.filter(isModelName).map(async (name) => {
      const stats = await stat(join(folder, name, descriptionFile)).catch(() => undefined)
      return stats ? [{ name, time: stats.mtimeMs }] : []
    }),
  )
  return dated
    .flat()
    .sort((a, b) => b.time - a.time)
    .map(({ name }) => name)
}
