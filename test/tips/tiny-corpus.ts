import type { Corpus } from '../../src/notes/corpus.ts'
import type { Event, Talk } from '../../src/notes/talk.ts'

const event: Event = { id: 'pycamp-2020', name: 'PyCamp 2020' }

/** A talk with these takeaways; the rest may be given. */
export function tinyTalk(id: string, takeaways: readonly string[], more: Partial<Talk> = {}): Talk {
  const passages = takeaways.map((text, i) => ({ form: 'bullet' as const, text, line: 10 + i, depth: 0 }))
  return {
    id: `${(more.event ?? event).id}/${id}`,
    event,
    title: id,
    kind: 'talk',
    speakers: [],
    tags: [],
    links: [],
    followUps: [],
    attendees: [],
    language: 'en',
    file: `corpus/pycamp-2020/${id}.md`,
    summary: { form: 'paragraph', text: `About ${id}.`, line: 8, depth: 0 },
    takeaways: passages,
    sections: [],
    ...more,
  }
}

export function tinyCorpus(...talks: readonly Talk[]): Corpus {
  return { folder: 'corpus', events: [event], talks, problems: [], version: '000000000000' }
}
