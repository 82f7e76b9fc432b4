import { readFileSync, writeFileSync } from 'node:fs'
import { create, insertMultiple, load, save, search } from '@orama/orama'
import { stopWords } from './english.ts'
import { type Peer, type PeerIndex, textWithNames } from './peer.ts'

type Database = ReturnType<typeof createDatabase>

export const oramaPeer: Peer = {
  name: 'Orama',
  configuration:
    'title (boost 2) and text, English stemming and stop words, any word may match, relevance { k: 1.2, b: 0.75, d: 1 }',
  async build(documents) {
    const database = createDatabase()
    await insertMultiple(
      database,
      documents.map((document) => ({
        id: document.id,
        title: document.title,
        text: textWithNames(document),
      })),
      1000,
    )
    return openIndex(database)
  },
  load(file) {
    const database = createDatabase()
    load(database, JSON.parse(readFileSync(file, 'utf8')))
    return openIndex(database)
  },
}

function createDatabase() {
  return create({
    schema: { title: 'string', text: 'string' } as const,
    components: { tokenizer: { language: 'english', stemming: true, stopWords: [...stopWords] } },
  })
}

function openIndex(database: Database): PeerIndex {
  return {
    async search(text, limit) {
      const { hits } = await search(database, {
        term: text,
        limit,
        boost: { title: 2 },
        relevance: { k: 1.2, b: 0.75, d: 1 },
      })
      return hits.map((hit) => hit.id)
    },
    save: (file) => writeFileSync(file, JSON.stringify(save(database))),
  }
}
