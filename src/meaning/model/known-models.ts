import type { ModelDescription } from './model-description.ts'
import type { ModelFile } from './model-files.ts'

/** A model that is supported by name. */
export interface KnownModel {
  readonly description: ModelDescription
  readonly licence: string
  /** Below the address that models are fetched from; of a revision that never changes. */
  readonly path: string
  readonly files: Readonly<Record<ModelFile, PublishedFile>>
}

interface PublishedFile {
  /** Below the model's path. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Where models are fetched from unless a mirror is set. */
export const modelHub = 'https://huggingface.co/'

/** The first one is used if none is named. Both have 8-bit weights. */
export const knownModels: readonly KnownModel[] = [
  {
    description: {
      name: 'minilm',
      dimensions: 384,
      pooling: 'mean',
      questionPrefix: '',
      passagePrefix: '',
      maxTokens: 256,
    },
    licence: 'Apache-2.0',
    path: 'Xenova/all-MiniLM-L6-v2/resolve/751bff37182d3f1213fa05d7196b954e230abad9/',
    files: {
      'model.onnx': {
        path: 'onnx/model_quantized.onnx',
        bytes: 22_972_370,
        sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
      },
      'tokenizer.json': {
        path: 'tokenizer.json',
        bytes: 711_661,
        sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
      },
    },
  },
  {
    description: {
      name: 'bge-small',
      dimensions: 384,
      pooling: 'first',
      questionPrefix: 'Represent this sentence for searching relevant passages: ',
      passagePrefix: '',
      maxTokens: 256,
    },
    licence: 'MIT',
    path: 'Xenova/bge-small-en-v1.5/resolve/ea104dacec62c0de699686887e3f920caeb4f3e3/',
    files: {
      'model.onnx': {
        path: 'onnx/model_quantized.onnx',
        bytes: 34_014_426,
        sha256: '6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4',
      },
      'tokenizer.json': {
        path: 'tokenizer.json',
        bytes: 711_396,
        sha256: 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66',
      },
    },
  },
]

export const isKnownModel = (name: string): boolean =>
  knownModels.some(({ description }) => description.name === name)

/** What to do about files that are no good, to follow a colon. */
export function howToGetAnew(name: string): string {
  const command = `npx hallway model get ${name}`
  return isKnownModel(name)
    ? `fetch it anew by \`${command}\`, or bring it by \`${command} --from <folder>\`.`
    : `bring it anew by \`${command} --from <folder>\`.`
}
