import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Judgments } from './metrics.ts'
import type { SearchDocument } from './peers/peer.ts'

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
 * Reads every folder of `<folder>/ir` that holds docs.jsonl (id, title, text), queries.jsonl (id, text) and qrels.tsv
 * (query id, document id, gain), in order of name. Questions without a relevant document are left out.
 * @throws Error naming file and line where one cannot be read, or the folder where it holds no collection.
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

function readCollection(folder: string): Collection {
  const judged = readJudgments(join(folder, 'qrels.tsv'))
  const queries = readJsonLines(join(folder, 'queries.jsonl'), ['id', 'text'])
  return {
    name: basename(folder),
    documents: readJsonLines(join(folder, 'docs.jsonl'), ['id', 'title', 'text']),
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

function readJsonLines<Key extends string>(file: string, keys: readonly Key[]): Record<Key, string>[] {
  return linesOf(file).map((line, index) => {
    try {
      const record = JSON.parse(line) as Record<string, unknown>
      return Object.fromEntries(keys.map((key) => [key, String(record[key] ?? '')])) as Record<Key, string>
    } catch (cause) {
      throw new Error(`${file}:${index + 1}: not a line of JSON.`, { cause })
    }
  })
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
