import { describe, expect, test } from 'vitest'
import { buildAnswerMessage } from '../../../src/slack/blocks/answer-blocks.ts'
import { readAskedValue } from '../../../src/slack/blocks/buttons-and-values.ts'
import { createNotesUrl } from '../../../src/slack/blocks/notes-url.ts'
import { passageBlocks } from '../../../src/slack/blocks/talk-blocks.ts'
import type { Range } from '../../../src/text/range.ts'
import { harbourCorpus, lighthouses, queues } from '../../corpora/harbour.ts'
import { growthOf, maxGrowth } from '../../helpers/growth.ts'
import { found, result } from '../../helpers/make-answer.ts'
import { makeTalk } from '../../helpers/make-talk.ts'
import { buttonsOf, readable } from '../readable.ts'

const answer = found([result(queues, { highlights: [[6, 11]] }), result(lighthouses)])

const tagged = (tag: string, count: number) => ({ value: tag, count, filter: `tag:${tag}` })

describe('an answer', () => {
  test('begins with the sentences that answer, then says where they are from and what can be followed', () => {
    expect(readable(buildAnswerMessage(answer, { shareable: true }).blocks)).toBe(
      [
        'Every **queue** delivers twice some day, so consumers must not mind.',
        'Queues that forgive · Ada Pier · HarbourConf 2019 · queues.md:10',
        '[Video](https://example.com/queues) · Next: Read about idempotent consumers [example.com](https://example.com/idempotent)',
        '(Full notes) (Share in channel) (More like this)',
        'Lighthouses in <Rust> & *Python* · How a lamp is driven from _both_ languages. (Show)',
      ].join('\n'),
    )
  })

  test('says that another engine stood in, and where a list ends that cannot be paged through', () => {
    const shown = (given: Parameters<typeof found>[1]) =>
      readable(buildAnswerMessage(found([result(queues)], given), { shareable: false }).blocks)
    expect(shown({ isStandIn: true })).toContain('The search cluster does not answer at the moment')
    expect(shown({})).not.toContain('cluster')
    expect(shown({ offset: 24, total: 30, pagedTo: 25 })).toContain(
      'Only the first 25 talks can be paged through',
    )
    expect(shown({ offset: 0, total: 30, pagedTo: 25 })).not.toContain('paged through')
    const none = {
      kind: 'none',
      reason: 'no-match',
      question: 'helm?',
      results: [],
      explanation: 'The notes say nothing about this.',
      suggestions: [],
      notices: [],
      isStandIn: true,
      corpusVersion: harbourCorpus.version,
    } as const
    expect(readable(buildAnswerMessage(none, { shareable: false }).blocks)).toContain('The search cluster')
  })

  test('is told with its talk in the fallback, escaped', () => {
    expect(buildAnswerMessage(found([result(lighthouses)]), { shareable: true }).text).toBe(
      'How a lamp is driven from _both_ languages. (Lighthouses in &lt;Rust&gt; &amp; *Python*)',
    )
  })

  test('is told by its title alone where the notes hold no sentence', () => {
    const bare = makeTalk('kettles', { title: 'Kettles that whistle' })
    expect(buildAnswerMessage(found([result(bare, { text: '' })]), { shareable: true }).text).toBe(
      'Kettles that whistle',
    )
  })

  test('links the place in the notes where they have an address', () => {
    const notesUrl = createNotesUrl('https://git.example.com/notes/{path}#L{line}', 'corpus')
    const { blocks } = buildAnswerMessage(found([result(queues)]), { shareable: false, notesUrl })
    expect(readable(blocks)).toContain(
      'HarbourConf 2019 <https://git.example.com/notes/harbour-2019/queues.md#L10|queues.md:10>',
    )
  })

  test('shows the items of a list as such, and code as code', () => {
    const text = 'Three steps help:\nGive each job a key.\nqueue.ack(key)'
    const pieces = [
      { range: [0, 17], form: 'paragraph', line: 3 },
      { range: [18, 38], form: 'bullet', line: 4 },
      { range: [39, 53], form: 'code', line: 6 },
    ] as const
    const { blocks } = buildAnswerMessage(found([result(queues, { text, pieces, highlights: [[28, 31]] })]), {
      shareable: false,
    })
    expect(readable(blocks)).toMatch(
      /^Three steps help:\n- Give each \*\*job\*\* a key\.\n```queue\.ack\(key\)```\n/,
    )
  })

  test('shows the header of a long table, and the rows that have words of the question', () => {
    const rows = Array.from({ length: 12 }, (_, row) => `${2001 + row} | ${70 + row}`)
    const text = ['Year | Ships', ...rows].join('\n')
    const shown = (highlights: readonly Range[]) => {
      const pieces = [{ range: [0, text.length], form: 'code', line: 6 }] as const
      const { blocks } = buildAnswerMessage(found([result(queues, { text, pieces, highlights })]), {
        shareable: false,
      })
      return readable(blocks).split('```')[1]
    }
    const at = text.indexOf('2009')
    expect(
      shown([
        [7, 12],
        [at, at + 4],
      ]),
    ).toBe('Year | Ships\n…\n2009 | 78\n…')
    expect(shown([[7, 12]])).toBe(['Year | Ships', ...rows.slice(0, 5), '…'].join('\n'))
  })

  test.each([
    ['rows', (size: number) => Array.from({ length: size / 8 }, () => 'Year | 7')],
    ['blanks in a row', (size: number) => [`a | b`, `a${' '.repeat(size)}b | c`]],
  ])('shortens a table in time that grows with its %s', async (_, rowsOf) => {
    const growth = await growthOf((size) => {
      const rows = rowsOf(size)
      const text = rows.join('\n')
      let start = 0
      const highlights = rows.map((row): Range => {
        const range: Range = [start, start + 1]
        start += row.length + 1
        return range
      })
      const pieces = [{ range: [0, text.length], form: 'code', line: 6 }] as const
      passageBlocks({ text, pieces, highlights, file: queues.file, line: 6, section: 'Notes' }, 300)
    }, 100_000)
    expect(growth).toBeLessThan(maxGrowth)
  })

  test('quotes the summary if a title or tag matched', () => {
    const { blocks } = buildAnswerMessage(
      found([result(queues, { text: 'queues, retries', section: 'tags', highlights: [[0, 6]], line: 4 })]),
      { shareable: false },
    )
    expect(readable(blocks)).toContain('Every queue delivers twice some day')
    expect(readable(blocks)).toContain('queues.md:10')
  })

  test('about a talk as a whole is its summary', () => {
    const about = found([result(queues, { text: 'Retries went from 9 % to 2 %.' })], {
      shape: { form: 'summary', shown: 1 },
    })
    expect(readable(buildAnswerMessage(about, { shareable: false }).blocks)).toMatch(/^Every queue delivers/)
  })

  test('about a topic of several talks lists them, each with a line and what opens it', () => {
    const list = found([result(queues), result(lighthouses)], {
      shape: { form: 'talks', shown: 2 },
      total: 5,
    })
    expect(readable(buildAnswerMessage(list, { shareable: false }).blocks)).toBe(
      [
        '**1. Queues that forgive** · Ada Pier',
        'Every queue delivers twice some day, so consumers must not mind.',
        '**2. Lighthouses in <Rust> & *Python***',
        'How a lamp is driven from _both_ languages.',
        'Talks 1 to 2 of 5 that match',
        '(Show 1) (Show 2) (More results)',
      ].join('\n'),
    )
  })

  test('says which talk is the last of a list', () => {
    const last = found([result(queues)], { shape: { form: 'talks', shown: 1 }, offset: 2, total: 3 })
    expect(readable(buildAnswerMessage(last, { shareable: false }).blocks)).toContain(
      'Talk 3 of 3 that match',
    )
  })

  test('opens another talk in its place, with all that the first one has', () => {
    const closed = buildAnswerMessage(answer, { shareable: false })
    const [show] = buttonsOf(closed.blocks).filter(({ text }) => text === 'Show')
    expect(readAskedValue(show?.value)).toMatchObject({ question: answer.question, open: 1 })
    const open = buildAnswerMessage(answer, { shareable: false, open: 1 })
    expect(readable(open.blocks)).toMatch(
      /_both_ languages\. \(Hide\)\nHow a lamp .*\nLighthouses .* · HarbourConf 2019 · lighthouses\.md:8\n\(Full notes\) \(More like this\)$/,
    )
    const [hide] = buttonsOf(open.blocks).filter(({ text }) => text === 'Hide')
    expect(readAskedValue(hide?.value)?.open).toBeUndefined()
  })

  test('keeps the rest of the results and what narrows them behind one control', () => {
    const many = { ...answer, total: 9, facets: [{ field: 'tag', values: [tagged('retries', 4)] }] } as const
    const closed = buildAnswerMessage(many, { shareable: true }).blocks
    expect(buttonsOf(closed).map(({ text }) => text)).toEqual([
      'Full notes',
      'Share in channel',
      'More…',
      'Show',
    ])
    const open = buildAnswerMessage(many, { shareable: true, open: 'more' }).blocks
    expect(readable(open)).toContain(
      '(Full notes) (Share in channel) (Less)\n(More like this) (More results)',
    )
    expect(buttonsOf(open).find(({ text }) => text === 'More results')?.value).toBe(
      'v1 2@0123456789ab which queues deliver twice?',
    )
  })

  test('offers no sharing in sight of all, and no more results if there are none', () => {
    const names = buttonsOf(buildAnswerMessage(answer, { shareable: false }).blocks).map(({ text }) => text)
    expect(names).toEqual(['Full notes', 'More like this', 'Show'])
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
    expect(text).toMatch(/^Perhaps: Every queue delivers .* \(Queues that forgive\)$/)
    expect(readable(blocks)).toMatch(/^These come near\.\nName a speaker\.\nEvery queue delivers/)
    expect(readable(blocks)).toMatch(/\n\(What is said about retries\?\) \(Full notes\)$/)
  })

  test('to what was probably meant says so, and offers what was typed', () => {
    const { blocks } = buildAnswerMessage(
      found([result(queues)], {
        question: 'quees',
        didYouMean: { question: 'queues', isAnswered: true },
      }),
      { shareable: false },
    )
    expect(readable(blocks)).toMatch(/^Showing results for \*\*queues\*\*\nEvery queue delivers/)
    expect(buttonsOf(blocks)[0]).toMatchObject({ text: 'Search instead for quees', value: 'v1 0! quees' })
  })

  test('to a long question says only which words were taken for others', () => {
    const question = 'which of the quees that you have seen deliver everything twice some day?'
    const meant = { question: question.replace('quees', 'queues'), isAnswered: true }
    const { blocks } = buildAnswerMessage(found([result(queues)], { question, didYouMean: meant }), {
      shareable: false,
    })
    expect(readable(blocks)).toMatch(/^Showing results for \*\*queues\*\*\n/)
    expect(buttonsOf(blocks)[0]).toMatchObject({ text: 'Search as it was typed', value: `v1 0! ${question}` })
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
    expect(buttonsOf(blocks)[0]).toMatchObject({
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
    expect(readable(blocks)).toBe(
      'The notes say nothing about pizza.\nTry a tool or a speaker.\n(What can I ask?)',
    )
  })
})
