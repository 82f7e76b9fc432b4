import { expect, test } from 'vitest'
import { buildSimilarTalksMessage } from '../../../src/slack/blocks/similar-talks-blocks.ts'
import { lighthouses, queues } from '../../corpora/harbour.ts'
import { result } from '../../helpers/make-answer.ts'
import { readable } from '../readable.ts'

test('similar talks name the talk that they resemble and what they share, or say that there are none', () => {
  const similar = {
    ...result(lighthouses),
    shared: { speakers: ['Ada Pier'], tags: ['retries'], words: ['celery'] },
    isNear: false,
  }
  expect(readable(buildSimilarTalksMessage(queues, [similar]).blocks)).toMatch(
    /^More like \*\*Queues that forgive\*\*\n\*\*1\. Lighthouses .*\nAlso by Ada Pier; also about retries, celery\n\(Show 1\)$/,
  )
  const near = { ...similar, isNear: true }
  expect(readable(buildSimilarTalksMessage(queues, [near]).blocks)).toContain(
    '\nAlso by Ada Pier; also about retries, celery; close in meaning\n',
  )
  const wordless = { ...near, shared: { speakers: [], tags: [], words: [] } }
  expect(readable(buildSimilarTalksMessage(queues, [wordless]).blocks)).toContain('\nClose in meaning\n')
  expect(buildSimilarTalksMessage(queues, []).text).toBe('No other notes resemble “Queues that forgive”.')
})
