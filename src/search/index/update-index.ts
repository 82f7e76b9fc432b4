import type { Talk } from '../../notes/talk.ts'
import { type AnalyzedTalk, analyzeTalks, countUses, type IndexingOptions } from './analyze-talks.ts'
import type { IndexParameters } from './compile-index.ts'
import { type CompiledIndex, expectRoom, firstMark, withNumber, wordMask } from './compiled-index.ts'
import { weigh } from './lunr-weights.ts'
import { type MergedWords, mergeWords } from './merge-words.ts'
import { packIndex, type Sequences, sequenceLength, startsOf, writeSequence } from './pack-index.ts'
import type { CountedUse } from './word-uses.ts'

/**
 * The index that `compileIndex` would build of all talks after a change, to the last bit, made from an earlier one: what
 * stays is not analysed again. The weights are computed again by lunr's formula, because every one of them depends on how many
 * talks there are. With 21,715 talks this takes a fraction of a second; lunr takes many.
 * @param documents those of the new index, in its order: the number of one that stays as it is, or a talk to analyse
 * @param parameters those that the earlier index was built with
 */
export function updateIndex(
  index: CompiledIndex,
  documents: readonly (number | Talk)[],
  parameters: IndexParameters,
  options?: IndexingOptions,
): CompiledIndex {
  const added = analyzeTalks(
    documents.filter((document) => typeof document !== 'number'),
    options,
  )
  const texts = added.values()
  const parts = documents.map((document) => (typeof document === 'number' ? document : texts.next().value!))
  const uses = countUses(added)
  const stay = new Set(documents)
  const gone = Array.from({ length: index.documentCount }, (_, number) => number).filter(
    (number) => !stay.has(number),
  )
  const merged = mergeWords(index, uses, gone)
  const { words, terms } = merged
  const sequences = mergeSequences(index, parts, merged, uses)
  const weights = weigh(
    sequences,
    words,
    { documentCount: documents.length, termCount: terms.length },
    parameters,
  )
  return packIndex({ terms, words, sequences, weights })
}

/** A document's number in the earlier index, or its texts. */
type UpdatedDocument = number | AnalyzedTalk

/** @param uses of the talks that came, by their keys */
function mergeSequences(
  index: CompiledIndex,
  parts: readonly UpdatedDocument[],
  { words: { words }, renumbered, numberOf }: MergedWords,
  uses: ReadonlyMap<string, CountedUse>,
): Sequences {
  expectRoom(words.length)
  const wordOf = new Map(Array.from(uses, ([key, { use }]) => [key, numberOf(use)]))
  const lengthOf = (part: UpdatedDocument) =>
    typeof part === 'number'
      ? index.sequenceStarts[part + 1]! - index.sequenceStarts[part]!
      : sequenceLength(part)
  const sequenceStarts = startsOf(parts.map(lengthOf))
  const sequence = new Uint32Array(sequenceStarts.at(-1)!)
  let at = 0
  for (const part of parts) {
    if (typeof part !== 'number') {
      at = writeSequence(part, wordOf, { sequence, at })
      continue
    }
    const [from, end] = [index.sequenceStarts[part]!, index.sequenceStarts[part + 1]!]
    if (renumbered) renumber(index.sequence.subarray(from, end), renumbered, { sequence, at })
    else sequence.set(index.sequence.subarray(from, end), at)
    at += end - from
  }
  return { sequenceStarts, sequence }
}

function renumber(
  entries: Uint32Array,
  renumbered: Uint32Array,
  { sequence, at }: { readonly sequence: Uint32Array; readonly at: number },
): void {
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place]!
    const number = entry & wordMask
    sequence[at + place] = number < firstMark ? withNumber(entry, renumbered[number]!) : entry
  }
}
