import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { megabytes } from '../files/megabytes.ts'
import { installModel } from '../meaning/encode/install-model.ts'
import { installRuntime } from '../meaning/encode/install-runtime.ts'
import { isRuntimeInstalled } from '../meaning/encode/runtime.ts'
import { startEncoder } from '../meaning/encode/start-encoder.ts'
import { EncoderFailure } from '../meaning/encoder.ts'
import { bringModel } from '../meaning/model/bring-model.ts'
import { DownloadFailure } from '../meaning/model/download.ts'
import { fetchModel } from '../meaning/model/fetch-model.ts'
import { findModel } from '../meaning/model/find-model.ts'
import { type KnownModel, knownModels } from '../meaning/model/known-models.ts'
import type { ModelDescription } from '../meaning/model/model-description.ts'
import { modelFiles } from '../meaning/model/model-files.ts'
import { installedModels, type Model, modelsFolder } from '../meaning/model/model-folder.ts'
import { readModel } from '../meaning/model/read-model.ts'
import { type Folders, openAnswers } from './open-answers.ts'
import { createProgress } from './progress.ts'
import { describeOptions, type Option, readOptions } from './read-options.ts'
import { refuseUsage } from './refuse-usage.ts'
import { writeOutput } from './write-output.ts'

export interface ModelOptions extends Folders {
  /** The words after `hallway model`. */
  readonly argv: readonly string[]
  readonly stdout: Writable
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where what runs models is. Default: beside Hallway's sources. */
  readonly runtimeFolder?: string
}

const options = {
  from: { value: 'FOLDER', help: 'take the files from a folder instead of the network' },
} as const satisfies Record<string, Option>

export const modelHelp = `Usage: npx hallway model [get [name]] [--from FOLDER]

${describeOptions(options)}

Search by meaning, beside search by words: a sentence encoder turns texts into numbers, on this machine. It writes nothing
and sends nothing. “npx hallway model” tells what there is; “npx hallway model get” installs what runs a model and the model
itself, once, and encodes the notes. A bot that runs uses it from then on. HALLWAY_MEANING=off switches it off.

Models: ${knownModels.map(({ description }) => description.name).join(', ')}; without a name, the first one. Files are fetched from
where they are published, or from HALLWAY_MODEL_MIRROR, and compared with checksums. --from takes a folder with a .onnx
file and its tokenizer.json; for another model than these, also a model.json such as
  { "name": "mine", "dimensions": 384, "pooling": "mean", "maxTokens": 256, "questionPrefix": "", "passagePrefix": "" }
where pooling says what stands for a text: the mean of its tokens, or the first one.
`

/** `hallway model`: resolves to the exit code. */
export async function model(where: ModelOptions): Promise<number> {
  const { argv, stderr } = where
  const read = readOptions(argv, options)
  if ('problem' in read) return refuseUsage(stderr, modelHelp, read.problem)
  const [action, name, ...others] = read.words
  const { from } = read.values
  if (others.length > 0) return refuseUsage(stderr, modelHelp, `what is “${others[0]}”?`)
  if (action === undefined && from === undefined) return tell(where)
  if (action !== 'get') return refuseUsage(stderr, modelHelp, `say “get”${action ? `, not “${action}”` : ''}`)
  try {
    return await get({ ...where, name, from })
  } catch (error) {
    if (!(error instanceof DownloadFailure || error instanceof EncoderFailure)) throw error
    stderr.write(`hallway model: ${error.message}\n`)
    return 1
  }
}

