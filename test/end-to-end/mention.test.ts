import { expect, test } from 'vitest'
import { buttonsOf } from '../slack/readable.ts'
import { openHallway, seen } from './open-hallway.ts'

test('answers in the thread of the mention', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('#talks', '@Hallway which queues deliver twice?')
  const answer = await answerTo('#talks', ts)
  expect(answer.thread_ts).toBe(ts)
  expect(answer.text).toMatch(/^Every queue .+ \(Queues that forgive\)$/)
  expect(seen(answer)).toMatch(/^Every \*\*queue\*\* .+\nQueues that forgive · Ada Pier/)
  expect(buttonsOf(answer.blocks ?? []).map(({ text }) => text)).not.toContain('Share in channel')
})

test('answers in the thread when mentioned in a thread', async () => {
  const { workspace } = await openHallway()
  const { ts } = await workspace.say('#talks', 'Who knows about rigging?')
  await workspace.say('#talks', '@Hallway rigging', { thread: ts })
  const answer = await workspace.until(
    () => workspace.thread('#talks', ts).find((reply) => reply.bot_id),
    'an answer',
  )
  expect(answer.thread_ts).toBe(ts)
  expect(seen(answer)).toContain('for programmers')
})

test.each(['@Hallway', '@Hallway help!'])('%j gets help', async (text) => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('#talks', text)
  expect(seen(await answerTo('#talks', ts))).toContain('I answer questions from the notes')
})

test('a greeting is answered in one line', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('#talks', '@Hallway hi')
  expect(seen(await answerTo('#talks', ts))).toContain('Hi! Ask what you like about the notes of')
})

test('an edit of the question is not answered again', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('#talks', '@Hallway queues')
  await answerTo('#talks', ts)
  await workspace.edit('#talks', ts, '@Hallway lighthouses')
  const next = await workspace.say('#talks', '@Hallway kites')
  await answerTo('#talks', next.ts)
  expect(workspace.thread('#talks', ts).filter((reply) => reply.bot_id)).toHaveLength(1)
})

test('tips for something are a question', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('#talks', '@Hallway tips for queues?')
  expect(seen(await answerTo('#talks', ts))).toMatch(/^Every queue .+\nQueues that forgive · Ada Pier/)
})
