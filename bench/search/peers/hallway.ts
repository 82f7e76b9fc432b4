import type { Event, Passage, Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/parse-query.ts'
import type { Peer, PeerIndex, SearchDocument } from './peer.ts'

export function createHallwayPeer(): Peer {
  const talksOf = new WeakMap<readonly SearchDocument[], readonly Talk[]>()
  const build = (documents: readonly SearchDocument[]) =>
    openIndex(talksOf.get(documents) ?? documents.map(toTalk))
  return {
    name: 'Hallway',
    configuration: 'as it answers in Slack: all of its ranking on, and the best passage of each talk chosen',
    prepare: (documents) => talksOf.set(documents, documents.map(toTalk)),
    build,
    load: (_file, documents) => build(documents),
  }
}

function openIndex(talks: readonly Talk[]): PeerIndex {
  const engine = createLunrEngine({ talks, version: 'bench' })
  return {
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
