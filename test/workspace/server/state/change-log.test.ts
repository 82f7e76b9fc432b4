import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openTestWorkspace } from '../../../end-to-end/open-hallway.ts'

/** What a page hears first of what has changed since it looked. */
async function heardSince(url: string, seq: number): Promise<string> {
  const response = await fetch(`${url}/workspace/changes?since=${seq}`)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  const { value = '' } = await reader.read()
  await reader.cancel()
  return value
}

async function lastSeq(url: string): Promise<number> {
  const state = (await (await fetch(`${url}/workspace/state`)).json()) as { seq: number }
  return state.seq
}

test('a page that was open while the workspace was started again begins anew, however much has happened since', async () => {
  const earlier = await openTestWorkspace()
  await earlier.say('#talks', 'Good morning')
  const seq = await lastSeq(earlier.url)
  await earlier.say('#talks', 'Good evening')
  expect(await heardSince(earlier.url, seq)).toContain('Good evening')
  const later = await openTestWorkspace({}, { now: () => Date.now() + 2_000 })
  for (let times = 0; times < 10; times++) await later.say('#talks', `Again ${times}`)
  expect(await heardSince(later.url, seq)).toContain('event: restart')
})

test('a page that takes nothing of what changes is let go, and does not fill the memory', async () => {
  const workspace = await openTestWorkspace()
  const { port, host } = new URL(workspace.url)
  const sleeping = connect(Number(port), '127.0.0.1')
  onTestFinished(() => void sleeping.destroy())
  sleeping.write(`GET /workspace/changes?since=0 HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  await once(sleeping, 'readable')
  for (let times = 0; times < 1_000; times++) await workspace.say('#talks', 'x'.repeat(12_000))
  let taken = 0
  sleeping.on('data', (bytes) => {
    taken += bytes.length
  })
  await once(sleeping, 'close')
  expect(taken).toBeLessThan(12_000 * 1_000)
})
