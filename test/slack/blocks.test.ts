import { describe, expect, test } from 'vitest'
import { buildAnswerMessage } from '../../src/slack/blocks/answer-blocks.ts'
import { buildFullNotesView } from '../../src/slack/blocks/full-notes-blocks.ts'
import { buildHelpMessage } from '../../src/slack/blocks/help-blocks.ts'
import { buildRelatedMessage } from '../../src/slack/blocks/related-blocks.ts'
import { harbour, harbourCorpus, lighthouses, queues } from '../corpora/harbour.ts'
import { found, result } from '../helpers/make-answer.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'
import { buttonsOf, readable } from './readable.ts'

const answer = found([result(queues, { highlights: [[6, 11]] }), result(lighthouses)])

describe('an answer', () => {
  test('shows title, byline, the passage with the question’s words in bold, link, follow-up and place', () => {
    expect(readable(buildAnswerMessage(answer, { shareable: true }).blocks)).toBe(
      [
        '**Queues that forgive**',
        'Ada Pier (@adap) · HarbourConf 2019 · talk',
        '> Every **queue** delivers twice some day, so consumers must not mind.',
        '[Video](https://example.com/queues)',
        'To follow up:',
        '- Read about idempotent consumers [example.com](https://example.com/idempotent)',
        '(Full notes) (More like this)',
        'corpus/harbour-2019/queues.md:10',
        '---',
        '**Lighthouses in <Rust> & *Python***',
        'HarbourConf 2019 · lightning talk',
        '> How a lamp is driven from _both_ languages.',
        '(Full notes) (More like this)',
        'corpus/harbour-2019/lighthouses.md:8',
        '---',
        '(Share in channel)',
      ].join('\n'),
    )
  })

  test('has the escaped titles as its fallback', () => {
    expect(buildAnswerMessage(answer, { shareable: true }).text).toBe(
      'Queues that forgive · Lighthouses in &lt;Rust&gt; &amp; *Python*',
    )
  })

  test('quotes the summary where a title or tag matched', () => {
    const { blocks } = buildAnswerMessage(
      found([result(queues, { text: 'queues, retries', section: 'tags', highlights: [[0, 6]], line: 4 })]),
      { shareable: false },
    )
    expect(readable(blocks)).toContain('> Every queue delivers twice some day')
    expect(readable(blocks)).toContain('queues.md:10')
  })

  test('offers more results from where it ended, and says where it stands among all', () => {
    const { blocks } = buildAnswerMessage({ ...answer, offset: 3, total: 9 }, { shareable: false })
    expect(buttonsOf(blocks).find(({ text }) => text === 'More results')?.value).toBe(
      'v1 5@0123456789ab which queues deliver twice?',
    )
    expect(readable(blocks)).toContain('Talks 4 to 5 of 9 that match')
  })

  test('offers no sharing in sight of all, and no more results where there are none', () => {
    const names = buttonsOf(buildAnswerMessage(answer, { shareable: false }).blocks).map(({ text }) => text)
    expect(names).toEqual(['Full notes', 'More like this', 'Full notes', 'More like this'])
  })

  test('that is shared names who asked what', () => {
    const { blocks } = buildAnswerMessage(answer, { shareable: false, sharedBy: 'U012' })
    expect(readable(blocks)).toMatch(/^@U012 asked Hallway: \*\*which queues deliver twice\?\*\*/)
  })

  test('of weak matches says so, and offers questions as buttons', () => {
    const unsure = found([result(queues)], {
      kind: 'unsure',
      explanation: 'These come near.',
      suggestions: ['Name a speaker.', 'What is said about retries?'],
    })
    const { text, blocks } = buildAnswerMessage(unsure, { shareable: false })
    expect(text).toBe('Perhaps: Queues that forgive')
    expect(readable(blocks)).toMatch(/^These come near\.\n- Name a speaker\.\n\*\*Queues that forgive\*\*\n/)
    expect(readable(blocks)).toMatch(/queues\.md:10\n\(What is said about retries\?\)$/)
  })

  test('to what was probably meant says so, and offers what was typed', () => {
    const { blocks } = buildAnswerMessage(
      found([result(queues)], {
        question: 'quees',
        didYouMean: { question: 'queues', isAnswered: true },
      }),
      { shareable: false },
    )
    expect(readable(blocks)).toMatch(/^Showing results for \*\*queues\*\*\n\*\*Queues that forgive\*\*\n/)
    expect(buttonsOf(blocks).at(-1)).toMatchObject({ text: 'Search instead for quees', value: 'v1 0! quees' })
  })

  test('says what of the question could not be read, and offers it as it was probably meant', () => {
    const { blocks } = buildAnswerMessage(
      found([result(queues)], {
        question: 'speeker:pier queues',
        notices: [
          {
            kind: 'misspelt-field',
            start: 0,
            end: 7,
            message: 'There is no “speeker:”.',
            suggestion: 'speaker',
          },
        ],
        didYouMean: { question: 'speaker:pier queues', isAnswered: false },
      }),
      { shareable: false },
    )
    expect(readable(blocks)).toMatch(/^There is no “speeker:”\.\n/)
    expect(buttonsOf(blocks).at(-1)).toMatchObject({
      text: 'Did you mean speaker:pier queues',
      value: 'v1 0 speaker:pier queues',
    })
  })

  test('of many talks offers to narrow the question to what divides them', () => {
    const { blocks } = buildAnswerMessage(
      found([result(queues), result(lighthouses), result(queues)], {
        question: 'queues',
        total: 9,
        facets: [
          {
            field: 'tag',
            values: [
              { value: 'queues', count: 9, filter: 'tag:queues' },
              { value: 'retries', count: 4, filter: 'tag:retries' },
              { value: 'rust', count: 3, filter: 'tag:rust' },
            ],
          },
          {
            field: 'kind',
            values: [
              { value: 'talk', count: 7, filter: 'kind:talk' },
              { value: 'keynote', count: 2, filter: 'kind:keynote' },
            ],
          },
        ],
      }),
      { shareable: false },
    )
    const offers = buttonsOf(blocks).filter(({ actionId }) => actionId.startsWith('ask_'))
    expect(offers.map(({ text, value }) => [text, value])).toEqual([
      ['Only #retries (4)', 'v1 0 queues tag:retries'],
    ])
  })

  const divided = found([result(queues), result(lighthouses), result(queues)], {
    question: 'queues year:2012,2013 event:harbour',
    total: 12,
    facets: [
      { field: 'event', values: [{ value: 'HarbourConf', count: 6, filter: 'event:"HarbourConf"' }] },
      { field: 'year', values: [{ value: '2012', count: 5, filter: 'year:2012' }] },
      {
        field: 'kind',
        values: [
          { value: 'talk', count: 7, filter: 'kind:talk' },
          { value: 'notes', count: 5, filter: 'kind:notes' },
        ],
      },
      { field: 'lang', values: [{ value: 'it', count: 2, filter: 'lang:it' }] },
    ],
  })
  const narrowed = (options: { readonly isExact?: boolean }, given = divided) =>
    buttonsOf(buildAnswerMessage(given, { shareable: false, ...options }).blocks)
      .filter(({ actionId, text }) => actionId.startsWith('ask_') && text.startsWith('Only'))
      .map(({ text, value }) => [text, value])

  test('narrows to an event or a year in the place of those that were asked for, before a kind', () => {
    expect(narrowed({})).toEqual([
      ['Only HarbourConf (6)', 'v1 0 queues year:2012,2013 event:"HarbourConf"'],
      ['Only 2012 (5)', 'v1 0 queues year:2012 event:harbour'],
      ['Only language: it (2)', 'v1 0 queues year:2012,2013 event:harbour lang:it'],
    ])
    const facets = divided.facets.filter(({ field }) => field === 'kind')
    expect(narrowed({}, { ...divided, question: 'queues', facets })).toEqual([
      ['Only kind: talk (7)', 'v1 0 queues kind:talk'],
    ])
  })

  test('that left the spelling as it is narrows to the same spelling', () => {
    expect(narrowed({ isExact: true })[1]).toEqual(['Only 2012 (5)', 'v1 0! queues year:2012 event:harbour'])
  })

  test('to a page of notes that have changed says that it starts again', () => {
    const { blocks } = buildAnswerMessage(found([result(queues)], { isStartedAgain: true }), {
      shareable: false,
    })
    expect(readable(blocks)).toMatch(/^The notes have changed since/)
  })

  test('of nothing says why and what to try', () => {
    const { text, blocks } = buildAnswerMessage(
      {
        kind: 'none',
        reason: 'no-match',
        question: 'pizza?',
        results: [],
        explanation: 'The notes say nothing about pizza.',
        suggestions: ['Try a tool or a speaker.'],
        notices: [],
        corpusVersion: harbourCorpus.version,
      },
      { shareable: true },
    )
    expect(text).toBe('The notes say nothing about pizza.')
    expect(readable(blocks)).toBe('The notes say nothing about pizza.\n- Try a tool or a speaker.')
  })
})

