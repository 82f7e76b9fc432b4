import { expect, test } from 'vitest'
import { openHallway, seen } from './open-hallway.ts'

test('a question that calls the channel calls nobody when it is shared', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', '<!here> queues that *deliver* twice & <!channel>', '#talks')
  await workspace.click(await privateReply('#talks'), 'share')
  const shared = await workspace.until(
    () => workspace.messages('#talks').find((message) => message.bot_id),
    'the shared answer',
  )
  expect(seen(shared)).toContain('asked Hallway: **queues that *deliver* twice &**')
  expect(JSON.stringify(shared.blocks)).not.toMatch(/"mrkdwn"|"broadcast"/)
  expect(shared.text).not.toMatch(/<[!@#]/)
})

test('markup in notes is shown as it was written', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'lighthouses')
  const answer = await answerTo('dm', ts)
  expect(seen(answer)).toContain('Lighthouses in <Rust> & *Python*')
  expect(answer.text).toContain('Lighthouses in &lt;Rust&gt; &amp; *Python*')
})

test('a question is read as it was typed, not as Slack escapes it', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'queues that deliver < twice & forgive >', '#talks')
  await workspace.click(await privateReply('#talks'), 'share')
  const shared = await workspace.until(
    () => workspace.messages('#talks').find((message) => message.bot_id),
    'the shared answer',
  )
  expect(seen(shared)).toContain('**queues that deliver < twice & forgive >**')
})
