import type { Talk } from '../../notes/talk.ts'
import { encodedPassages } from '../encoded-passages.ts'
import type { Encoder } from '../encoder.ts'
import type { Model } from '../model/model-folder.ts'
import {
  allocateVectors,
  noPassage,
  type PassageVectors,
  quantize,
  viewsOf,
} from '../vectors/passage-vectors.ts'
import { textKey } from '../vectors/text-key.ts'
import { readVectors, writeVectors } from '../vectors/vector-file.ts'
import { startEncoder } from './start-encoder.ts'

export interface PassageJob {
  /** Of a snapshot of the notes. */
  readonly buffer: SharedArrayBuffer
  readonly model: Model
  /** Where vectors are kept. */
  readonly path: string
  readonly runtimeFolder: string | undefined
  /** Whether somebody waits for it; else whatever the machine has to do goes first. */
  readonly isAwaited: boolean
}

/** What is told of the work, in this order. */
export type PassageMessage =
  /** A whole sentence. */
  | { readonly kind: 'problem'; readonly message: string }
  /** The model cannot be used: the message says why and what to do. */
  | { readonly kind: 'unusable'; readonly message: string }
  /** From now on there is something to search in; it fills with what is encoded. How many are still to be is told. */
  | { readonly kind: 'opened'; readonly passages: PassageVectors; readonly missing: number }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }

interface JobListener {
  readonly say: (message: PassageMessage) => void
  /** Stops the work; what is encoded is kept. */
  readonly signal: AbortSignal
}

/** Passages that go to the encoder in one message. */
const batchSize = 8
/** How often what is encoded so far is kept. */
const keepEveryMs = 30_000

/**
 * Opens the vectors of all passages: those that are kept, and room for the others, which are then encoded, talk by talk.
 * Never throws: what is wrong is said.
 */
export async function openPassages(
  talks: readonly Talk[],
  { model, path, runtimeFolder, isAwaited }: Omit<PassageJob, 'buffer'>,
  { say, signal }: JobListener,
): Promise<void> {
  const { texts, keys, passages } = collect(talks, model)
  const { kept, problem } = await readVectors(path, model)
  if (problem) say({ kind: 'problem', message: `${path} ${problem}: all passages are encoded anew.` })
  const { vectors, scales } = viewsOf(passages)
  const { dimensions } = passages
  keys.forEach((key, passage) => {
    const row = kept?.rows.get(key)
    if (row === undefined) return
    vectors.set(kept!.vectors.subarray(row * dimensions, (row + 1) * dimensions), passage * dimensions)
    scales[passage] = kept!.scales[row]!
  })
  const missing = [...texts.keys()].filter((passage) => scales[passage] === 0)
  say({ kind: 'opened', passages, missing: missing.length })
  const keep = () =>
    writeVectors(path, model, { passages, keys }).catch((error) =>
      say({ kind: 'problem', message: `Encoded passages cannot be kept in ${path} (${error.message}).` }),
    )
  const encoding = { texts, passages, model, runtimeFolder, isAwaited, keep, say, signal }
  if (missing.length > 0) {
    await encodeMissing(missing, encoding).catch((error) => {
      if (!signal.aborted) say({ kind: 'unusable', message: error.message })
    })
  }
  // What a model cannot replace is left as it is: the next one, or the same put right, may use it.
  const hasEncoded = missing.some((passage) => scales[passage] !== 0)
  const isOutdated = missing.length === 0 && kept !== undefined && kept.rows.size !== new Set(keys).size
  if (hasEncoded || isOutdated) await keep()
}

function collect(talks: readonly Talk[], { description }: Model) {
  const starts = new Uint32Array(talks.length + 1)
  const texts: (readonly string[])[] = []
  const numbers: number[] = []
  // As the search numbers its documents.
  const ordered = talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  ordered.forEach((talk, document) => {
    for (const { passage, texts: ofPassage } of encodedPassages(talk)) {
      texts.push(ofPassage.map((text) => description.passagePrefix + text))
      numbers.push(passage ?? noPassage)
    }
    starts[document + 1] = texts.length
  })
  const passages = allocateVectors(description.dimensions, {
    starts,
    passageNumbers: Uint32Array.from(numbers),
  })
  return { texts, keys: texts.map((ofPassage) => textKey(ofPassage.join('\0'))), passages }
}

interface Encoding extends JobListener {
  /** By passage. */
  readonly texts: readonly (readonly string[])[]
  readonly passages: PassageVectors
  readonly model: Model
  readonly runtimeFolder: string | undefined
  readonly isAwaited: boolean
  readonly keep: () => Promise<void>
}

async function encodeMissing(missing: readonly number[], encoding: Encoding): Promise<void> {
  const { texts, passages, model, runtimeFolder, isAwaited, keep, say, signal } = encoding
  const { vectors, scales } = viewsOf(passages)
  const { dimensions } = passages
  signal.throwIfAborted()
  const encoder = await startEncoder(model, { runtimeFolder, isPatient: !isAwaited })
  const stop = () => void encoder.stop()
  signal.addEventListener('abort', stop)
  try {
    let keptAt = performance.now()
    let done = 0
    for (let from = 0; from < missing.length; from += batchSize) {
      signal.throwIfAborted()
      const batch = missing.slice(from, from + batchSize)
      const encoded = await encodeEach(
        batch.map((passage) => texts[passage]!),
        encoder,
      )
      batch.forEach((passage, place) => {
        const into = vectors.subarray(passage * dimensions, (passage + 1) * dimensions)
        scales[passage] = quantize(encoded[place]!, into)
      })
      done += batch.length
      say({ kind: 'progress', done, total: missing.length })
      if (performance.now() - keptAt < keepEveryMs) continue
      await keep()
      keptAt = performance.now()
    }
  } finally {
    signal.removeEventListener('abort', stop)
    await encoder.stop()
  }
}

/** The mean of the vectors of each one's texts. */
async function encodeEach(
  passages: readonly (readonly string[])[],
  encoder: Encoder,
): Promise<readonly Float32Array[]> {
  const vectors = [...(await encoder.encode(passages.flat()))]
  return passages.map(({ length }) => {
    const [first, second = first] = vectors.splice(0, length)
    return first!.map((number, axis) => (number + second![axis]!) / 2)
  })
}
