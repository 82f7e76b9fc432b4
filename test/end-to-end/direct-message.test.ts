import { describe, expect, test } from 'vitest'
import { type OpenHallway, openHallway, seen } from './open-hallway.ts'

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

/** Says one thing after the other in one thread; what each was told. */
async function talkInThread(
  { workspace }: Pick<OpenHallway, 'workspace'>,
  [first, ...next]: readonly [string, ...string[]],
): Promise<readonly string[]> {
  const { ts } = await workspace.say('dm', first)
  const told = (count: number) =>
    workspace.until(() => {
      const ours = workspace.thread('dm', ts).filter((reply) => reply.bot_id)
      return ours.length === count && ours
    }, `reply ${count}`)
  await told(1)
  for (const [at, words] of next.entries()) {
    await workspace.say('dm', words, { thread: ts })
    await told(at + 2)
  }
  return (await told(next.length + 1)).map(seen)
}

const notTold = 'Each question is read by itself: say again what it is about.'

describe('what names nothing is asked, in the thread of an answer,', () => {
  test('of the talk that the answer is from, as often as one likes', async () => {
    const [, who, video, slides] = await talkInThread(await openHallway(), [
      'which queues deliver twice?',
      'who said that?',
      'is there a video?',
      'and the slides?',
    ])
    expect(who).toContain('“Queues that forgive” is by Ada Pier.')
    expect(video).toContain('“Queues that forgive” has 1 video.')
    expect(slides).toContain('The notes link no slides of “Queues that forgive”.')
  })

  test('of what its notes say, and of others only if it names something besides', async () => {
    const [, keeps, breaking, lamp] = await talkInThread(await openHallway(), [
      'which queues deliver twice?',
      'which key does she give them?',
      'does it break?',
      'how does it drive a lamp?',
    ])
    expect(keeps).toMatch(/^Give each job a \*\*key\*\* and keep it for a day\./)
    expect(breaking).toContain('I found nothing on that in the notes on “Queues that forgive”.')
    expect(lamp).toContain('Lighthouses in <Rust> & *Python*')
  })

  test('for talks like it', async () => {
    const told = await talkInThread(await openHallway(), ['ropes', 'who else talked about that?'])
    expect(told.at(-1)).toContain('Knots for programmers')
  })

  test('of the last answer’s', async () => {
    const told = await talkInThread(await openHallway(), [
      'which queues deliver twice?',
      'ropes',
      'who said that?',
    ])
    expect(told.at(-1)).toContain('“Ropes for programmers” is by Bo Quay.')
  })

  test('of none if that lists several talks', async () => {
    const told = await talkInThread(await openHallway(), [
      'which queues deliver twice?',
      'list talks',
      'who said that?',
    ])
    expect(told.at(-1)).toContain(notTold)
  })

  test('of none if Slack does not say what stands above', async () => {
    const hallway = await openHallway()
    hallway.workspace.fail('conversations.replies', { error: 'missing_scope' })
    const told = await talkInThread(hallway, ['which queues deliver twice?', 'who said that?'])
    expect(told.at(-1)).toContain(notTold)
  })

  test('of none outside of it, and Slack is not asked', async () => {
    const { workspace, answerTo } = await openHallway()
    await answerTo('dm', (await workspace.say('dm', 'which queues deliver twice?')).ts)
    const { ts } = await workspace.say('dm', 'who said that?')
    expect(seen(await answerTo('dm', ts))).toContain(notTold)
    expect(workspace.calls('conversations.replies')).toEqual([])
  })
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
