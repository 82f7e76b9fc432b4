import type { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { hasOurReply } from '../../../src/slack/client/our-reply.ts'

/** Who wrote the messages of a thread, in their order: a person, or Hallway. */
type Thread = readonly ('person' | 'ours')[]

/** Whether the message at a place of the thread has a reply. */
function look(thread: Thread, at: number, more: object = {}) {
  const messages = thread.map((who, place) => ({
    ts: `${place + 1}.0`,
    ...(who === 'ours' && { bot_id: 'B1' }),
  }))
  const replies = async () => ({ ok: true, messages, ...more })
  const client = { conversations: { replies } } as unknown as webApi.WebClient
  return hasOurReply({ channel: 'D1', ts: messages[at]!.ts, thread_ts: '1.0' }, client)
}

test.each<[Thread, at: number, boolean | undefined]>([
  [['person'], 0, false],
  [['person', 'ours'], 0, true],
  [['person', 'ours', 'person'], 2, false],
  [['person', 'ours', 'person', 'ours'], 2, true],
  // A tip of ours begins the thread, and answers nothing.
  [['ours', 'person'], 1, false],
  [['ours', 'person', 'ours'], 1, true],
  // It may be to either.
  [['person', 'person', 'ours'], 1, undefined],
  [['person', 'person', 'ours'], 0, undefined],
  [['ours', 'person', 'person', 'ours'], 2, undefined],
  [['person', 'person', 'ours', 'ours'], 1, true],
])('in the thread %j, whether message %d has our reply: %s', async (thread, at, has) => {
  expect(await look(thread, at)).toBe(has)
})

test('in a thread too long to be read in one go, it is not known', async () => {
  expect(await look(['person', 'ours'], 0, { has_more: true })).toBeUndefined()
})
