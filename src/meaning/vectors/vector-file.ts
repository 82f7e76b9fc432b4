import { join, parse } from 'node:path'
import { packSections, readSections } from '../../library/snapshot/sections.ts'
import { readSnapshotFile, snapshotPath, writeSnapshotFile } from '../../library/snapshot/snapshot-file.ts'
import type { Model } from '../model/model-folder.ts'
import { type PassageVectors, viewsOf } from './passage-vectors.ts'
import { textKeyLength } from './text-key.ts'

/** Vectors as they are kept from one run to the next. */
interface KeptVectors {
  /** The row of a text, by its key. */
  readonly rows: ReadonlyMap<string, number>
  readonly vectors: Int8Array
  readonly scales: Float32Array
}

/** Beside the index of the same notes; each model has its own, so that going back to one costs nothing. */
export function vectorsPath(dataFolder: string, corpusFolder: string, { description }: Model): string {
  const { dir, name, ext } = parse(snapshotPath(dataFolder, corpusFolder))
  return join(dir, `${name}-${description.name}${ext}`)
}

/** The vectors of a file, or why they cannot be used; neither if there is no file. Never throws. */
export async function readVectors(
  path: string,
  { key }: Model,
): Promise<{ readonly kept?: KeptVectors; readonly problem?: string }> {
  const { buffer, problem } = await readSnapshotFile(path, key, 'of another model, or of another version')
  if (problem) return { problem }
  if (!buffer) return {}
  const { keys, vectors, scales } = readSections(buffer) as Record<string, Uint8Array<SharedArrayBuffer>>
  const digits = Buffer.from(keys!.buffer, keys!.byteOffset, keys!.byteLength).toString('hex')
  const rows = new Map<string, number>()
  for (let row = 0; row < scales!.length; row++)
    rows.set(digits.slice(2 * textKeyLength * row, 2 * textKeyLength * (row + 1)), row)
  const numbers = new Int8Array(vectors!.buffer, vectors!.byteOffset, vectors!.byteLength)
  return { kept: { rows, vectors: numbers, scales: scales as unknown as Float32Array } }
}

/**
 * Keeps what is encoded so far.
 * @param keys of all passages
 * @throws if the file system refuses
 */
export async function writeVectors(
  path: string,
  { key }: Model,
  { passages, keys }: { readonly passages: PassageVectors; readonly keys: readonly string[] },
): Promise<void> {
  const { dimensions } = passages
  const { vectors, scales } = viewsOf(passages)
  const encoded = [...keys.keys()].filter((passage) => scales[passage] !== 0)
  const kept = new Uint8Array(encoded.length * dimensions)
  encoded.forEach((passage, row) => {
    kept.set(vectors.subarray(passage * dimensions, (passage + 1) * dimensions), row * dimensions)
  })
  const sections = {
    keys: new Uint8Array(Buffer.from(encoded.map((passage) => keys[passage]).join(''), 'hex')),
    vectors: kept,
    scales: Float32Array.from(encoded, (passage) => scales[passage]!),
  }
  await writeSnapshotFile(path, packSections(sections, key))
}
