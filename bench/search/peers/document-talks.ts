import type { Event, Passage, Talk } from '../../../src/notes/talk.ts'
import type { SearchDocument } from './peer.ts'

/** Documents as talks, in order of id: notes with nothing but what a document has, one passage a paragraph. */
export function talksOf(documents: readonly SearchDocument[]): Talk[] {
  return documents.map(toTalk).sort((a, b) => (a.id < b.id ? -1 : 1))
}

const event: Event = { id: 'bench', name: '' }

/** As one of `talksOf`. */
export function toTalk({ id, title, speakers = [], tags = [], text }: SearchDocument): Talk {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph, index) => toPassage(paragraph, index + 1))
  const [summary = toPassage('', 1), ...passages] = paragraphs
  return {
    id,
    event,
    title,
    kind: 'talk',
    speakers: speakers.map((name) => ({ name })),
    tags,
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
