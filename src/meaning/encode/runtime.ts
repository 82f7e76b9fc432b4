import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackageLoader, type LoadFailure } from '../../files/package-loader.ts'

/** Where `npx hallway model get` installs what runs models: a package of its own, beside Hallway's. */
export const defaultRuntimeFolder = fileURLToPath(new URL('../../../meaning', import.meta.url))

/** Whether the packages are there; whether they run on this machine is seen when they are loaded. */
export function isRuntimeInstalled(folder = defaultRuntimeFolder): boolean {
  return existsSync(join(folder, 'node_modules/onnxruntime-node/package.json'))
}

/** What of the runtime's packages is used. */
export interface Runtime {
  readonly openTokenizer: (file: object) => Tokenizer
  /** @param threads that encode one run of texts together */
  readonly openSession: (path: string, threads: number) => Promise<EncoderSession>
  /** The vectors of all tokens, whose last dimension is the model's. */
  readonly run: (
    session: EncoderSession,
    inputs: Readonly<Record<string, BigInt64Array>>,
    shape: readonly number[],
  ) => Promise<Tensor>
}

export interface Tokenizer {
  encode(text: string): { readonly ids: readonly number[] }
}

export interface EncoderSession {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Tensor>>>
}

interface Tensor {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

interface OnnxRuntime {
  readonly InferenceSession: { create(path: string, options: object): Promise<EncoderSession> }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown
}

interface Tokenizers {
  readonly Tokenizer: new (file: object, config: object) => Tokenizer
}

/**
 * Loads the packages from their folder.
 * @throws Error whose message is one line that says what is missing and what to do
 */
export function loadRuntime(folder: string): Runtime {
  const read = createPackageLoader(folder, (why, cause) => new Error(whyMissing(why), { cause }))
  const onnx = read<OnnxRuntime>('onnxruntime-node')
  const { Tokenizer } = read<Tokenizers>('@huggingface/tokenizers')
  return {
    openTokenizer: (file) => new Tokenizer(file, {}),
    openSession: (path, threads) =>
      onnx.InferenceSession.create(path, {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        // Its arena keeps what the longest texts took: of 16 texts at a time 720 MB, without it 430.
        enableCpuMemArena: false,
        logSeverityLevel: 3,
      }),
    async run(session, inputs, shape) {
      const tensors = Object.entries(inputs).map(([name, data]) => [
        name,
        new onnx.Tensor('int64', data, shape),
      ])
      const outputs = await session.run(Object.fromEntries(tensors))
      return outputs.last_hidden_state ?? outputs[session.outputNames[0]!]!
    },
  }
}

function whyMissing({ name, isMissing, message }: LoadFailure): string {
  return isMissing
    ? `${name} is not installed: \`npx hallway model get\` installs it.`
    : `${name} has no binary that runs on ${process.platform}-${process.arch} (${message}): on a machine that ` +
        `it supports, remove meaning/node_modules and run \`npx hallway model get\`.`
}
