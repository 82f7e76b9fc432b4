import { readFileSync, writeFileSync } from 'node:fs'
import MiniSearch from 'minisearch'
import { createStemmer, stopWords } from './english.ts'
import { type Peer, type PeerIndex, textWithNames } from './peer.ts'

/** Fuzzy and prefix search are left off: they find more misspelt words, and lose a fifth of the quality otherwise. */
export const miniSearchPeer: Peer = {
  name: 'MiniSearch',
  configuration:
    'title (boost 2) and text, Porter stemmer and English stop words in processTerm, bm25 { k: 1.2, b: 0.7, d: 0 }',
  build(documents) {
    const index = new MiniSearch(createOptions())
    index.addAll(documents.map((document) => ({ ...document, text: textWithNames(document) })))
    return openIndex(index)
  },
  load: (file) => openIndex(MiniSearch.loadJSON(readFileSync(file, 'utf8'), createOptions())),
}

function createOptions() {
  const stem = createStemmer()
  return {
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 2 }, bm25: { k: 1.2, b: 0.7, d: 0 } },
    processTerm(term: string) {
      const word = term.toLowerCase()
      return stopWords.has(word) ? null : stem(word)
    },
  }
}

function openIndex(index: MiniSearch): PeerIndex {
  return {
    search: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map((hit) => hit.id as string),
    save: (file) => writeFileSync(file, JSON.stringify(index)),
  }
}
