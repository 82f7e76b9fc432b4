import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installModel } from '../../../src/meaning/encode/install-model.ts'
import { bringModel } from '../../../src/meaning/model/bring-model.ts'
import { findModel } from '../../../src/meaning/model/find-model.ts'
import { temporaryFolder, writeFolder } from '../../helpers/temporary-folder.ts'
import { tinyDescription, tinyFiles, tinyRuntime } from '../tiny-model.ts'

const runtimeFolder = tinyRuntime()
const { 'model.onnx': onnx, 'tokenizer.json': tokenizer } = tinyFiles()
const description = JSON.stringify(tinyDescription)

async function install(
  files: Readonly<Record<string, string>>,
  name?: string,
  dataFolder = temporaryFolder(),
) {
  const brought = await bringModel(writeFolder(files), { dataFolder, name })
  if ('problem' in brought) return { problem: brought.problem, model: undefined, dataFolder }
  const model = await installModel(dataFolder, brought.description, runtimeFolder)
  return { ...brought, model, dataFolder }
}

test.each([
  ['in the folder itself', { 'model.onnx': onnx, 'tokenizer.json': tokenizer }],
  ['under other names', { 'tiny-v2.onnx': onnx, 'tiny-v2-tokenizer.json': tokenizer }],
  ['in a folder for models', { 'onnx/model_quantized.onnx': onnx, 'tokenizer.json': tokenizer }],
])('takes files that lie %s', async (_, files) => {
  const { model, dataFolder } = await install({ ...files, 'model.json': description })
  expect(model?.description).toEqual(tinyDescription)
  expect(await findModel(dataFolder, undefined)).toEqual({ model })
  expect(readdirSync(join(dataFolder, 'models'))).toEqual(['tiny'])
})

test('a model that is brought under the name of one that is known is used as that one, and is told apart from it', async () => {
  const brought = await bringModel(writeFolder({ 'model.onnx': onnx, 'tokenizer.json': tokenizer }), {
    dataFolder: temporaryFolder(),
    name: 'minilm',
  })
  expect(brought).toMatchObject({ description: { name: 'minilm', dimensions: 384 }, isPublished: false })
})

test('what was installed last is used, and what is installed again replaces what was there', async () => {
  const { dataFolder } = await install({ ...tinyFiles(), 'model.json': description })
  const other = JSON.stringify({ ...tinyDescription, name: 'other' })
  await install({ ...tinyFiles(), 'model.json': other }, undefined, dataFolder)
  expect((await findModel(dataFolder, undefined)).model?.description.name).toBe('other')
  await install({ ...tinyFiles(), 'model.json': description }, undefined, dataFolder)
  expect((await findModel(dataFolder, undefined)).model?.description.name).toBe('tiny')
  expect((await findModel(dataFolder, 'other')).model?.description.name).toBe('other')
})

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['holds nothing', {}, /must hold one model\.onnx\. It holds nothing\.$/],
  ['has no tokenizer', { 'model.onnx': onnx }, /must hold one tokenizer\.json\. It holds model\.onnx\.$/],
  [
    'has two models',
    { 'a.onnx': onnx, 'b.onnx': onnx, 'tokenizer.json': tokenizer },
    /must hold one model\.onnx/,
  ],
  [
    'does not say which model it is',
    tinyFiles(),
    /^Say which model it is, minilm or bge-small, or describe another one in .+model\.json; `npx hallway model --help` says how\.$/,
  ],
  [
    'has half a description',
    { ...tinyFiles(), 'model.json': '{' },
    /model\.json is no description of a model: it is half a file, or no JSON\./,
  ],
  [
    'has a description that cannot be',
    { ...tinyFiles(), 'model.json': description.replace('"mean"', '"sum"') },
    /model\.json is no description of a model: pooling: /,
  ],
])('says in one line what is wrong with a folder that %s', async (_, files, told) => {
  expect((await install(files)).problem).toMatch(told)
})

test('a folder that is not there is one line too', async () => {
  const brought = await bringModel('nowhere', { dataFolder: temporaryFolder(), name: undefined })
  expect(brought).toEqual({ problem: 'nowhere is no folder that can be read.' })
})

test('files that cannot be run are not installed, and leave what was there', async () => {
  const { dataFolder, model } = await install({ ...tinyFiles(), 'model.json': description })
  const broken = { ...tinyFiles(), 'model.onnx': 'not a model', 'model.json': description }
  await expect(install(broken, undefined, dataFolder)).rejects.toThrow(
    /^model\.onnx cannot be loaded \(.+\): bring it anew by .+--from <folder>`\.$/,
  )
  expect(await findModel(dataFolder, undefined)).toEqual({ model })
  expect(existsSync(join(dataFolder, 'models/.tiny.partial'))).toBe(false)
})
