import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { stopWords } from './english.ts'
import { type Peer, type PeerIndex, textWithNames } from './peer.ts'

export const sqlitePeer: Peer = {
  name: 'SQLite FTS5',
  configuration:
    "contentless table of title and text, tokenize='porter unicode61', bm25(5.0, 1.0), optimized; English stop words taken out, the others quoted and joined by OR",
  build(documents) {
    const database = new DatabaseSync(':memory:')
    database.exec(`
      create table document (number integer primary key, id text not null);
      create virtual table note using fts5(title, text, content='', tokenize='porter unicode61');
      insert into note(note, rank) values ('rank', 'bm25(5.0, 1.0)');
      begin`)
    const insertId = database.prepare('insert into document values (?, ?)')
    const insertNote = database.prepare('insert into note(rowid, title, text) values (?, ?, ?)')
    for (const [number, document] of documents.entries()) {
      insertId.run(number, document.id)
      insertNote.run(number, document.title, textWithNames(document))
    }
    database.exec("insert into note(note) values ('optimize'); commit")
    return openIndex(database)
  },
  load: (file) => openIndex(new DatabaseSync(file, { readOnly: true })),
}

function openIndex(database: DatabaseSync): PeerIndex {
  const best = database.prepare(
    'select id from (select rowid, rank from note where note match ? order by rank limit ?) join document on number = rowid order by rank',
  )
  return {
    search(text, limit) {
      const words = (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).filter(
        (word) => !stopWords.has(word),
      )
      if (words.length === 0) return []
      return best.all(words.map((word) => `"${word}"`).join(' OR '), limit).map((row) => row.id as string)
    },
    save(file) {
      rmSync(file, { force: true })
      database.prepare('vacuum into ?').run(file)
    },
  }
}
