import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { errorCode } from '../../files/error-code.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { parseJson } from '../../text/parse-json.ts'
import {
  type Checksums,
  installedDescription,
  type ModelDescription,
  modelFault,
} from './model-description.ts'
import { descriptionFile } from './model-files.ts'
import type { Model } from './model-folder.ts'

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
