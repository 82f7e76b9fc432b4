import { expect, test } from 'vitest'
import { openTestWorkspace } from '../../end-to-end/open-hallway.ts'

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
