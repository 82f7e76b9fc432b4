import type { Talk } from '../../notes/talk.ts'
import { createTalkAnalyzer, type IndexingOptions } from './analyze-talks.ts'
import { compileIndex, type IndexParameters } from './compile-index.ts'
import type { CompiledIndex } from './compiled-index.ts'
import { updateIndex } from './update-index.ts'

/** From this many talks on, adding the others to lunr's index of these takes a third of the time, and gives the same bits. */
const builtByLunr = 1000

/** The index of talks that none is there of yet: lunr builds it, of many talks of the first, to which the others are added. */
export function buildIndex(
  talks: readonly Talk[],
  parameters: IndexParameters,
  { onProgress = () => {}, analyze = createTalkAnalyzer() }: IndexingOptions = {},
): CompiledIndex {
  const index = compileIndex(talks.slice(0, builtByLunr), parameters, { onProgress, analyze })
  if (talks.length <= builtByLunr) return index
  const documents = talks.map((talk, number) => (number < builtByLunr ? number : talk))
  return updateIndex(index, documents, parameters, {
    onProgress: (added) => onProgress(builtByLunr + added),
    analyze,
  })
}
