import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { maxQuestionLength } from '../../src/answers/answer.ts'
import { buildAnswerMessage } from '../../src/slack/answer-blocks.ts'
import { buildFullNotesView } from '../../src/slack/full-notes-blocks.ts'
import { buildHelpMessage } from '../../src/slack/help-blocks.ts'
import { limits } from '../../src/slack/limits.ts'
import type { Message } from '../../src/slack/message.ts'
import { buildRelatedMessage } from '../../src/slack/related-blocks.ts'
import { checkMessage, checkView } from '../../src/workspace/check-blocks.ts'
import { hostileResult, hostileTalk, hostileText, mrkdwnTexts } from './hostile.ts'
import { corpus } from './sample-notes.ts'

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
  { shareable: fc.boolean(), sharedBy: fc.constant('U012') },
  { requiredKeys: ['shareable'] },
)

const hits: fc.Arbitrary<Answer> = fc
  .record({
    kind: fc.constantFrom('found', 'unsure'),
    question,
    results: fc.array(hostileResult, { minLength: 1, maxLength: 10 }),
    offset: fc.nat(500),
    more: fc.nat(100),
    explanation: hostileText,
    suggestions: fc.array(
      fc.oneof(
        hostileText,
        hostileText.map((text) => `${text}?`),
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ more, ...answer }) => ({
    ...answer,
    total: answer.offset + answer.results.length + more,
    corpusVersion: corpus.version,
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
  corpusVersion: fc.constant(corpus.version),
})

describe('whatever the notes and people say, Slack takes', () => {
  test('an answer with talks', () => {
    fc.assert(
      fc.property(hits, options, (answer, how) => expectFine(buildAnswerMessage(answer, how))),
      { numRuns: 300 },
    )
  })

  test('an answer without', () => {
    fc.assert(
      fc.property(none, options, (answer, how) => expectFine(buildAnswerMessage(answer, how))),
      { numRuns: 300 },
    )
  })

  test('the talks that resemble one', () => {
    const related = fc.array(hostileResult, { maxLength: 5 })
    fc.assert(
      fc.property(hostileTalk, related, (talk, results) => expectFine(buildRelatedMessage(talk, results))),
    )
  })

  test('help', () => {
    const named = hostileText.map((name) => ({ ...corpus, events: [{ id: 'x', name }] }))
    fc.assert(
      fc.property(named, fc.array(hostileText), (notes, examples) =>
        expectFine(buildHelpMessage(notes, examples, new Date())),
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
      fc.property(hostileTalk, (talk) => check(buildFullNotesView(talk))),
      { numRuns: 200 },
    )
  })
})
