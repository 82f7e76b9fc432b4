import { fold } from '../../text/fold.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { Notice, Query } from '../query/query.ts'
import type { DocValues } from './doc-values.ts'
import { applyFilters, readFilters } from './filters.ts'
import { documentsWith, documentsWithBeginning } from './phrases.ts'

/** Which documents may be found at all: what filters, phrases and exclusions leave. None of them scores. */
export interface FilterMask {
  /** By document: 1 where it may be found. Undefined where all may. */
  readonly mask?: Uint8Array
  readonly notices: readonly Notice[]
}

export function buildFilterMask(
  query: Query,
  { reader, languages }: { readonly reader: IndexReader; readonly languages: readonly string[] },
  attributes: DocValues,
): FilterMask {
  const { filters, phrases, exclusions } = query
  if (filters.length + phrases.length + exclusions.length === 0) return { notices: [] }
  const mask = new Uint8Array(reader.index.documentCount).fill(1)
  const notices: Notice[] = []
  if (filters.length > 0) {
    const read = readFilters(filters, attributes)
    applyFilters(read.filters, mask)
    notices.push(...read.notices)
  }
  for (const { text, start, end } of phrases) {
    const documents = documentsWith(text, reader, languages)
    keepOnly(mask, documents)
    if (documents.length === 0) {
      const message = `No talk says “${text}” word for word.`
      notices.push({ kind: 'unknown-phrase', start, end, message })
    }
  }
  for (const { text, isBeginning } of exclusions) {
    const excluded = isBeginning
      ? documentsWithBeginning(fold(text), reader)
      : documentsWith(text, reader, languages)
    for (const document of excluded) mask[document] = 0
  }
  return { mask, notices }
}

function keepOnly(mask: Uint8Array, documents: readonly number[]): void {
  const kept = new Uint8Array(mask.length)
  for (const document of documents) kept[document] = mask[document]!
  mask.set(kept)
}