async function tell({ dataFolder, stdout, env, runtimeFolder }: ModelOptions): Promise<number> {
  const names = await installedModels(dataFolder)
  const { model: used, problem } = await findModel(dataFolder, wantedModel(env))
  const state = used
    ? await stateOf(used, runtimeFolder)
    : problem !== undefined
      ? `off: ${problem}`
      : `off, ${wantedModel(env) === 'off' ? 'by HALLWAY_MEANING' : 'since no model is installed'}.`
  const rows = knownModels.map(({ description, licence, path, files }) => {
    const bytes = modelFiles.reduce((sum, file) => sum + files[file].bytes, 0)
    const published = path.split('/').slice(0, 2).join('/')
    return [description.name, `${published}, ${megabytes(bytes)}, ${licence}`] as const
  })
  const own = names.filter((name) => !rows.some(([known]) => known === name))
  const lines = [...rows, ...own.map((name) => [name, 'brought'] as const)].map(
    ([name, says]) =>
      `  ${name.padEnd(12)}${(names.includes(name) ? 'installed' : 'not installed').padEnd(16)}${says}`,
  )
  const last =
    names.length === 0
      ? '“npx hallway model get” installs the first one, and 291 MB of what runs it.'
      : `Models are in ${modelsFolder(dataFolder)}; a folder that is removed there is no longer used.`
  const text = [`Search by meaning is ${state}`, '', ...lines, '', last].join('\n')
  return (await writeOutput(stdout, `${text}\n`)) ? 0 : 1
}

/** To follow “Search by meaning is”: the model is tried, as a bot does that starts. */
async function stateOf(used: Model, runtimeFolder: string | undefined): Promise<string> {
  if (!isRuntimeInstalled(runtimeFolder))
    return 'off, since what runs models is not installed: “npx hallway model get” installs it.'
  try {
    const encoder = await startEncoder(used, { runtimeFolder })
    await encoder.stop()
    return `on, with ${used.description.name}.`
  } catch (error) {
    if (!(error instanceof EncoderFailure)) throw error
    return `off: ${error.message}`
  }
}

interface Get extends ModelOptions {
  readonly name: string | undefined
  readonly from: string | undefined
}

async function get({ name, from, ...where }: Get): Promise<number> {
  const { dataFolder, stdout, stderr } = where
  const known = knownModels.find(
    ({ description }) => description.name === (name ?? knownModels[0]!.description.name),
  )
  if (from === undefined && !known) {
    const names = knownModels.map(({ description }) => description.name).join(' or ')
    return refuseUsage(stderr, modelHelp, `“${name}” is not known: it is ${names}, or comes with --from`)
  }
  const gathered = from === undefined ? await fetchKnown(known!, where) : await bring(from, name, where)
  if (gathered === undefined || !(await installRuntime())) return 1
  const { description, isThere } = gathered
  if (!isThere) {
    const { folder } = await installModel(dataFolder, description)
    stdout.write(`Installed ${description.name} in ${folder}.\n`)
  }
  const answers = await openAnswers({ ...where, meaning: description.name }, stderr, {
    maxEncoded: Number.POSITIVE_INFINITY,
  })
  if (!answers) return 1
  stdout.write(
    `${description.name} is there and the notes are encoded: answers go by words and by meaning.\n`,
  )
  return 0
}

interface Gathered {
  readonly description: ModelDescription
  /** Whether it is installed already. */
  readonly isThere: boolean
}

async function fetchKnown(known: KnownModel, { dataFolder, env, stderr }: ModelOptions): Promise<Gathered> {
  const { description, files } = known
  const { model } = await readModel(join(modelsFolder(dataFolder), description.name))
  const isThere =
    model !== undefined && modelFiles.every((name) => model.checksums[name] === files[name].sha256)
  if (isThere) return { description, isThere }
  const progress = createProgress(stderr)
  const onProgress = (bytes: number, all: number) =>
    progress.fetching(bytes / all, `${megabytes(bytes)} of ${megabytes(all)}`)
  const mirror = env.HALLWAY_MODEL_MIRROR?.trim() || undefined
  await fetchModel(known, { dataFolder, mirror, onProgress }).finally(progress.clear)
  return { description, isThere: false }
}

async function bring(
  folder: string,
  name: string | undefined,
  { dataFolder, stdout, stderr }: ModelOptions,
): Promise<Gathered | undefined> {
  const brought = await bringModel(folder, { dataFolder, name })
  if ('problem' in brought) {
    stderr.write(`hallway model: ${brought.problem}\n`)
    return undefined
  }
  if (!brought.isPublished)
    stdout.write('Hallway does not know these files: their checksums are kept as they are now.\n')
  return { description: brought.description, isThere: false }
}

function wantedModel(env: ModelOptions['env']): string | undefined {
  return env.HALLWAY_MEANING?.trim() || undefined
}
