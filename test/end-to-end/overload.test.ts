/** More is asked than can be answered: who may wait is answered in the end, and everybody else is told at once. */
import { expect, test } from 'vitest'
import type { Answers } from '../../src/answers/answers.ts'
import { createOperations } from '../../src/operations/operations.ts'
import { queueLimits } from '../../src/slack/client/answer-queue.ts'
import { openHallway, seen, tinyAnswers } from './open-hallway.ts'

const { maxRunning, maxOfPerson } = queueLimits

/** Hallway whose answers wait until they are let go; the person here has asked as much as one may. */
async function openFull() {
  const real = tinyAnswers()
  const gate = Promise.withResolvers<void>()
  const held: Answers = {
    ...real,
    answerQuestion: (...asked) => gate.promise.then(() => real.answerQuestion(...asked)),
  }
  const operations = createOperations()
  const opened = await openHallway({ answers: () => held, parts: () => ({ operations }) })
  const { workspace } = opened
  const asked: string[] = []
  for (let count = 0; count < maxRunning + maxOfPerson; count++)
    asked.push((await workspace.say('dm', `kites ${count}`)).ts)
  await expect.poll(() => operations.registry.text()).toContain(`hallway_turns_waiting ${maxOfPerson}\n`)
  return { ...opened, asked, letGo: gate.resolve }
}

test('who asks too much is told so at once, and all else is answered, each question once', async () => {
  const { workspace, asked, letGo, privateReply, answerTo } = await openFull()
  const { ts } = await workspace.say('dm', 'kites once more')
  expect(seen(await privateReply('dm'))).toMatch(/^I am busy: .* Please ask again in a minute\.$/)

  letGo()
  for (const each of asked) expect(seen(await answerTo('dm', each))).toContain('ites')
  const replies = (of: string) => workspace.thread('dm', of).filter(({ bot_id }) => bot_id)
  expect(asked.map((each) => replies(each).length)).toEqual(asked.map(() => 1))
  expect(replies(ts)).toEqual([])
  expect(workspace.ephemerals('dm')).toHaveLength(1)
})

test('others are not kept out by who asks too much, and there is room again afterwards', async () => {
  const { workspace, letGo, answerTo } = await openFull()
  const theirs = await workspace.say('#talks', '@Hallway queues deliver twice', { as: workspace.colleague })
  letGo()
  expect(seen(await answerTo('#talks', theirs.ts))).toContain('Queues that forgive')
  const { ts } = await workspace.say('dm', 'queues deliver twice')
  expect(seen(await answerTo('dm', ts))).toContain('Queues that forgive')
  expect(workspace.ephemerals('#talks')).toEqual([])
})

test('who types the command is told by it', async () => {
  const { workspace, privateReply, letGo } = await openFull()
  await workspace.command('/talks', 'kites', '#general')
  expect(seen(await privateReply('#general'))).toMatch(/^I am busy: /)
  letGo()
})

test('a word that is meant for nobody here is not told to wait', async () => {
  const { workspace, privateReply, letGo } = await openFull()
  await workspace.say('#talks', 'good morning')
  await workspace.command('/talks', 'kites', '#general')
  await privateReply('#general')
  expect(workspace.ephemerals('#talks')).toEqual([])
  letGo()
})
