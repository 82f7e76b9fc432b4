import { createTextMemory } from '../../../text/remembering.ts'
import type { CorpusStatistics, WeighedTalk } from '../corpus-statistics.ts'
import type { TalkIndex } from '../talk-index.ts'

/** Reads talks to be ranked, by their ids; those that come again are remembered. Fewer if time runs out. */
export type ReadWeighedTalks = (
  ids: readonly string[],
  maxMs: number,
) => Promise<ReadonlyMap<string, WeighedTalk>>

/** An index does not change, so what was read of a talk is true as long as the index is. */
export function createTalkReader(index: TalkIndex, statistics: CorpusStatistics): ReadWeighedTalks {
  const remembered = createTextMemory<WeighedTalk>(maxBytes, bytesOf)
  return async (ids, maxMs) => {
    const talks = new Map<string, WeighedTalk>()
    const missing = new Set<string>()
    for (const id of ids) {
      const known = remembered.get(id)
      if (known) talks.set(id, known)
      else missing.add(id)
    }
    for (const talk of statistics.weighTalks(await index.rankedTalks([...missing], maxMs))) {
      remembered.set(talk.id, talk)
      talks.set(talk.id, talk)
    }
    return talks
  }
}

/** About 40,000 talks of conferences. */
const maxBytes = 128 * 2 ** 20

function bytesOf({ entries }: WeighedTalk): number {
  return entries.byteLength + bytesOfObjects
}

/** Of a talk's objects and texts, besides what is in its array. */
const bytesOfObjects = 600
