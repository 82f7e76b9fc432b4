import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connection, type Envelope, isEvent, openPeer, type Peer } from './peer.ts'

/** The keys that Slack's own answers and payloads have, as far as this workspace sends them. */
const profileKeys = ['app_id', 'deleted', 'icons', 'id', 'name', 'team_id', 'updated']
const callbackKeys = [
  'api_app_id',
  'authorizations',
  'event',
  'event_context',
  'event_id',
  'event_time',
  'is_ext_shared_channel',
  'team_id',
  'token',
  'type',
]
const interactionKeys = [
  'api_app_id',
  'enterprise',
  'is_enterprise_install',
  'team',
  'token',
  'trigger_id',
  'type',
  'user',
]

let peer: Peer
let app: Connection
beforeAll(async () => {
  peer = await openPeer()
  app = await peer.connect()
  app.answerAll()
})
afterAll(() => peer.close())

const keys = (value: unknown) => Object.keys(value as object).toSorted()
const isInteraction = (type: string) => (envelope: Envelope) => envelope.payload.type === type

describe('what the workspace sends has the keys that Slack sends', () => {
  it('in an envelope and an event', async () => {
    const { ts } = await peer.workspace.say('dm', 'hello')
    await peer.workspace.say('dm', 'reply', { thread: ts })
    const envelope = await app.next(isEvent('message'))
    expect(keys(envelope)).toEqual([
      'accepts_response_payload',
      'envelope_id',
      'payload',
      'retry_attempt',
      'retry_reason',
      'type',
    ])
    expect(keys(envelope.payload)).toEqual(callbackKeys)
    expect(keys(envelope.payload.event)).toEqual([
      'channel',
      'channel_type',
      'client_msg_id',
      'event_ts',
      'team',
      'text',
      'ts',
      'type',
      'user',
    ])
    const reply = await app.next((other) => other.payload.event?.text === 'reply')
    expect(keys(reply.payload.event)).toEqual([
      'channel',
      'channel_type',
      'client_msg_id',
      'event_ts',
      'parent_user_id',
      'team',
      'text',
      'thread_ts',
      'ts',
      'type',
      'user',
    ])
    expect(envelope.payload.event_id).toMatch(/^Ev[0-9A-Z]+$/)
    expect(ts).toMatch(/^\d{10}\.\d{6}$/)
  })

  it('in a mention and an opened Home', async () => {
    await peer.workspace.say('#talks', '@Parrot hello')
    const mention = await app.next(isEvent('app_mention'))
    expect(keys(mention.payload.event)).toEqual([
      'channel',
      'client_msg_id',
      'event_ts',
      'team',
      'text',
      'ts',
      'type',
      'user',
    ])
    peer.workspace.openMessagesTab()
    const opened = await app.next(isEvent('app_home_opened'))
    expect(keys(opened.payload.event)).toEqual(['channel', 'event_ts', 'tab', 'type', 'user'])
  })

  it('in a command', async () => {
    await peer.workspace.command('/parrot', 'x', 'dm')
    const { payload } = await app.next((envelope) => envelope.type === 'slash_commands')
    expect(keys(payload)).toEqual([
      'api_app_id',
      'channel_id',
      'channel_name',
      'command',
      'is_enterprise_install',
      'response_url',
      'team_domain',
      'team_id',
      'text',
      'token',
      'trigger_id',
      'user_id',
      'user_name',
    ])
    expect(payload.channel_name).toBe('directmessage')
  })

  it('in an answer to a posted message, and in the click on its button', async () => {
    const blocks = [
      {
        type: 'section',
        text: { type: 'plain_text' as const, text: 'x' },
        accessory: { type: 'button' as const, text: { type: 'plain_text' as const, text: 'Go' } },
      },
    ]
    const posted = await peer.web.chat.postMessage({
      channel: peer.workspace.channel('#talks').id,
      text: 'x',
      blocks,
    })
    expect(keys(posted.message)).toEqual([
      'app_id',
      'blocks',
      'bot_id',
      'bot_profile',
      'team',
      'text',
      'ts',
      'type',
      'user',
    ])
    expect(keys(posted.message?.bot_profile)).toEqual(profileKeys)
    const [block] = peer.workspace.messages('#talks').at(-1)?.blocks ?? []
    expect(block?.block_id).toMatch(/./)
    const { action_id } = (block?.accessory ?? {}) as { action_id?: string }
    const message = peer.workspace.messages('#talks').at(-1)
    if (message) await peer.workspace.click(message, String(action_id))
    const { payload } = await app.next(isInteraction('block_actions'))
    expect(keys(payload)).toEqual(
      [...interactionKeys, 'actions', 'channel', 'container', 'message', 'response_url', 'state'].toSorted(),
    )
    expect(keys(payload.container)).toEqual(['channel_id', 'is_ephemeral', 'message_ts', 'type'])
    expect(keys((payload.actions as unknown[])[0])).toEqual([
      'action_id',
      'action_ts',
      'block_id',
      'text',
      'type',
    ])
  })

  it('in a view and its submission', async () => {
    const trigger = (await app.next(isInteraction('block_actions'))).payload.trigger_id
    const { view } = await peer.web.views.open({
      trigger_id: String(trigger),
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: 'x' },
        submit: { type: 'plain_text', text: 'x' },
        blocks: [],
      },
    })
    expect(keys(view)).toEqual([
      'app_id',
      'app_installed_team_id',
      'blocks',
      'bot_id',
      'callback_id',
      'clear_on_close',
      'close',
      'external_id',
      'hash',
      'id',
      'notify_on_close',
      'previous_view_id',
      'private_metadata',
      'root_view_id',
      'state',
      'submit',
      'team_id',
      'title',
      'type',
    ])
    const [open] = peer.workspace.views()
    if (open) await peer.workspace.submit(open)
    const { payload } = await app.next(isInteraction('view_submission'))
    expect(keys(payload)).toEqual([...interactionKeys, 'view'].toSorted())
  })
})
