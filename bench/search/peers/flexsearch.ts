import { readFileSync, writeFileSync } from 'node:fs'
import { Index } from 'flexsearch'
import { createStemmer, stopWords } from './english.ts'
import { type Peer, type PeerIndex, textWithNames } from './peer.ts'

export const flexSearchPeer: Peer = {
  name: 'FlexSearch',
  configuration:
    'one Index over title and text, Porter stemmer and English stop words in encode, suggest: true (any word may match)',
  build(documents) {
    const index = createIndex()
    const ids = documents.map((document) => document.id)
    for (const [number, document] of documents.entries())
      index.add(number, `${document.title} ${textWithNames(document)}`)
    return openIndex(index, ids)
  },
  load(file) {
    const { ids, parts } = JSON.parse(readFileSync(file, 'utf8')) as Saved
    const index = createIndex()
    for (const [key, data] of parts) index.import(key, data)
    return openIndex(index, ids)
  },
}

interface Saved {
  readonly ids: readonly string[]
  readonly parts: readonly (readonly [key: string, data: string])[]
}

function createIndex(): Index {
  const stem = createStemmer()
  return new Index({
    encode: (text) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      return words.filter((word) => !stopWords.has(word)).map(stem)
    },
  })
}

function openIndex(index: Index, ids: readonly string[]): PeerIndex {
  return {
    search: (text, limit) =>
      index.search(text, { limit, suggest: true }).map((number) => ids[Number(number)]!),
    async save(file) {
      const parts: [string, string][] = []
      await index.export(async (key, data) => {
        parts.push([key, data])
      })
      writeFileSync(file, JSON.stringify({ ids, parts } satisfies Saved))
    },
  }
}
