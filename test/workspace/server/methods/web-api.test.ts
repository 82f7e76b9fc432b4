import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifest, openPeer, type Peer, refused } from '../../peer.ts'

let peer: Peer
beforeAll(async () => {
  peer = await openPeer()
})
afterAll(() => peer.close())

const id = (name: string) => peer.workspace.channel(name).id
const call = async (method: string, body: string, headers: Record<string, string>) =>
  (await fetch(`${peer.workspace.apiUrl}${method}`, { method: 'POST', body, headers })).json()
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('the Web API', () => {
  it('knows the app by its token', async () => {
    expect(await peer.web.auth.test()).toMatchObject({
      team_id: peer.workspace.teamId,
      user: 'parrot',
      user_id: peer.workspace.botUserId,
    })
  })

  it.each([
    ['a wrong token', 'auth.test', 'token=xoxb-nope', form, 'invalid_auth'],
    ['no token', 'auth.test', '', form, 'not_authed'],
    ['a method that does not exist', 'chat.shout', '', form, 'unknown_method'],
    ['a name that every object has', 'constructor', '', form, 'unknown_method'],
    ['broken JSON', 'auth.test', '{', { 'content-type': 'application/json' }, 'invalid_json'],
    ['JSON that is no object', 'auth.test', '[]', { 'content-type': 'application/json' }, 'json_not_object'],
    ['a body of an unknown type', 'auth.test', 'x', { 'content-type': 'text/plain' }, 'invalid_form_data'],
  ])('refuses %s', async (_, method, body, headers, error) => {
    expect(await call(method, body, headers)).toMatchObject({ ok: false, error })
  })

  it('takes a token from the header as from the body, and arguments as a form as in JSON', async () => {
    const token = peer.workspace.botToken
    expect(await call('auth.test', `token=${token}`, form)).toMatchObject({ ok: true })
    const json = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` }
    expect(await call('users.info', JSON.stringify({ user: peer.workspace.you.id }), json)).toMatchObject({
      ok: true,
      user: { real_name: 'You' },
    })
  })

  it('refuses the wrong kind of token', async () => {
    expect(await call('apps.connections.open', `token=${peer.workspace.botToken}`, form)).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await call('auth.test', `token=${peer.workspace.appToken}`, form)).toMatchObject({
      error: 'not_allowed_token_type',
    })
  })

  it('says which scope is missing', async () => {
    expect(
      await refused(peer.web.conversations.replies({ channel: id('#talks'), ts: '1.000001' })),
    ).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    })
  })

  it('posts messages, also in threads', async () => {
    const { ts, message } = await peer.web.chat.postMessage({ channel: id('#talks'), text: 'one' })
    expect(message).toMatchObject({ text: 'one', user: peer.workspace.botUserId, ts })
    const reply = await peer.web.chat.postMessage({
      channel: id('#talks'),
      text: 'two',
      thread_ts: String(ts),
    })
    // An answer to an answer belongs to the same thread.
    await peer.web.chat.postMessage({ channel: id('#talks'), text: 'three', thread_ts: String(reply.ts) })
    expect(peer.workspace.thread('#talks', String(ts)).map((one) => one.text)).toEqual([
      'one',
      'two',
      'three',
    ])
  })

  it('posts to a person by way of their direct message', async () => {
    const { channel } = await peer.web.chat.postMessage({ channel: peer.workspace.you.id, text: 'psst' })
    expect(channel).toBe(id('dm'))
    expect(
      (
        await peer.web.conversations.replies({
          channel: id('dm'),
          ts: String(peer.workspace.messages('dm').at(-1)?.ts),
        })
      ).messages,
    ).toMatchObject([{ text: 'psst' }])
  })

  it.each([
    [
      'where it is not a member',
      () => peer.web.chat.postMessage({ channel: id('#random'), text: 'x' }),
      'not_in_channel',
    ],
    [
      'to a channel that is not there',
      () => peer.web.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }),
      'channel_not_found',
    ],
    ['nothing', () => peer.web.chat.postMessage({ channel: id('#talks'), text: '' }), 'no_text'],
    [
      'too much',
      () => peer.web.chat.postMessage({ channel: id('#talks'), text: 'x'.repeat(40_001) }),
      'msg_too_long',
    ],
    [
      'into a thread that is not there',
      () => peer.web.chat.postMessage({ channel: id('#talks'), text: 'x', thread_ts: '1.000001' }),
      'thread_not_found',
    ],
    [
      'blocks that are none',
      () => peer.web.chat.postMessage({ channel: id('#talks'), text: 'x', blocks: [{ type: 'marquee' }] }),
      'invalid_blocks',
    ],
    [
      'to someone who is not in the channel',
      () => peer.web.chat.postEphemeral({ channel: id('#talks'), user: 'U0NOBODY', text: 'x' }),
      'user_not_in_channel',
    ],
    [
      'a modal without a trigger',
      () =>
        peer.web.views.open({
          trigger_id: 'x',
          view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] },
        }),
      'invalid_trigger_id',
    ],
  ])('refuses to post %s', async (_, post, error) => {
    expect(await refused(post())).toMatchObject({ ok: false, error })
  })

  it('shows an ephemeral message to one person alone', async () => {
    await peer.web.chat.postEphemeral({
      channel: id('#talks'),
      user: peer.workspace.colleague.id,
      text: 'for Robin',
    })
    expect(
      peer.workspace.ephemerals('#talks', { as: peer.workspace.colleague }).map((one) => one.text),
    ).toEqual(['for Robin'])
    expect(peer.workspace.ephemerals('#talks')).toEqual([])
  })

  it('keeps suggested prompts', async () => {
    const prompts = [{ title: 'A', message: 'a?' }]
    await peer.web.assistant.threads.setSuggestedPrompts({ channel_id: id('dm'), title: 'Try', prompts })
    expect(peer.workspace.prompts()).toEqual({ title: 'Try', prompts })
  })
})

describe('faults', () => {
  it('make the next calls fail, and no more', async () => {
    peer.workspace.fail('chat.postMessage', { error: 'channel_not_found' }, { status: 503 })
    const post = () => peer.web.chat.postMessage({ channel: id('#talks'), text: 'x' })
    expect(await refused(post())).toMatchObject({ error: 'channel_not_found' })
    await expect(post()).rejects.toThrow('503')
    expect((await post()).ok).toBe(true)
  })
})

describe('a manifest', () => {
  it('without the scope of an event is refused, naming both', async () => {
    const lacking = {
      ...manifest,
      oauth_config: { scopes: { bot: ['commands', 'chat:write', 'app_mentions:read', 'channels:read'] } },
    }
    await expect(openPeer({ manifest: lacking })).rejects.toThrow(
      'the event message.im needs the bot scope im:history',
    )
  })

  it('without a name is refused, naming the key', async () => {
    await expect(openPeer({ manifest: { ...manifest, display_information: {} } })).rejects.toThrow(
      'display_information.name',
    )
  })
})
