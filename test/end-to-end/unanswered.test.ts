/** Slack does what it was asked, and its answer gets lost on the way. */
import { request as ask } from 'node:http'
import { expect, test } from 'vitest'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { openHallway, openTestWorkspace, seen } from './open-hallway.ts'

type Loss = 'nothing' | 'a reset' | 'half an answer' | 'a gateway’s failure'

/** Stands between Hallway and Slack: what it loses has taken effect. */
async function openLossy(workspace: Workspace, loss: Loss, isDone: boolean): Promise<string> {
  let left = 1
  const origin = await openTestServer((request, response) => {
    const isLost = request.url?.endsWith('chat.postMessage') === true && left > 0
    if (isLost) left -= 1
    if (isLost && !isDone) return void request.resume().on('end', () => request.socket.resetAndDestroy())
    const url = new URL(request.url!.replace(/^\/api\//, ''), workspace.apiUrl)
    const passed = ask(
      url,
      { method: request.method, headers: { ...request.headers, host: url.host } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('end', () => {
          const body = Buffer.concat(chunks)
          if (!isLost) response.writeHead(answer.statusCode ?? 200, answer.headers).end(body)
          else if (loss === 'a reset') request.socket.resetAndDestroy()
          else if (loss === 'nothing') request.socket.destroy()
          else if (loss === 'a gateway’s failure') response.writeHead(502).end('bad gateway')
          else {
            response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
            response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroySoon())
          }
        })
      },
    )
    request.pipe(passed)
  })
  return `${origin}api/`
}

async function open(loss: Loss, isDone = true) {
  const workspace = await openTestWorkspace()
  const slackApiUrl = await openLossy(workspace, loss, isDone)
  return openHallway({ workspace, parts: () => ({ slackApiUrl }) })
}

const losses = ['nothing', 'a reset', 'half an answer', 'a gateway’s failure'] as const

test.each(losses)('a direct message is answered once where %s came back', async (loss) => {
  const { workspace, answerTo, log } = await open(loss)
  const { ts } = await workspace.say('dm', 'queues deliver twice')
  expect(seen(await answerTo('dm', ts))).toContain('Queues that forgive')
  const next = await workspace.say('dm', 'kites')
  await answerTo('dm', next.ts)
  if (loss !== 'half an answer') await expect.poll(() => log.join('\n')).toContain('no_answer')
  expect(workspace.thread('dm', ts).filter(({ bot_id }) => bot_id)).toHaveLength(1)
  expect(workspace.ephemerals('dm')).toEqual([])
})

test.each(losses)('a mention is answered once in the thread where %s came back', async (loss) => {
  const { workspace, answerTo } = await open(loss)
  const { ts } = await workspace.say('#talks', '@Hallway queues deliver twice')
  expect(seen(await answerTo('#talks', ts))).toContain('Queues that forgive')
  if (loss !== 'half an answer') {
    // Hallway may not look into channels: who asked is told what to do if the answer is not there, and nobody else.
    await workspace.until(() => workspace.ephemerals('#talks').length > 0, 'a private word')
    expect(workspace.ephemerals('#talks').map(seen)).toEqual([
      expect.stringContaining('If you do not see it'),
    ])
  }
  const next = await workspace.say('#talks', '@Hallway kites')
  await answerTo('#talks', next.ts)
  expect(workspace.thread('#talks', ts).filter(({ bot_id }) => bot_id)).toHaveLength(1)
})

test('who gets no answer in a direct message, since it was lost on its way there, is told so once', async () => {
  const { workspace, answerTo } = await open('a reset', false)
  const { ts } = await workspace.say('dm', 'queues deliver twice')
  expect(seen(await answerTo('dm', ts))).toMatch(/^Something went wrong on my side/)
})
