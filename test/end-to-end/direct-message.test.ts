import { expect, test } from 'vitest'
import { openHallway, seen } from './open-hallway.ts'

test('answers in the thread of the question', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'which queues deliver twice?')
  const answer = await answerTo('dm', ts)
  expect(seen(answer)).toMatch(/^Every \*\*queue\*\* .+\nQueues that forgive · Ada Pier/)
})

test('goes on in the same thread', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'queues')
  await answerTo('dm', ts)
  await workspace.say('dm', 'lighthouses', { thread: ts })
  const answers = await workspace.until(() => {
    const all = workspace.thread('dm', ts).filter((reply) => reply.bot_id)
    return all.length === 2 && all
  }, 'a second answer')
  expect(seen(answers[1]!)).toContain('Lighthouses in <Rust> & *Python*')
})

test('help gets help', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'help')
  expect(seen(await answerTo('dm', ts))).toContain('A direct message needs nothing but the question.')
})

test.each(['hi', 'Hello!'])('%j gets a few words, two questions to try and the way to help', async (text) => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', text)
  const said = seen(await answerTo('dm', ts))
  expect(said).toContain('What can I ask?')
  expect(said).not.toContain('A direct message needs nothing but the question.')
})

test('edits and Hallway’s own messages are left alone', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'queues')
  await answerTo('dm', ts)
  await workspace.edit('dm', ts, 'kites')
  const next = await workspace.say('dm', 'knots')
  await answerTo('dm', next.ts)
  expect(workspace.calls('chat.postMessage')).toHaveLength(2)
})

test('opening the messages sets a few questions to try', async () => {
  const { workspace, answerTo } = await openHallway()
  workspace.openMessagesTab()
  const { prompts } = await workspace.until(() => workspace.prompts(), 'suggested questions')
  expect(prompts.length).toBeGreaterThan(0)
  expect(prompts.length).toBeLessThanOrEqual(4)
  const { ts } = await workspace.say('dm', prompts[0]!.message)
  expect(seen(await answerTo('dm', ts))).toContain('Full notes')
})

test('opening the Home tab does nothing', async () => {
  const { workspace, answerTo } = await openHallway()
  workspace.openHomeTab()
  const { ts } = await workspace.say('dm', 'hi')
  await answerTo('dm', ts)
  expect(workspace.calls('assistant.threads.setSuggestedPrompts')).toEqual([])
})
