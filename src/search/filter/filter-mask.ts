import { fold } from '../../text/fold.ts'
import type { Notice, Query } from '../query/query.ts'
import type { DocValues } from './doc-values.ts'
import { applyFilters, readFilters } from './filters.ts'
import { documentsWith, documentsWithBeginning, type PhraseSource } from './phrases.ts'

/** Which documents may be found at all: what filters, phrases and exclusions leave. None of them scores. */
export interface FilterMask {
  /** By document: 1 if it may be found. Undefined if all may. */
  readonly mask?: Uint8Array
  /** The same, without the documents that lack a phrase; only if there are phrases. */
  readonly phraseMask?: Uint8Array
  readonly notices: readonly Notice[]
}

export function buildFilterMask(query: Query, source: PhraseSource, docValues: DocValues): FilterMask {
  const { filters, phrases, exclusions } = query
  if (filters.length + phrases.length + exclusions.length === 0) return { notices: [] }
  const { reader } = source
  const mask = new Uint8Array(reader.index.documentCount).fill(1)
  const { filters: read, notices } = readFilters(filters, docValues)
  applyFilters(read, docValues, mask)
  for (const { text, form } of exclusions) {
    const excluded =
      form === 'beginning'
        ? documentsWithBeginning(fold(text), reader)
        : documentsWith(text, form === 'quoted' ? 'as-typed' : 'inflected', source)
    for (const document of excluded) mask[document] = 0
  }
  if (phrases.length === 0) return { mask, notices }
  const phraseMask = mask.slice()
  for (const { text } of phrases) keepOnly(phraseMask, documentsWith(text, 'as-typed', source))
  return { mask, phraseMask, notices }
}

/** Says of each phrase that it is searched for by its words alone. */
export function phraseNotices({ phrases }: Query): Notice[] {
  return phrases.map(({ text, start, end }) => ({
    kind: 'unknown-phrase',
    start,
    end,
    message: `No talk that fits says “${text}” word for word, so its words are searched for.`,
  }))
}

function keepOnly(mask: Uint8Array, documents: readonly number[]): void {
  const kept = new Uint8Array(mask.length)
  for (const document of documents) kept[document] = mask[document]!
  mask.set(kept)
}
