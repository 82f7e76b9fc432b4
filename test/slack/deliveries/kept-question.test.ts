import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepsWords, keptQuestion, readKeptQuestion } from '../../../src/slack/deliveries/kept-question.ts'
import { readSaid } from '../../../src/slack/listeners/read-said.ts'

const mention = { type: 'app_mention', channel: 'C1', user: 'U1', ts: '1.2' }
const message = { ...mention, type: 'message', channel: 'D1', channel_type: 'im' }
const delivered = (event: object) => ({
  type: 'event_callback',
  token: 'a secret',
  team_id: 'T1',
  event_id: 'Ev1',
  authorizations: [{ team_id: 'T1', user_id: 'U9', is_bot: true }],
  event: { client_msg_id: 'x', team: 'T1', event_ts: '1.2', ...event },
})
const command = {
  token: 'a secret',
  command: '/talks',
  text: 'kites',
  team_id: 'T1',
  user_id: 'U1',
  user_name: 'ada',
  channel_id: 'C1',
  channel_name: 'general',
  trigger_id: '1.2.x',
  response_url: 'https://hooks.slack.com/x',
}
const click = {
  type: 'block_actions',
  token: 'a secret',
  user: { id: 'U1', name: 'ada', team_id: 'T1' },
  team: { id: 'T1', domain: 'harbour' },
  channel: { id: 'C1', name: 'general' },
  container: { type: 'message', message_ts: '1.3', is_ephemeral: true },
  message: { ts: '1.3', thread_ts: '1.2', text: 'an answer', blocks: [{ type: 'divider' }] },
  state: { values: {} },
  trigger_id: '1.2.x',
  response_url: 'https://hooks.slack.com/x',
  actions: [{ action_id: 'ask', block_id: 'b', value: '{"question":"kites"}' }],
}

const forms = fc.record(
  {
    text: fc.constantFrom('kites?', '', ' ', '<@U9>'),
    blocks: fc.constantFrom([], [{ type: 'section', text: { type: 'plain_text', text: 'of a block' } }]),
    attachments: fc.constantFrom([], [{ is_share: true, text: 'forwarded' }]),
    files: fc.constantFrom([], [{ id: 'F1', name: 'secret.pdf' }]),
  },
  { requiredKeys: [] },
)

/** So deep that it can be read, and not be written. */
const nested: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)

describe('what is kept of a delivery', () => {
  test('says the same as the whole of it', () => {
    fc.assert(
      fc.property(forms, fc.constantFrom(mention, message), (form, place) => {
        const body = delivered({ ...place, ...form })
        const kept = readKeptQuestion(keptQuestion(body)!)!
        expect(kept).toMatchObject({ team_id: 'T1', authorizations: body.authorizations, event: place })
        expect(readSaid('event' in kept && kept.event)).toEqual(readSaid(body.event))
        expect(keepsWords(kept)).toBe(true)
      }),
    )
    const { token: _, user_name: __, channel_name: ___, ...words } = command
    expect(readKeptQuestion(keptQuestion(command)!)).toEqual(words)
    expect(readKeptQuestion(keptQuestion(click)!)).toMatchObject({
      actions: click.actions,
      container: click.container,
      message: { thread_ts: '1.2' },
    })
  })

  test.each([
    ['a mention', delivered({ ...mention, text: 'kites?', files: [{ name: 'plans.pdf' }] })],
    ['a command', command],
    ['a click', click],
  ])('of %s is neither Slack’s secret, nor a name, nor what stood around it', (_, body) => {
    expect(keptQuestion(body)).not.toMatch(/a secret|ada|harbour|general|plans|an answer|divider/)
  })

  test.each<readonly [string, unknown]>([
    ['the words of a bot', delivered({ ...mention, bot_id: 'B1' })],
    ['an edit', delivered({ ...message, subtype: 'message_changed' })],
    ['a message in a channel', delivered({ ...message, channel_type: 'channel' })],
    ['what nobody said', delivered({ ...mention, user: undefined })],
    ['another event', delivered({ type: 'app_home_opened', user: 'U1', tab: 'messages' })],
    ['a modal', { type: 'view_submission', user: { id: 'U1' }, view: { id: 'V1' } }],
    ['a choice in a modal', { ...click, channel: undefined, view: { id: 'V1' } }],
    ['no object', null],
  ])('is nothing of %s', (_, body) => expect(keptQuestion(body)).toBeUndefined())

  test.each([
    ['mention', delivered({ ...mention, text: 'x'.repeat(40_000) })],
    [
      'forwarded text',
      delivered({ ...message, attachments: [{ is_share: true, text: 'x'.repeat(40_000) }] }),
    ],
    ['command', { ...command, text: 'x'.repeat(40_000) }],
    ['click', { ...click, actions: [{ value: 'x'.repeat(40_000) }] }],
    ['message that nests', delivered({ ...message, text: '', blocks: [nested] })],
    ['forwarded message that nests', delivered({ ...message, attachments: [nested] })],
  ])('of a %s that is far too long is who asked and where', (_, body) => {
    const text = keptQuestion(body)!
    expect(text.length).toBeLessThan(1_000)
    expect(keepsWords(readKeptQuestion(text)!)).toBe(false)
  })

  test('of which even the place nests is nothing', () => {
    expect(keptQuestion({ ...click, container: nested })).toBeUndefined()
  })

  test('that is something else is nothing', () => {
    for (const text of ['', 'null', '[]', '{"type":"event_callback"}'])
      expect(readKeptQuestion(text)).toBeUndefined()
  })
})
