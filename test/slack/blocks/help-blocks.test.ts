import { expect, test } from 'vitest'
import { buildGreeting, buildHelpMessage } from '../../../src/slack/blocks/help-blocks.ts'
import { harbourCorpus } from '../../corpora/harbour.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'
import { buttonsOf, readable } from '../readable.ts'

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

test('a greeting has two examples to click, and the way to help', () => {
  const { blocks } = buildGreeting(harbourCorpus, [
    'Which queues deliver twice?',
    'Any talks on kites?',
    'knots?',
  ])
  expect(readable(blocks)).toContain('the notes of **2 talks of HarbourConf 2019**, for example:')
  expect(buttonsOf(blocks).map(({ text }) => text)).toEqual([
    'Which queues deliver twice?',
    'Any talks on kites?',
    'What can I ask?',
  ])
  expect(readable(buildGreeting(harbourCorpus, []).blocks)).toContain('HarbourConf 2019**.')
})

test('help shows how to narrow down by names that the notes have, and by none that they lack', () => {
  const said = (corpus: Parameters<typeof buildHelpMessage>[0]) =>
    readable(buildHelpMessage(corpus, [], new Date(0)).blocks)
  const harbour = said(harbourCorpus)
  expect(harbour).toContain('speaker:pier')
  expect(harbour).toContain('tag:queues')
  expect(harbour).toContain('event:harbourconf')
  expect(harbour).toContain('how many talks on queues?')
  const bare = said(makeCorpus(makeTalk('sails')))
  expect(bare).not.toMatch(/speaker:|tag:|year:/)
})
