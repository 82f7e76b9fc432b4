import type { Spelt } from '../encoder.ts'
import type { Model } from '../model/model-folder.ts'

/** What is said to the process that runs a model: first what to load, then what to encode. */
export type EncoderRequest =
  | {
      readonly kind: 'load'
      readonly model: Model
      readonly runtimeFolder: string
      readonly threads: number
    }
  | { readonly kind: 'encode'; readonly id: number; readonly texts: readonly Spelt[] }

/** What it says. */
export type EncoderReply =
  | { readonly kind: 'ready' }
  /** The model cannot be run; the message is one line that says why and what to do. */
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'encoded'; readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
