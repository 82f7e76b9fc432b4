import { expect, onTestFinished, test } from 'vitest'
import { openWorkspace } from '../../src/workspace/server/open-workspace.ts'
import { buttonsOf } from '../slack/readable.ts'
import { manifest, openHallway, seen } from './open-hallway.ts'

test('/talks answers for the asker alone, with a button to share', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'queues that deliver twice', '#general')
  const reply = await privateReply('#general')
  expect(seen(reply)).toMatch(
    /^Every \*\*queue\*\* .+\nQueues that forgive · Ada Pier · HarbourConf 2019 · queues\.md:10\n/,
  )
  expect(buttonsOf(reply.blocks ?? []).map(({ text }) => text)).toContain('Share in channel')
  expect(workspace.ephemerals('#general', { as: workspace.colleague })).toEqual([])
  expect(workspace.messages('#general').filter((message) => message.bot_id)).toEqual([])
})

test('/talks answers in a channel that Hallway is not in', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'queues', '#random')
  expect(seen(await privateReply('#random'))).toContain('Queues that forgive')
})

test.each(['', 'help', ' HELP '])('/talks %j shows what one can do', async (text) => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', text, '#general')
  const reply = await privateReply('#general')
  expect(seen(reply)).toContain('the notes of **7 talks of HarbourConf 2019**')
  expect(seen(reply)).toContain('/talks <question>')
})

test('/talks says so where the notes say nothing', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'best pizza in town', '#general')
  const reply = await privateReply('#general')
  expect(seen(reply)).not.toContain('Full notes')
  expect(reply.text).not.toBe('')
})

test('/talks with a question of 10,000 characters is answered too', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'queues '.repeat(1_430), '#general')
  expect(seen(await privateReply('#general'))).not.toBe('')
})

test.each(['/hallway', '/конференции'])(
  'a command that a team has called %s is answered as /talks is',
  async (name) => {
    const renamed = JSON.parse(JSON.stringify(manifest).replaceAll('"/talks"', JSON.stringify(name)))
    const timing = { ackMillis: 60_000, triggerMillis: 60_000 }
    const workspace = await openWorkspace({ port: 0, manifest: renamed, clock: Date, timing })
    onTestFinished(() => workspace.close())
    const { privateReply } = await openHallway({ workspace })
    await workspace.command(name, 'queues', '#general')
    expect(seen(await privateReply('#general'))).toContain('Queues that forgive')
    await workspace.command(name, 'tips on', '#talks')
    expect(seen(await privateReply('#talks'))).toContain('tip')
  },
)
