import { expect, test } from 'vitest'
import { instruction } from '../../../src/slack/blocks/message.ts'
import { withCommandName } from '../../../src/slack/blocks/with-command-name.ts'
import { readable } from '../readable.ts'

const said = (text: string, command: string) => readable(withCommandName(instruction(text), command).blocks)

test.each(['/hallway', '/конференции', '/ask-"us"', '/$&'])('a message names the command %s', (command) => {
  expect(said('`/talks tips on` starts them, /talks ends.', command)).toBe(
    said(`\`${command} tips on\` starts them, ${command} ends.`, '/talks'),
  )
})

test.each(['https://example.org/talks', '/talks/2012', 'notes/talks', '/talkshow'])(
  '%s is no command',
  (text) => {
    expect(said(text, '/hallway')).toBe(said(text, '/talks'))
  },
)
