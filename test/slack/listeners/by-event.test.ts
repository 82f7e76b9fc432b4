import { expect, test } from 'vitest'
import { byEvent } from '../../../src/slack/listeners/by-event.ts'

test('an event goes to whom its type is of, and to nobody if nobody listens to it', async () => {
  const heard: string[] = []
  const listener = (name: string) => async () => void heard.push(name)
  const hear = byEvent({ message: listener('message'), app_mention: listener('mention') })
  for (const type of ['message', 'app_mention', 'messages', '', 'constructor'])
    await hear({ event: { type } } as Parameters<typeof hear>[0])
  expect(heard).toEqual(['message', 'mention'])
})
