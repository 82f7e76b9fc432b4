import { readFileSync, writeFileSync } from 'node:fs'
import { flatten, packSections, readSections, unflatten } from '../../../src/library/snapshot/sections.ts'
import { whyUnusable } from '../../../src/library/snapshot/why-unusable.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { prepareSearch, type SearchData } from '../../../src/search/search-data.ts'
import type { SearchOptions } from '../../../src/search/search-engine.ts'
import { talksOf } from './document-talks.ts'
import type { Peer, PeerIndex, SearchDocument } from './peer.ts'

export function createHallwayPeer(): Peer {
  const prepared = new WeakMap<readonly SearchDocument[], readonly Talk[]>()
  const talksFor = (documents: readonly SearchDocument[]) => prepared.get(documents) ?? talksOf(documents)
  return {
    name: 'Hallway',
    configuration: 'as it answers in Slack; speakers and tags are fields of their own; no passage is quoted',
    prepare: (documents) => prepared.set(documents, talksOf(documents)),
    build(documents) {
      const talks = talksFor(documents)
      return openIndex(talks, prepareSearch(talks))
    },
    load: (file, documents) => openIndex(talksFor(documents), readIndex(file)),
  }
}

/** What a message of Slack's shows. */
const talksShown = 3
/** UTF-16 units of each. */
const quotationLength = 400

/** Of which build of the benchmark the file is; it never outlives one run. */
const key = new Uint8Array(32)

/** As Hallway opens it at start, checks included. */
function readIndex(file: string): SearchData {
  const bytes = readFileSync(file)
  const buffer = new SharedArrayBuffer(bytes.byteLength)
  new Uint8Array(buffer).set(bytes)
  const problem = whyUnusable(buffer, key)
  if (problem) throw new Error(`The index ${problem}.`)
  return unflatten('search', readSections(buffer)) as SearchData
}

function openIndex(talks: readonly Talk[], data: SearchData): PeerIndex {
  const engine = createLunrEngine({ talks, version: 'bench', search: data })
  const search = async (text: string, options: SearchOptions, quoted = 0) => {
    const { results } = await engine.search(parseQuery(text), options)
    for (const { quote } of results.slice(0, quoted)) quote(quotationLength)
    return results.map(({ talk }) => talk.id)
  }
  return {
    save: (file) => writeFileSync(file, new Uint8Array(packSections(flatten('search', data), key))),
    search: (text, limit) => search(text, { limit }),
    // As src/answers asks, and as messages quote.
    answer: (text, limit) =>
      search(text, { limit, minShare: defaultParameters.decision.listedShare }, talksShown),
  }
}
