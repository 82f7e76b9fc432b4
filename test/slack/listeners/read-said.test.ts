import { expect, test } from 'vitest'
import { readSaid } from '../../../src/slack/listeners/read-said.ts'

const richText = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const kivy = richText(
  { type: 'text', text: 'what is ' },
  { type: 'user', user_id: 'U1' },
  { type: 'text', text: 'kivy?' },
)
const section = {
  type: 'section',
  text: { type: 'mrkdwn', text: '<!here> what is kivy?' },
  fields: [{ type: 'plain_text', text: 'and Flask?' }],
}

test.each([
  ['words', { text: '<@UBOT> what is kivy?' }, { kind: 'words', text: 'what is kivy?' }],
  ['a message of blocks only', { blocks: [kivy] }, { kind: 'words', text: 'what is  kivy?' }],
  [
    'a section with fields',
    { text: '', blocks: [section] },
    { kind: 'words', text: 'what is kivy?\nand Flask?' },
  ],
  [
    'a table and a header',
    {
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Why?' } },
        {
          type: 'table',
          rows: [[{ type: 'raw_text', text: 'kivy' }, richText({ type: 'text', text: 'flask' })]],
        },
      ],
    },
    { kind: 'words', text: 'Why?\nkivy\nflask' },
  ],
  ['a caption', { text: 'what is kivy?', files: [{}] }, { kind: 'words', text: 'what is kivy?' }],
  ['a file alone', { text: '', files: [{}] }, { kind: 'file' }],
  [
    'a forwarded message',
    { text: '', attachments: [{ is_share: true, text: 'what is kivy?' }] },
    { kind: 'forwarded', text: 'what is kivy?' },
  ],
  [
    'a forwarded message of blocks',
    { text: '', attachments: [{ is_share: true, message_blocks: [{ message: { blocks: [kivy] } }] }] },
    { kind: 'forwarded', text: 'what is  kivy?' },
  ],
  [
    'a forwarded message with blocks of its own',
    { attachments: [{ is_share: true, blocks: [section] }] },
    { kind: 'forwarded', text: 'what is kivy?\nand Flask?' },
  ],
  ['a forwarded file', { attachments: [{ is_share: true, text: '', files: [{}] }] }, { kind: 'file' }],
  ['the preview of a link', { text: '', attachments: [{ text: 'kivy' }] }, { kind: 'words', text: '' }],
  [
    'nothing as expected',
    { text: 7, blocks: 'x', attachments: {}, files: null },
    { kind: 'words', text: '' },
  ],
])('reads %s', (_, event, said) => {
  expect(readSaid(event)).toEqual(said)
})
