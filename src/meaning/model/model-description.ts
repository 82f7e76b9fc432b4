import { z } from 'zod'
import { isModelName, type ModelFile } from './model-files.ts'

const checksum = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal digits')

const shape = {
  name: z.string().refine(isModelName, 'is not made of lower-case letters, digits, dots and hyphens'),
  /** How many numbers a text becomes. */
  dimensions: z.int().min(16).max(4096).multipleOf(16),
  /** What stands for the whole text: the mean of its tokens' vectors, or the first one. */
  pooling: z.enum(['mean', 'first']),
  /** What the model wants before a question. */
  questionPrefix: z.string().default(''),
  /** What it wants before what is to be found. */
  passagePrefix: z.string().default(''),
  /** How many tokens of a text are read. */
  maxTokens: z.int().min(16).max(8192),
}

/** How a sentence encoder is used: what its authors say of it. */
export const modelDescription = z.object(shape)
export type ModelDescription = Readonly<z.infer<typeof modelDescription>>

/** What `model.json` holds once a model is installed: also which files they were. */
export const installedDescription = z.object({
  ...shape,
  checksums: z.object({ 'model.onnx': checksum, 'tokenizer.json': checksum }),
})
export type Checksums = Readonly<Record<ModelFile, string>>

/**
 * What is wrong with a value that is no description.
 * @param value as `parseJson` gives it
 */
export function modelFault(value: unknown, { issues: [first] }: z.ZodError): string {
  if (value === undefined) return 'it is half a file, or no JSON'
  return `${first!.path.join('.') || 'it'}: ${first!.message}`
}
