import type { Answer } from '../../src/answers/answer.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import type { Passage, Talk } from '../../src/notes/talk.ts'
import type { SearchResult } from '../../src/search/search-engine.ts'
import type { Quotation } from '../../src/search/snippet/quotation.ts'

export const harbour = { id: 'harbour-2019', name: 'HarbourConf 2019' }

export function passage(text: string, line = 10, form: Passage['form'] = 'paragraph'): Passage {
  return { text, line, form, depth: 0 }
}

/** A talk of the tests' own, complete but for what is given. */
export function talk(given: Partial<Talk> & { readonly id: string }): Talk {
  return {
    event: harbour,
    title: 'Untitled',
    kind: 'talk',
    speakers: [],
    tags: [],
    links: [],
    followUps: [],
    attendees: [],
    language: 'en',
    file: `corpus/${given.id}.md`,
    summary: passage('A talk.'),
    takeaways: [],
    sections: [],
    ...given,
  }
}

export const queues = talk({
  id: 'harbour-2019/queues',
  title: 'Queues that forgive',
  speakers: [{ name: 'Ada Pier', handle: '@adap' }],
  tags: ['queues', 'retries'],
  links: [{ title: 'Video', url: 'https://example.com/queues', kind: 'video' }],
  followUps: [{ text: 'Read about idempotent consumers', url: 'https://example.com/idempotent' }],
  summary: passage('Every queue delivers twice some day, so consumers must not mind.'),
  takeaways: [passage('Give each job a key and keep it for a day.', 14, 'bullet')],
  sections: [
    {
      title: 'Numbers',
      line: 18,
      passages: [passage('Retries went from 9 % to 2 %.', 20), passage('queue.ack(key)\n', 22, 'code')],
    },
  ],
})

export const lighthouses = talk({
  id: 'harbour-2019/lighthouses',
  title: 'Lighthouses in <Rust> & *Python*',
  kind: 'lightning',
  summary: passage('How a lamp is driven from _both_ languages.', 8),
})

export const corpus: Corpus = {
  folder: 'corpus',
  events: [harbour],
  talks: [lighthouses, queues],
  problems: [],
  version: '0123456789ab',
}

export function result(of: Talk, given: Partial<Quotation> = {}): SearchResult {
  const quotation = {
    text: of.summary.text,
    highlights: [],
    file: of.file,
    line: of.summary.line,
    section: 'summary',
  }
  return { talk: of, score: 1, coverage: 1, quote: () => ({ ...quotation, ...given }) }
}

export function found(
  results: readonly SearchResult[],
  given: Partial<Extract<Answer, { kind: 'found' | 'unsure' }>> = {},
) {
  return {
    kind: 'found',
    question: 'which queues deliver twice?',
    results,
    offset: 0,
    total: results.length,
    explanation: '',
    suggestions: [],
    notices: [],
    facets: [],
    isPartial: false,
    isStartedAgain: false,
    corpusVersion: corpus.version,
    ...given,
  } as const satisfies Answer
}
