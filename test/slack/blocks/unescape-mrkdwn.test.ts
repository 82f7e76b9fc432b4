import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMrkdwn } from '../../../src/slack/blocks/message.ts'
import { unescapeMrkdwn } from '../../../src/slack/blocks/unescape-mrkdwn.ts'
import { hostileText } from '../hostile.ts'

test.each([
  ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
  ['&amp;lt;', '&lt;'],
  ['is <https://example.com|this> faster?', 'is this faster?'],
  ['look at <https://example.com/a?b=1&amp;c=2>', 'look at https://example.com/a?b=1&c=2'],
  ['due <!date^1392734382^{date}|in February>', 'due in February'],
  ['write to <mailto:ada@example.com|ada@example.com>', 'write to ada@example.com'],
  ['vector<int> and <T>', 'vector<int> and <T>'],
  ['  spaces  ', 'spaces'],
  ['talks with :snake: or :tada:?', 'talks with 🐍 or 🎉?'],
  ['tag::snake: :+1::skin-tone-3: :party-parrot:', 'tag:🐍 👍 :party-parrot:'],
  ['std::on::x at 10:30:45, key:on:off', 'std::on::x at 10:30:45, key:on:off'],
])('reads %j as %j', (text, read) => {
  expect(unescapeMrkdwn(text)).toBe(read)
})

test('nobody who is called is a word of the question, as Slack writes it, typed by hand, or as it looks', () => {
  const calls = [
    ...['<@UBOT>', '<@UBOT|hallway>', '<@U012|ada>', '<@W012>', '<#C012|python>', '<#C012>', '<#C012|>'],
    ...[
      '<!here>',
      '<!here|here>',
      '<!channel>',
      '<!everyone>',
      '<!subteam^S012>',
      '<!subteam^S012|@backend>',
    ],
    ...['@here', '@channel', '@everyone'],
  ]
  for (const call of [...calls, ...calls.map(escapeMrkdwn)]) {
    expect(unescapeMrkdwn(`${call} what about kivy, ${call}?`), call).toMatch(/^what about kivy, +\?$/)
    expect(unescapeMrkdwn(call), call).toBe('')
  }
  for (const words of ['hello@here.example', '@heretic', '@rosa_m', '<T>', '#python', '<here>'])
    expect(unescapeMrkdwn(words)).toBe(words)
})

test('what Slack escapes is read as it was typed', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(unescapeMrkdwn(escapeMrkdwn(typed))).toBe(typed.trim())
    }),
  )
})

test('escaped text holds nothing that Slack would act on', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(escapeMrkdwn(text)).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/)
    }),
  )
})
