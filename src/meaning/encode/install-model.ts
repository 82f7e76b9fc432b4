import { rename, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { makePrivateFolder } from '../../files/private-access.ts'
import { EncoderFailure } from '../encoder.ts'
import { checksumOf } from '../model/download.ts'
import type { ModelDescription } from '../model/model-description.ts'
import { descriptionFile } from '../model/model-files.ts'
import { type Model, modelsFolder, stagingFolder } from '../model/model-folder.ts'
import { toModel } from '../model/read-model.ts'
import { startEncoder } from './start-encoder.ts'

/**
 * Installs the files that are gathered, once they have encoded a text: what stood there before is replaced as a whole.
 * @throws {EncoderFailure} if they cannot be used; then they are removed
 */
export async function installModel(
  dataFolder: string,
  description: ModelDescription,
  runtimeFolder?: string,
): Promise<Model> {
  const { name } = description
  const staging = stagingFolder(dataFolder, name)
  const checksums = {
    'model.onnx': await checksumOf(join(staging, 'model.onnx')),
    'tokenizer.json': await checksumOf(join(staging, 'tokenizer.json')),
  }
  try {
    const encoder = await startEncoder(toModel(staging, description, checksums), { runtimeFolder })
    await encoder.stop()
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    // Where they were gathered is nothing to anybody.
    if (!(error instanceof EncoderFailure)) throw error
    throw new EncoderFailure(error.message.replaceAll(staging + sep, ''), { cause: error })
  }
  const text = JSON.stringify({ ...description, checksums }, undefined, 2)
  await writeFile(join(staging, descriptionFile), `${text}\n`)
  const folder = join(modelsFolder(dataFolder), name)
  makePrivateFolder(modelsFolder(dataFolder))
  await rm(folder, { recursive: true, force: true })
  await rename(staging, folder)
  return toModel(folder, description, checksums)
}
