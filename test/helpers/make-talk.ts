import type { Corpus } from '../../src/notes/corpus.ts'
import type { Event, Passage, Talk } from '../../src/notes/talk.ts'

const oddConf: Event = { id: 'odd', name: 'Odd' }

/** A talk that says nothing but its title, and what is given. Its id begins with its event's, as in every corpus. */
export function makeTalk(name: string, given: Partial<Talk> = {}): Talk {
  const event = given.event ?? oddConf
  const id = `${event.id}/${name}`
  return {
    id,
    event,
    title: name,
    kind: 'talk',
    speakers: [],
    tags: [],
    links: [],
    followUps: [],
    attendees: [],
    language: 'en',
    file: `corpus/${id}.md`,
    summary: passage('', 1),
    takeaways: [],
    sections: [],
    ...given,
  }
}

export function passage(text: string, line = 10, form: Passage['form'] = 'paragraph'): Passage {
  return { text, line, form, depth: 0 }
}

/** A list's items, a line each. */
export function bullets(texts: readonly string[], firstLine = 10): readonly Passage[] {
  return texts.map((text, index) => passage(text, firstLine + index, 'bullet'))
}

/** A corpus of these talks, sorted as one that is read, with all their events. */
export function makeCorpus(...talks: readonly Talk[]): Corpus {
  return {
    folder: 'corpus',
    events: [...new Map(talks.map(({ event }) => [event.id, event])).values()],
    talks: talks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    problems: [],
    version: '0123456789ab',
  }
}
