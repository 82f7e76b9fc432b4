import { readFileSync, writeFileSync } from 'node:fs'
import {
  flatten,
  packSections,
  readSections,
  unflatten,
  whyUnusable,
} from '../../../src/library/snapshot/sections.ts'
import type { Event, Passage, Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { prepareSearch, type SearchData } from '../../../src/search/search-data.ts'
import type { Peer, PeerIndex, SearchDocument } from './peer.ts'

export function createHallwayPeer(): Peer {
  const talksOf = new WeakMap<readonly SearchDocument[], readonly Talk[]>()
  const talksFor = (documents: readonly SearchDocument[]) => talksOf.get(documents) ?? documents.map(toTalk)
  return {
    name: 'Hallway',
    configuration: 'as it answers in Slack: all of its ranking on, and the best passage of each talk chosen',
    prepare: (documents) => talksOf.set(documents, documents.map(toTalk)),
    build(documents) {
      const talks = talksFor(documents).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return openIndex(talks, prepareSearch(talks))
    },
    load: (file, documents) => openIndex(talksFor(documents), readIndex(file)),
  }
}

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

function openIndex(talks: readonly Talk[], search: SearchData): PeerIndex {
  const engine = createLunrEngine({ talks, version: 'bench', search })
  return {
    save: (file) => writeFileSync(file, new Uint8Array(packSections(flatten('search', search), key))),
    async search(text, limit) {
      const { results } = await engine.search(parseQuery(text), { limit })
      return results.map(({ talk }) => talk.id)
    },
  }
}

const event: Event = { id: 'bench', name: '' }

/** A note with nothing but title and text, one passage a paragraph. */
function toTalk({ id, title, text }: SearchDocument): Talk {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph, index) => toPassage(paragraph, index + 1))
  const [summary = toPassage('', 1), ...passages] = paragraphs
  return {
    id,
    event,
    title,
    kind: 'talk',
    speakers: [],
    tags: [],
    links: [],
    followUps: [],
    attendees: [],
    language: 'en',
    file: id,
    summary,
    takeaways: [],
    sections: passages.length > 0 ? [{ title: '', line: 1, passages }] : [],
  }
}

function toPassage(text: string, line: number): Passage {
  return { form: 'paragraph', text, line, depth: 0 }
}
