import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { errorCode } from '../../files/error-code.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { parseJson } from '../../text/parse-json.ts'
import {
  type Checksums,
  descriptionFile,
  installedDescription,
  isModelName,
  type ModelDescription,
  modelFault,
} from './model-description.ts'

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

/**
 * The model in a folder, or what is wrong with it, to be followed by what to do; neither if there is no description. Never
 * throws.
 */
export async function readModel(
  folder: string,
): Promise<{ readonly model?: Model; readonly problem?: string }> {
  const path = join(folder, descriptionFile)
  let text: string
  try {
    text = await readWholeText(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return {}
    const [what, advice] = describeFileFailure(error)
    return { problem: `${path} ${what} (${advice})` }
  }
  const value = parseJson(text)
  const read = installedDescription.safeParse(value)
  if (!read.success)
    return { problem: `${path} is no description of a model (${modelFault(value, read.error)})` }
  const { checksums, ...description } = read.data
  return { model: toModel(folder, description, checksums) }
}

export function toModel(folder: string, description: ModelDescription, checksums: Checksums): Model {
  const key = createHash('sha256')
    .update(JSON.stringify([description, checksums]))
    .digest()
  return { folder, description, checksums, key }
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
