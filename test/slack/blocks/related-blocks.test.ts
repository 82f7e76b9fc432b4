import { expect, test } from 'vitest'
import { buildRelatedMessage } from '../../../src/slack/blocks/related-blocks.ts'
import { lighthouses, queues } from '../../corpora/harbour.ts'
import { result } from '../../helpers/make-answer.ts'
import { readable } from '../readable.ts'

test('related talks name the talk that they resemble and what they share, or say that there are none', () => {
  const related = {
    ...result(lighthouses),
    shared: { speakers: ['Ada Pier'], tags: ['retries'], words: ['celery'] },
    isNear: false,
  }
  expect(readable(buildRelatedMessage(queues, [related]).blocks)).toMatch(
    /^More like \*\*Queues that forgive\*\*\n\*\*1\. Lighthouses .*\nAlso by Ada Pier; also about retries, celery\n\(Show 1\)$/,
  )
  const near = { ...related, isNear: true }
  expect(readable(buildRelatedMessage(queues, [near]).blocks)).toContain(
    '\nAlso by Ada Pier; also about retries, celery; close in meaning\n',
  )
  const wordless = { ...near, shared: { speakers: [], tags: [], words: [] } }
  expect(readable(buildRelatedMessage(queues, [wordless]).blocks)).toContain('\nClose in meaning\n')
  expect(buildRelatedMessage(queues, []).text).toBe('No other notes resemble “Queues that forgive”.')
})
