import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, maxQuestionLength } from '../../../src/answers/answer.ts'
import type { Facet } from '../../../src/search/filter/facets.ts'
import type { Notice } from '../../../src/search/query/query.ts'
import { buildAnswerMessage } from '../../../src/slack/blocks/answer-blocks.ts'
import { buildFullNotesView } from '../../../src/slack/blocks/full-notes-blocks.ts'
import { buildGreeting, buildHelpMessage } from '../../../src/slack/blocks/help-blocks.ts'
import { limits } from '../../../src/slack/blocks/limits.ts'
import type { Message } from '../../../src/slack/blocks/message.ts'
import { createNotesUrl } from '../../../src/slack/blocks/notes-url.ts'
import { buildSimilarTalksMessage } from '../../../src/slack/blocks/similar-talks-blocks.ts'
import { buildTipMessage } from '../../../src/slack/blocks/tip-blocks.ts'
import { checkMessage, checkView } from '../../../src/workspace/server/block-kit/check-blocks.ts'
import { harbourCorpus } from '../../corpora/harbour.ts'
import { runs } from '../../helpers/runs.ts'
import { hostilePassage, hostileResult, hostileTalk, hostileText, mrkdwnTexts } from '../hostile.ts'

/** Slack's own forms, which must never come from what a note or a person says. */
const special = /<[!@#]/

function expectFine({ text, blocks }: Message) {
  expect(checkMessage(blocks)).toBeUndefined()
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(limits.messageSize)
  expect(text.trim()).not.toBe('')
  expect([text, ...mrkdwnTexts(blocks)].filter((field) => special.test(field))).toEqual([])
}

const question = hostileText
  .map((text) => text.slice(0, maxQuestionLength))
  .filter((text) => text.trim() !== '')
const options = fc.record(
  {
    shareable: fc.boolean(),
    sharedBy: fc.constant('U012'),
    open: fc.constantFrom(0, 1, 2, 'more' as const),
    notesUrl: fc.constantFrom(
      createNotesUrl('https://git.example.com/{path}#L{line}', 'corpus'),
      createNotesUrl(`https://example.com/${'{path}'.repeat(9)}`, 'corpus'),
    ),
  },
  { requiredKeys: ['shareable'] },
)

const notice: fc.Arbitrary<Notice> = hostileText.map((text) => ({
  kind: 'bad-value',
  message: `“${text}” is no year.`,
  start: 0,
  end: 1,
}))
const facet: fc.Arbitrary<Facet> = fc.record({
  field: fc.constantFrom('event', 'year', 'speaker', 'tag', 'kind', 'lang'),
  values: fc.array(
    fc.record({ value: hostileText, count: fc.nat(50), filter: hostileText.map((text) => `tag:"${text}"`) }),
    { maxLength: 4 },
  ),
})

const hits: fc.Arbitrary<Answer> = fc
  .record({
    kind: fc.constantFrom('found', 'unsure'),
    confidence: fc.constant(2),
    question,
    form: fc.constantFrom('passage', 'summary', 'talks'),
    results: fc.array(hostileResult, { minLength: 1, maxLength: 10 }),
    offset: fc.nat(500),
    more: fc.nat(100),
    notices: fc.array(notice, { maxLength: 8 }),
    meant: fc.option(fc.record({ question, isAnswered: fc.boolean() }), { nil: undefined }),
    facets: fc.array(facet, { maxLength: 6 }),
    isPartial: fc.boolean(),
    isStandIn: fc.boolean(),
    pagedTo: fc.nat(500),
    isStartedAgain: fc.boolean(),
    explanation: hostileText,
    suggestions: fc.array(
      fc.oneof(
        hostileText,
        hostileText.map((text) => `${text}?`),
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ more, meant, form, ...answer }) => ({
    ...answer,
    shape: { form, shown: Math.min(answer.results.length, 3) },
    total: answer.offset + answer.results.length + more,
    corpusVersion: harbourCorpus.version,
    ...(meant && { didYouMean: meant }),
  }))

const listing: fc.Arbitrary<Answer> = fc
  .record({
    question,
    of: fc.constantFrom('talk', 'speaker', 'tag', 'event', 'year', 'kind', 'lang'),
    explanation: hostileText,
    results: fc.array(hostileResult, { maxLength: 12 }),
    values: fc.array(
      fc.record({
        value: hostileText,
        talks: fc.nat(50),
        question: hostileText.map((text) => `list talks tag:"${text}"`),
      }),
      { maxLength: 12 },
    ),
    offset: fc.nat(500),
    more: fc.nat(100),
    suggestions: fc.array(hostileText, { maxLength: 8 }),
    notices: fc.array(notice, { maxLength: 8 }),
    isStartedAgain: fc.boolean(),
  })
  .map(({ more, ...rest }) => ({
    kind: 'listing',
    ...rest,
    total: rest.offset + rest.results.length + rest.values.length + more,
    corpusVersion: harbourCorpus.version,
  }))

const none: fc.Arbitrary<Answer> = fc.record({
  kind: fc.constant('none'),
  reason: fc.constantFrom('empty', 'no-words', 'too-long', 'no-match'),
  question: hostileText,
  results: fc.constant([] as const),
  explanation: hostileText.map((text) => `Nothing: ${text}`),
  suggestions: fc.array(
    fc.oneof(
      hostileText,
      hostileText.map((text) => `${text}?`),
    ),
    { minLength: 1, maxLength: 8 },
  ),
  notices: fc.array(notice, { maxLength: 8 }),
  corpusVersion: fc.constant(harbourCorpus.version),
})

describe('whatever the notes and people say, Slack takes', () => {
  test('an answer with talks', () => {
    fc.assert(
      fc.property(hits, options, (answer, how) => expectFine(buildAnswerMessage(answer, how))),
      { numRuns: runs(300) },
    )
  })

  test('an answer without', () => {
    fc.assert(
      fc.property(none, options, (answer, how) => expectFine(buildAnswerMessage(answer, how))),
      { numRuns: runs(300) },
    )
  })

  test('a list', () => {
    fc.assert(
      fc.property(listing, options, (answer, how) => expectFine(buildAnswerMessage(answer, how))),
      { numRuns: runs(300) },
    )
  })

  test('the talks that resemble one', () => {
    const some = fc.array(hostileText, { maxLength: 4 })
    const shared = fc.record({ speakers: some, tags: some, words: some })
    const related = fc.array(
      fc
        .tuple(hostileResult, shared, fc.boolean())
        .map(([result, shared, isNear]) => ({ ...result, shared, isNear })),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(hostileTalk, related, (talk, results) =>
        expectFine(buildSimilarTalksMessage(talk, results)),
      ),
    )
  })

  test('a tip', () => {
    const tips = fc.record({ talk: hostileTalk, passage: hostilePassage })
    fc.assert(
      fc.property(tips, ({ talk, passage }) =>
        expectFine(buildTipMessage({ id: `${talk.id}#0123456789ab`, talk, passage })),
      ),
      { numRuns: runs(300) },
    )
  })

  test('help', () => {
    const named = hostileText.map((name) => ({ ...harbourCorpus, events: [{ id: 'x', name }] }))
    fc.assert(
      fc.property(named, fc.array(hostileText), (notes, examples) =>
        expectFine(buildHelpMessage(notes, examples, new Date())),
      ),
    )
    fc.assert(
      fc.property(named, fc.array(hostileText), (notes, examples) =>
        expectFine(buildGreeting(notes, examples)),
      ),
    )
  })

  test('the full notes of a talk', () => {
    const check = (view: ReturnType<typeof buildFullNotesView>) => {
      expect(checkView(view)).toBeUndefined()
      expect(view.blocks.length).toBeLessThanOrEqual(limits.viewBlocks)
      expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000)
      expect(mrkdwnTexts(view)).toEqual([])
    }
    fc.assert(
      fc.property(hostileTalk, fc.array(hostileText, { maxLength: 8 }), (talk, keyTerms) =>
        check(buildFullNotesView(talk, keyTerms)),
      ),
      { numRuns: runs(200) },
    )
  })
})
