import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, readMention, unescapeMrkdwn } from '../../../src/slack/blocks/mrkdwn.ts'
import { hostileText } from '../hostile.ts'

test.each([
  ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
  ['&amp;lt;', '&lt;'],
  ['is <https://example.com|this> faster?', 'is this faster?'],
  ['look at <https://example.com/a?b=1&amp;c=2>', 'look at https://example.com/a?b=1&c=2'],
  ['ask in <#C012|python>', 'ask in python'],
  ['did <@U012ABC|ada> speak?', 'did ada speak?'],
  ['<!here> anyone?', 'here anyone?'],
  ['<!subteam^S012|@backend> knows', 'backend knows'],
  ['write to <mailto:ada@example.com|ada@example.com>', 'write to ada@example.com'],
  ['vector<int> and <T>', 'vector<int> and <T>'],
  ['  spaces  ', 'spaces'],
])('reads %j as %j', (text, read) => {
  expect(unescapeMrkdwn(text)).toBe(read)
})

test('the bot’s own mention is taken out wherever it stands, others are not words', () => {
  expect(readMention('<@UBOT> what about <@UBOT|hallway> kivy, <@U012|ada>?', 'UBOT')).toBe(
    'what about   kivy, ada?',
  )
})

test('what Slack escapes is read as it was typed', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(unescapeMrkdwn(escapeText(typed))).toBe(typed.trim())
    }),
  )
})

test('escaped text holds nothing that Slack would act on', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(escapeText(text)).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/)
    }),
  )
})

test.each(['<@U1|ada>', '<#C1|ada>', '<!subteam^S1|@ada>', '<@U1|@ada>'])(
  'a person, a channel and a group are read by their names alone: %s',
  (form) => {
    expect(unescapeMrkdwn(`talks of ${form}`)).toBe('talks of ada')
    expect(unescapeMrkdwn(`talks ${form.replace(/\|.*>/, '>')} of`)).toMatch(/^talks +of$/)
  },
)
