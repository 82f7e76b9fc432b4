import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../files/private-access.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { parseJson } from '../../text/parse-json.ts'
import { checksumOf } from './download.ts'
import { knownModels } from './known-models.ts'
import { type ModelDescription, modelDescription, modelFault } from './model-description.ts'
import { descriptionFile, type ModelFile } from './model-files.ts'
import { stagingFolder } from './model-folder.ts'

interface Brought {
  readonly description: ModelDescription
  /** Whether the files are those that are published: if not, what they are is known from now on only. */
  readonly isPublished: boolean
}

/**
 * Takes a model's files from a folder that somebody brought: a `.onnx` and a `tokenizer.json`, and a description if the
 * model is not supported by name.
 * @param name of a supported model, if it was given
 * @returns what it is, or what is wrong, as one line
 */
export async function bringModel(
  folder: string,
  { dataFolder, name }: { readonly dataFolder: string; readonly name: string | undefined },
): Promise<Brought | { readonly problem: string }> {
  const listed = await listFiles(folder)
  if (!listed) return { problem: `${folder} is no folder that can be read.` }
  const onnx = onlyOne(listed, 'model.onnx', '.onnx')
  const tokenizer = onlyOne(listed, 'tokenizer.json', 'tokenizer.json')
  if (!onnx || !tokenizer) {
    const missing = onnx ? 'tokenizer.json' : 'model.onnx'
    return { problem: `${folder} must hold one ${missing}. It holds ${listed.join(', ') || 'nothing'}.` }
  }
  const paths: Readonly<Record<ModelFile, string>> = {
    'model.onnx': join(folder, onnx),
    'tokenizer.json': join(folder, tokenizer),
  }
  const checksum = await checksumOf(paths['model.onnx'])
  const published = knownModels.find(({ files }) => files['model.onnx'].sha256 === checksum)
  const described = await readDescription(folder, name, published?.description)
  if ('problem' in described) return described
  const { description } = described
  const staging = stagingFolder(dataFolder, description.name)
  makePrivateFolder(staging)
  for (const [file, path] of Object.entries(paths)) await copyFile(path, join(staging, file))
  const known = knownModels.find((model) => model.description.name === description.name)
  const isPublished =
    known !== undefined &&
    known === published &&
    (await checksumOf(paths['tokenizer.json'])) === known.files['tokenizer.json'].sha256
  return { description, isPublished }
}

/** Its files and those of its `onnx` folder, where models are often kept; undefined if it cannot be read. */
async function listFiles(folder: string): Promise<readonly string[] | undefined> {
  try {
    const inner = await readdir(join(folder, 'onnx')).catch(() => [])
    return [...(await readdir(folder)), ...inner.map((name) => join('onnx', name))]
  } catch {
    return undefined
  }
}

/** The file of that name, or else the only one whose name ends so. */
function onlyOne(files: readonly string[], name: string, ending: string): string | undefined {
  if (files.includes(name)) return name
  const [file, ...others] = files.filter((path) => path.endsWith(ending))
  return others.length === 0 ? file : undefined
}

async function readDescription(
  folder: string,
  name: string | undefined,
  published: ModelDescription | undefined,
): Promise<{ readonly description: ModelDescription } | { readonly problem: string }> {
  const known = knownModels.find(({ description }) => description.name === name)?.description ?? published
  if (known) return { description: known }
  const path = join(folder, descriptionFile)
  const text = await readWholeText(path).catch(() => undefined)
  const names = knownModels.map(({ description }) => description.name).join(' or ')
  if (text === undefined)
    return {
      problem: `Say which model it is, ${names}, or describe another one in ${path}; \`npx hallway model --help\` says how.`,
    }
  const value = parseJson(text)
  const read = modelDescription.safeParse(value)
  if (!read.success)
    return { problem: `${path} is no description of a model: ${modelFault(value, read.error)}.` }
  return { description: name === undefined ? read.data : { ...read.data, name } }
}
