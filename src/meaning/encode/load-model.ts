import { join } from 'node:path'
import { firstLineOfError } from '../../files/first-line-of-error.ts'
import { readRegularFile } from '../../files/read-regular-file.ts'
import type { Spelt } from '../encoder.ts'
import { checksumOf } from '../model/download.ts'
import { howToGetAnew, isKnownModel } from '../model/known-models.ts'
import type { ModelDescription } from '../model/model-description.ts'
import { descriptionFile } from '../model/model-files.ts'
import type { Model } from '../model/model-folder.ts'
import { type EncoderSession, loadRuntime, type Runtime, type Tokenizer } from './runtime.ts'

/**
 * Loads a model's files and gives what encodes a text, in this process and synchronously at heart: it belongs into a process
 * of its own.
 * @throws Error whose message is one line that says what is wrong and what to do
 */
export async function loadModel(model: Model, runtimeFolder: string, threads: number) {
  const { folder, description, checksums } = model
  const [onnx, tokens] = [join(folder, 'model.onnx'), join(folder, 'tokenizer.json')]
  for (const [path, expected] of [
    [onnx, checksums['model.onnx']],
    [tokens, checksums['tokenizer.json']],
  ] as const) {
    const actual = await checksumOf(path).catch(() => undefined)
    if (actual !== expected)
      throw new Error(
        `${path} ${actual ? 'is damaged or half a file' : 'is missing'}: ${howToGetAnew(description.name)}`,
      )
  }
  const runtime = loadRuntime(runtimeFolder)
  const tokenizer = await openTokenizer(runtime, tokens).catch((error) => {
    throw new Error(`${tokens} is no tokenizer (${String(error)}): ${howToGetAnew(description.name)}`)
  })
  const session = await runtime.openSession(onnx, threads).catch((error) => {
    throw (
      wantOfMemory(error, description) ??
      new Error(`${onnx} cannot be loaded (${firstLineOfError(error)}): ${howToGetAnew(description.name)}`)
    )
  })
  const encode = (text: Spelt) =>
    encodeText(text, { runtime, tokenizer, session, model }).catch((error) => {
      throw wantOfMemory(error, description) ?? error
    })
  const probe = await encode('a question')
  if (probe.some((number) => !Number.isFinite(number)))
    throw new Error(`${onnx} gives no numbers for a text: ${howToGetAnew(description.name)}`)
  return encode
}

/** What native code says if memory runs out and it notices; else its process just ends. */
const outOfMemory = /bad[ _]alloc|out of memory|failed to allocate/i

function wantOfMemory(error: unknown, { name }: ModelDescription): Error | undefined {
  if (!outOfMemory.test(String(error))) return undefined
  return new Error(
    `There is not enough memory to run the model ${name}: give Hallway more, or set HALLWAY_MEANING=off.`,
    { cause: error },
  )
}

/** In bytes: of the models there are, the largest has 17 MB. */
const maxTokenizerSize = 256 * 1024 * 1024

async function openTokenizer(runtime: Runtime, path: string): Promise<Tokenizer> {
  // How long texts may be is the description's to say; padding is done here.
  const file = {
    ...JSON.parse(String(await readRegularFile(path, maxTokenizerSize))),
    truncation: null,
    padding: null,
  }
  return runtime.openTokenizer(file)
}

function ofOtherDimensions(dimensions: number, { folder, description: { name, ...said } }: Model): string {
  const gives = `gives ${dimensions} numbers a text`
  return isKnownModel(name)
    ? `${join(folder, 'model.onnx')} ${gives}, and ${name} gives ${said.dimensions}: ${howToGetAnew(name)}`
    : `The model ${gives}, and ${join(folder, descriptionFile)} says ${said.dimensions}: write ${dimensions} there.`
}

interface ModelParts {
  readonly runtime: Runtime
  readonly tokenizer: Tokenizer
  readonly session: EncoderSession
  readonly model: Model
}

/**
 * A text a run: several at once, padded to the longest, take no less time, and numbers of 8 bits within a model would depend on
 * what else is in the run.
 */
async function encodeText(text: Spelt, parts: ModelParts): Promise<Float32Array> {
  const { runtime, tokenizer, session } = parts
  const { dimensions, pooling, maxTokens } = parts.model.description
  const ids = cut(idsOf(text, tokenizer), maxTokens)
  // Of no token it means nothing, and is near nothing.
  if (ids.length === 0) return new Float32Array(dimensions)
  const inputs = {
    input_ids: BigInt64Array.from(ids, BigInt),
    attention_mask: new BigInt64Array(ids.length).fill(1n),
    ...(session.inputNames.includes('token_type_ids') && { token_type_ids: new BigInt64Array(ids.length) }),
  }
  const { data, dims } = await runtime.run(session, inputs, [1, ids.length])
  if (dims.at(-1) !== dimensions) throw new Error(ofOtherDimensions(dims.at(-1)!, parts.model))
  return pool(pooling === 'first' ? data.subarray(0, dimensions) : data, dimensions)
}

function idsOf(text: Spelt, tokenizer: Tokenizer): readonly number[] {
  const spellings = typeof text === 'string' ? [text] : text
  return spellings
    .map((spelling) => tokenizer.encode(spelling).ids)
    .reduce((fewest, ids) => (ids.length < fewest.length ? ids : fewest))
}

/** The last token ends a text. */
function cut(ids: readonly number[], maxTokens: number): readonly number[] {
  return ids.length > maxTokens ? [...ids.slice(0, maxTokens - 1), ids.at(-1)!] : ids
}

/** The mean of the tokens' vectors, as a vector of length 1. */
function pool(vectors: Float32Array, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions)
  for (let at = 0; at < vectors.length; at++) sum[at % dimensions]! += vectors[at]!
  const length = Math.hypot(...sum)
  return sum.map((number) => number / length)
}