test('help says what one can do and has examples to click', () => {
  const { blocks } = buildHelpMessage(
    harbourCorpus,
    ['Which queues deliver twice?'],
    new Date('2026-01-31T09:30:59Z'),
  )
  expect(readable(blocks)).toContain('the notes of **2 talks of HarbourConf 2019**')
  expect(readable(blocks)).toContain('of version 0123456789ab, read on 2026-01-31 at 09:30 UTC.')
  expect(buttonsOf(blocks).map(({ value }) => value)).toEqual(['v1 0 Which queues deliver twice?'])
})

test('related talks name the talk that they resemble and what they share, or say that there are none', () => {
  const related = {
    ...result(lighthouses),
    shared: { speakers: ['Ada Pier'], tags: ['retries'], words: ['celery'] },
  }
  expect(readable(buildRelatedMessage(queues, [related]).blocks)).toMatch(
    /^More like \*\*Queues that forgive\*\*\n\*\*Lighthouses .*\nHarbourConf.*\nAlso by Ada Pier; also about retries, celery\n/,
  )
  expect(buildRelatedMessage(queues, []).text).toBe('No other notes resemble “Queues that forgive”.')
})

describe('full notes', () => {
  test('hold everything in the order of the file, code as code', () => {
    expect(readable(buildFullNotesView(queues).blocks)).toBe(
      [
        '# Queues that forgive',
        'Ada Pier (@adap) · HarbourConf 2019 · talk',
        'Every queue delivers twice some day, so consumers must not mind.',
        '# Takeaways',
        '- Give each job a key and keep it for a day.',
        '# Numbers',
        'Retries went from 9 % to 2 %.',
        '```queue.ack(key)```',
        '# Links',
        '[Video](https://example.com/queues)',
        '# To follow up',
        '- Read about idempotent consumers [example.com](https://example.com/idempotent)',
        'corpus/harbour-2019/queues.md · queues, retries',
      ].join('\n'),
    )
  })

  test('link addresses without the punctuation around them', () => {
    const notes = makeTalk('links', {
      summary: passage('All on kites (see http://kites.example).'),
    })
    expect(JSON.stringify(buildFullNotesView(notes).blocks)).toContain('"url":"http://kites.example"')
    expect(readable(buildFullNotesView(notes).blocks)).toContain('(see http://kites.example).')
  })

  test('say in one line what the talk is about, where that is known', () => {
    const shown = readable(buildFullNotesView(queues, ['idempotent', 'Celery']).blocks)
    expect(shown).toMatch(/^# Queues that forgive\nAda Pier .*\nKey terms: idempotent, Celery\nEvery queue /)
    expect(readable(buildFullNotesView(queues, []).blocks)).not.toContain('Key terms')
  })

  test('that are too long for a modal say how much more there is, and where', () => {
    const sections = Array.from({ length: 80 }, (_, index) => ({
      title: `Part ${index}`,
      line: index,
      passages: [passage('One.'), passage('Two.')],
    }))
    const { blocks } = buildFullNotesView(makeTalk('long', { event: harbour, title: 'Long', sections }))
    expect(blocks.length).toBeLessThanOrEqual(100)
    expect(readable(blocks)).toMatch(/\n\d+ more passages stand in corpus\/harbour-2019\/long\.md$/)
  })
})
