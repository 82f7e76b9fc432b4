import { expect, test } from 'vitest'
import { byAction } from '../../../src/slack/listeners/by-action.ts'

type Listener = ReturnType<typeof byAction>

test('a click goes to whom its id is of, or the beginning of its id, or else to who says that nobody knows it', async () => {
  const heard: string[] = []
  const listener =
    (name: string): Listener =>
    async () =>
      void heard.push(name)
  const click = byAction({
    exact: [['help', listener('help')]],
    beginning: [['open_', listener('open')]],
    unknown: listener('unknown'),
  })
  for (const action_id of ['help', 'open_2', 'helpful', 'reopen_2', '', 'constructor'])
    await click({ action: { action_id } } as Parameters<Listener>[0])
  expect(heard).toEqual(['help', 'open', 'unknown', 'unknown', 'unknown', 'unknown'])
})
