import { readFileSync, writeFileSync } from 'node:fs'
import lunr from 'lunr'
import { type Peer, type PeerIndex, textWithNames } from './peer.ts'

/** lunr as most programs use it: its defaults, the title boosted, and its query syntax kept out of people's way. */
export const lunrPeer: Peer = {
  name: 'lunr 2.3.9',
  configuration: 'title (boost 2) and text, its default pipeline; + - : ^ ~ * taken out of the question',
  build: (documents) =>
    openIndex(
      lunr((builder) => {
        builder.ref('id')
        builder.field('title', { boost: 2 })
        builder.field('text')
        for (const document of documents) builder.add({ ...document, text: textWithNames(document) })
      }),
    ),
  load: (file) => openIndex(lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')))),
}

function openIndex(index: lunr.Index): PeerIndex {
  return {
    search: (text, limit) =>
      index
        .search(text.replace(/[-+:^~*]/g, ' '))
        .slice(0, limit)
        .map((hit) => hit.ref),
    save: (file) => writeFileSync(file, JSON.stringify(index)),
  }
}
