import type { Corpus } from '../../src/notes/corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'

const event = { id: 'pycamp-2020', name: 'PyCamp 2020' }

/** A few talks with a few takeaways, each with words of its own. */
export const chaosCorpus: Corpus = {
  folder: 'corpus',
  events: [event],
  talks: Array.from({ length: 8 }, (_, talk) => talkOf(talk)),
  problems: [],
  version: '000000000000',
}

function talkOf(number: number): Talk {
  const takeaways = ['first', 'second', 'third'].map((place, index) => ({
    form: 'bullet' as const,
    text: `The ${place} lesson of talk ${number}.`,
    line: 10 + index,
    depth: 0,
  }))
  return {
    id: `${event.id}/talk-${number}`,
    event,
    title: `Talk ${number}`,
    kind: 'talk',
    speakers: [],
    tags: [],
    links: [],
    followUps: [],
    attendees: [],
    language: 'en',
    file: `corpus/${event.id}/talk-${number}.md`,
    summary: { form: 'paragraph', text: `About ${number}.`, line: 8, depth: 0 },
    takeaways,
    sections: [],
  }
}
