import { describe, expect, it } from 'vitest'
import { checkMessage, checkView } from '../../../../src/workspace/server/block-kit/check-blocks.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const x = (count: number) => 'x'.repeat(count)
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (value: string, text = 'One') => ({ text: plain(text), value })
const select = (more: object) => ({ type: 'static_select', ...more })
const rich = (...elements: object[]) => ({ type: 'rich_text', elements })

describe('blocks of a message', () => {
  it.each<[string, unknown[]]>([
    ['a text of 3,000 characters', [section(x(3000))]],
    ['a header of 150 characters', [{ type: 'header', text: plain(x(150)) }]],
    ['fifty blocks', times(50, () => ({ type: 'divider' }))],
    [
      '25 buttons with an action_id each',
      [actions(...times(25, (index) => button({ action_id: `b${index}` })))],
    ],
    [
      'a button with everything',
      [
        actions(
          button({
            action_id: 'a',
            value: x(2000),
            style: 'danger',
          }),
        ),
      ],
    ],
    [
      'a select of a hundred options',
      [actions(select({ placeholder: plain('Pick'), options: times(100, (index) => option(`${index}`)) }))],
    ],
    [
      'rich text of all kinds',
      [
        rich(
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'a', style: { bold: true } },
              { type: 'link', url: 'https://example.org' },
              { type: 'user', user_id: 'U1' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'ordered',
            indent: 1,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'b' }] }],
          },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'c' }] },
        ),
      ],
    ],
    ['a context of ten', [{ type: 'context', elements: times(10, () => mrkdwn('x')) }]],
  ])('may be %s', (_, blocks) => {
    expect(checkMessage(blocks)).toBeUndefined()
  })

  it.each<[string, unknown, string]>([
    [
      'a longer section',
      [section(x(3001))],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    [
      'a section without text',
      [{ type: 'section' }],
      'missing required field: text [json-pointer:/blocks/0/text]',
    ],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], '[json-pointer:/blocks/0/text/type]'],
    ['a longer header', [{ type: 'header', text: plain(x(151)) }], 'must be less than 151 characters'],
    [
      '51 blocks',
      times(51, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    ['no block', [], 'at least 1 items required'],
    ['something that is no list', {}, 'must be a array'],
    ['an unknown type', [{ type: 'marquee' }], 'unsupported type: "marquee" [json-pointer:/blocks/0/type]'],
    ['a block without a type', [{}], 'missing required field: type [json-pointer:/blocks/0/type]'],
    [
      'an unknown key',
      [{ type: 'divider', colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a longer button',
      [actions(button({ text: plain(x(76)) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    ['a longer value', [actions(button({ value: x(2001) }))], 'must be less than 2001 characters'],
    ['a longer action_id', [actions(button({ action_id: x(256) }))], 'must be less than 256 characters'],
    [
      'a script for an address',
      [rich({ type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:alert(1)' }] })],
      'invalid url [json-pointer:/blocks/0/elements/0/elements/0/url]',
    ],
    ['26 buttons', [actions(...times(26, () => button()))], 'no more than 25 items allowed'],
    [
      '101 options',
      [actions(select({ options: times(101, (index) => option(`${index}`)) }))],
      'no more than 100 items allowed',
    ],
    [
      'options and groups of them',
      [
        actions(
          select({ options: [option('1')], option_groups: [{ label: plain('x'), options: [option('1')] }] }),
        ),
      ],
      'either options or option_groups is required',
    ],
    [
      'a longer option',
      [actions(select({ options: [option('1', x(76))] }))],
      'must be less than 76 characters',
    ],
    [
      'a longer option value',
      [actions(select({ options: [option(x(151))] }))],
      'must be less than 151 characters',
    ],
    [
      'eleven in a context',
      [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
      'no more than 10 items allowed',
    ],
    [
      'the same block_id twice',
      times(2, () => ({ type: 'divider', block_id: 'same' })),
      'block_id "same" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'the same action_id twice in a block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      'action_id "a" already exists',
    ],
    [
      'an empty piece of rich text',
      [rich({ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] })],
      'must be more than 0 characters',
    ],
    [
      'a text input outside an input block',
      [actions({ type: 'plain_text_input', action_id: 'a' })],
      'unsupported type: "plain_text_input"',
    ],
  ])('may not be %s', (_, blocks, message) => {
    const problem = checkMessage(blocks)
    expect(problem?.error).toBe('invalid_blocks')
    expect(problem?.messages.join('\n')).toContain(message)
  })

  it('may have the same action_id in two blocks', () => {
    expect(
      checkMessage([actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))]),
    ).toBeUndefined()
  })

  it('may not be too much together', () => {
    expect(checkMessage(times(5, () => section(x(2700))))?.error).toBe('msg_blocks_too_long')
  })
})

describe('a view', () => {
  const modal = (more: object) => ({ type: 'modal', title: plain('Title'), blocks: [section('x')], ...more })
  const input = { type: 'input', label: plain('Name'), element: { type: 'plain_text_input' } }

  it.each<[string, unknown]>([
    ['a modal', modal({})],
    ['a modal that asks, with a button to submit', modal({ submit: plain('Send'), blocks: [input] })],
    ['a modal of a hundred blocks', modal({ blocks: times(100, () => ({ type: 'divider' })) })],
  ])('may be %s', (_, view) => {
    expect(checkView(view)).toBeUndefined()
  })

  it.each<[string, unknown, string]>([
    [
      'without a title',
      { type: 'modal', blocks: [] },
      'missing required field: title [json-pointer:/view/title]',
    ],
    [
      'with a longer title',
      modal({ title: plain(x(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['that asks without a button to submit', modal({ blocks: [input] }), 'missing required field: submit'],
    [
      'with 101 blocks',
      modal({ blocks: times(101, () => ({ type: 'divider' })) }),
      'no more than 100 items allowed',
    ],
    ['with more private_metadata', modal({ private_metadata: x(3001) }), 'must be less than 3001 characters'],
    [
      'of no known type',
      { type: 'window', blocks: [] },
      'unsupported type: "window" [json-pointer:/view/type]',
    ],
    ['that wants to hear of its end', modal({ notify_on_close: true }), 'notify_on_close'],
    ['that is nothing', undefined, '[json-pointer:/view'],
  ])('may not be %s', (_, view, message) => {
    const problem = checkView(view)
    expect(problem?.error).toBe('invalid_arguments')
    expect(problem?.messages.join('\n')).toContain(message)
  })

  it('may not be larger than 250 KB', () => {
    const bytes = times(100, () => section('ü'.repeat(1500)))
    expect(checkView(modal({ blocks: bytes }))?.error).toBe('view_too_large')
  })
})
