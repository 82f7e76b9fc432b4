import { expect, test } from 'vitest'
import { buildHelpMessage } from '../../../src/slack/blocks/help-blocks.ts'
import { harbourCorpus } from '../../corpora/harbour.ts'
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
