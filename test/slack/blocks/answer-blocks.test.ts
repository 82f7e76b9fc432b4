import { describe, expect, test } from 'vitest'
import { buildAnswerMessage } from '../../../src/slack/blocks/answer-blocks.ts'
import { harbourCorpus, lighthouses, queues } from '../../corpora/harbour.ts'
import { found, result } from '../../helpers/make-answer.ts'
import { buttonsOf, readable } from '../readable.ts'

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
