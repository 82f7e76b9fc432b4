import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SearchDocument } from '../peers/peer.ts'
import type { Judgments } from '../statistics/metrics.ts'

export interface JudgedQuery {
  readonly id: string
  readonly text: string
  /** At least one of them relevant. */
  readonly judgments: Judgments
}

/** Documents and questions with the documents that answer them. */
export interface Collection {
  readonly name: string
  readonly documents: readonly SearchDocument[]
  readonly queries: readonly JudgedQuery[]
}

/**
 * Reads every folder of `<folder>/ir` that holds docs.jsonl (id, title, text, and speakers and tags if there are any),
 * queries.jsonl (id, text) and qrels.tsv (query id, document id, gain), in order of name. Questions without a relevant
 * document are left out.
 * @throws Error naming file and line if one cannot be read, or the folder if it holds no collection.
 */
export function readCollections(folder: string): Collection[] {
  const root = join(folder, 'ir')
  const files = ['docs.jsonl', 'queries.jsonl', 'qrels.tsv']
  const folders = existsSync(root)
    ? readdirSync(root)
        .sort()
        .map((name) => join(root, name))
        .filter((path) => files.every((file) => existsSync(join(path, file))))
    : []
  if (folders.length === 0) throw new Error(`${root} holds no folder with ${files.join(', ')}: check --data.`)
  return folders.map(readCollection)
}

/**
 * Those that are named, in their own order; all for no names.
 * @throws Error for a name that none of them has.
 */
export function chooseCollections(
  collections: readonly Collection[],
  names: readonly string[] | undefined,
): readonly Collection[] {
  const known = collections.map(({ name }) => name)
  const unknown = names?.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`--collections: ${unknown} is none of ${known.join(', ')}.`)
  return names ? collections.filter(({ name }) => names.includes(name)) : collections
}

/** With every `step`th question. */
export function thinOut(collection: Collection, step: number): Collection {
  return { ...collection, queries: collection.queries.filter((_, index) => index % step === 0) }
}

function readCollection(folder: string): Collection {
  const judged = readJudgments(join(folder, 'qrels.tsv'))
  const queries = readJsonLines(join(folder, 'queries.jsonl'), ({ id, text }) => ({
    id: asText(id),
    text: asText(text),
  }))
  return {
    name: basename(folder),
    documents: readJsonLines(join(folder, 'docs.jsonl'), toDocument),
    queries: queries.flatMap(({ id, text }) => {
      const judgments = judged.get(id)
      return judgments ? [{ id, text, judgments }] : []
    }),
  }
}

function readJudgments(file: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>()
  for (const [index, line] of linesOf(file).entries()) {
    const [query, document, gain] = line.split('\t')
    if (!query || !document || !Number.isFinite(Number(gain)))
      throw new Error(`${file}:${index + 1}: expected query id, document id and a number, separated by tabs.`)
    if (Number(gain) <= 0) continue
    if (!judged.has(query)) judged.set(query, new Map())
    judged.get(query)!.set(document, Number(gain))
  }
  return judged
}

function toDocument({ id, title, text, speakers, tags }: JsonRecord): SearchDocument {
  return {
    id: asText(id),
    title: asText(title),
    text: asText(text),
    ...(speakers !== undefined && { speakers: asTexts(speakers) }),
    ...(tags !== undefined && { tags: asTexts(tags) }),
  }
}

type JsonRecord = Readonly<Record<string, unknown>>

function readJsonLines<Item>(file: string, toItem: (record: JsonRecord) => Item): Item[] {
  return linesOf(file).map((line, index) => {
    try {
      return toItem(JSON.parse(line) as JsonRecord)
    } catch (cause) {
      throw new Error(`${file}:${index + 1}: not a line of JSON as it should be.`, { cause })
    }
  })
}

function asText(value: unknown): string {
  return String(value ?? '')
}

function asTexts(value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError('not a list')
  return value.map(asText)
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
