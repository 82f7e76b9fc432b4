import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connection, type Envelope, isEvent, openPeer, type Peer, patient, quick } from '../../peer.ts'

let peer: Peer
let app: Connection
beforeEach(async () => {
  peer = await openPeer({ timing: patient })
  app = await peer.connect()
})
afterEach(() => peer.close())

/** For what nobody answers. */
async function openQuickly() {
  await peer.close()
  peer = await openPeer({ timing: quick })
  app = await peer.connect()
}

const isCommand = (envelope: Envelope) => envelope.type === 'slash_commands'
const isInteraction = (envelope: Envelope) => envelope.type === 'interactive'
const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: '7' }
const withButton = [{ type: 'actions', block_id: 'row', elements: [button] }]

describe('what people say', () => {
  it('reaches the app escaped, with people, channels and addresses in angle brackets', async () => {
    app.answerAll()
    const message = await peer.workspace.say(
      '#talks',
      '@Parrot see <b> & https://example.org/a?b=1&c=2, @robin in #general',
    )
    expect(message.text).toBe(
      `<@${peer.workspace.botUserId}> see &lt;b&gt; &amp; <https://example.org/a?b=1&amp;c=2>, <@${peer.workspace.colleague.id}> in <#${peer.workspace.channel('#general').id}|general>`,
    )
    const { event } = (await app.next(isEvent('app_mention'))).payload
    expect(event).toMatchObject({
      text: message.text,
      user: peer.workspace.you.id,
      channel: peer.workspace.channel('#talks').id,
    })
  })

  it('is not heard in channels the app is not in; an invitation is offered', async () => {
    app.answerAll()
    await peer.workspace.say('#random', '@parrot hello?')
    const [note] = peer.workspace.ephemerals('#random')
    expect(note?.text).toContain('Parrot is not in this channel')
    if (note) await peer.workspace.click(note, 'workspace:invite')
    await peer.workspace.say('#random', '@parrot hello again')
    expect((await app.next(isEvent('app_mention'))).payload.event.text).toContain('hello again')
    expect(app.envelopes.filter(isEvent('app_mention'))).toHaveLength(1)
  })

  it('is heard in a direct message, as are edits', async () => {
    app.answerAll()
    const message = await peer.workspace.say('dm', 'helo')
    expect((await app.next(isEvent('message'))).payload.event).toMatchObject({
      text: 'helo',
      channel_type: 'im',
    })
    await peer.workspace.edit('dm', message.ts, 'hello')
    const edited = await app.next((envelope) => envelope.payload.event.subtype === 'message_changed')
    expect(edited.payload.event).toMatchObject({
      message: { text: 'hello' },
      previous_message: { text: 'helo' },
    })
  })

  it('belongs to the thread it was said in', async () => {
    app.answerAll()
    const root = await peer.workspace.say('dm', 'one')
    const reply = await peer.workspace.say('dm', 'two', { thread: root.ts })
    expect(reply.thread_ts).toBe(root.ts)
    expect(
      peer.workspace.thread('dm', root.ts).map((message) => [message.text, message.reply_count]),
    ).toEqual([
      ['one', 1],
      ['two', undefined],
    ])
  })

  it('has timestamps that only grow', async () => {
    app.answerAll()
    const said = await Promise.all(
      Array.from({ length: 30 }, (_, index) => peer.workspace.say('#general', `message ${index}`)),
    )
    const stamps = said.map((message) => message.ts)
    expect(new Set(stamps).size).toBe(30)
    expect(stamps).toEqual(stamps.toSorted())
  })
})

describe('slash commands', () => {
  it('reach the app with their text escaped and a place to answer', async () => {
    app.answerAll()
    await peer.workspace.command('/parrot', ' a < b @robin ', '#random')
    const { payload } = await app.next(isCommand)
    expect(payload).toMatchObject({
      command: '/parrot',
      text: 'a &lt; b @robin',
      channel_name: 'random',
      user_name: 'you',
    })
    const answer = await fetch(String(payload.response_url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'a < b' }),
    })
    expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
    expect(peer.workspace.ephemerals('#random').map((ephemeral) => ephemeral.text)).toEqual(['a < b'])
  })

  it('name people where the manifest asks for it', async () => {
    app.answerAll()
    await peer.workspace.command('/whom', '@robin', '#general')
    expect((await app.next(isCommand)).payload.text).toBe(`<@${peer.workspace.colleague.id}>`)
  })

  it('can be answered with the acknowledgement', async () => {
    app.answerAll(() => ({ response_type: 'in_channel', text: 'for all' }))
    await peer.workspace.command('/parrot', 'x', '#general')
    expect(peer.workspace.messages('#general').map((message) => message.text)).toEqual(['for all'])
  })

  it('tell the person when the app does not respond', async () => {
    await openQuickly()
    await peer.workspace.command('/parrot', 'x', '#general')
    expect(peer.workspace.ephemerals('#general')[0]?.text).toBe(
      'Parrot did not respond to /parrot. It took too long. Please try again.',
    )
  })

  it('tell the person when the app is not connected', async () => {
    await openQuickly()
    app.close()
    await peer.workspace.until(() => peer.workspace.connections() === 0, 'the end of the connection')
    await peer.workspace.command('/parrot', 'x', '#general')
    expect(peer.workspace.ephemerals('#general')[0]?.text).toContain('It is not connected.')
  })

  it('do not work in threads', async () => {
    app.answerAll()
    const root = await peer.workspace.say('#general', 'root')
    await peer.workspace.command('/parrot', 'x', '#general', { thread: root.ts })
    expect(peer.workspace.ephemerals('#general')[0]).toMatchObject({
      text: expect.stringContaining('does not work in threads'),
      thread_ts: root.ts,
    })
    expect(app.envelopes.filter(isCommand)).toEqual([])
  })

  it('that nobody knows are answered with those there are', async () => {
    await peer.workspace.command('/crow', '', '#general')
    expect(peer.workspace.ephemerals('#general')[0]?.text).toBe(
      'There is no command /crow here. What there is: /parrot, /whom.',
    )
  })
})

describe('buttons and modals', () => {
  it('report the click with message, state and a place to answer', async () => {
    app.answerAll()
    const { ts } = await peer.web.chat.postMessage({
      channel: peer.workspace.channel('#talks').id,
      text: 'x',
      blocks: withButton as never,
    })
    const message = peer.workspace.messages('#talks').find((other) => other.ts === ts)
    if (message) await peer.workspace.click(message, 'go')
    const { payload } = await app.next(isInteraction)
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: ts, is_ephemeral: false },
      message: { ts },
      actions: [{ action_id: 'go', block_id: 'row', value: '7', type: 'button' }],
    })
    await respond(payload.response_url, { replace_original: true, text: 'done' })
    expect(peer.workspace.messages('#talks').map((other) => [other.text, other.blocks])).toEqual([
      ['done', undefined],
    ])
  })

  it('replace and delete what only one person sees', async () => {
    app.answerAll((envelope) => (isCommand(envelope) ? { text: 'private', blocks: withButton } : undefined))
    await peer.workspace.command('/parrot', '', '#random')
    const [ephemeral] = peer.workspace.ephemerals('#random')
    if (ephemeral) await peer.workspace.click(ephemeral, 'go')
    const { payload } = await app.next(isInteraction)
    expect(payload).not.toHaveProperty('message')
    await respond(payload.response_url, { replace_original: true, text: 'changed' })
    expect(peer.workspace.ephemerals('#random').map((other) => other.text)).toEqual(['changed'])
    await respond(payload.response_url, { delete_original: true })
    expect(peer.workspace.ephemerals('#random')).toEqual([])
    expect(peer.workspace.ephemerals('#random', { as: peer.workspace.colleague })).toEqual([])
  })

  it('take five answers to a response_url and no more', async () => {
    app.answerAll()
    await peer.workspace.command('/parrot', '', '#general')
    const url = (await app.next(isCommand)).payload.response_url
    const statuses = []
    for (let count = 0; count < 6; count += 1)
      statuses.push((await respond(url, { text: `answer ${count}` })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
  })

  it('open a modal once with a trigger, ask for what is missing, and submit', async () => {
    app.answerAll((envelope) =>
      envelope.payload.type === 'view_submission'
        ? { response_action: 'errors', errors: { who: 'Nobody of that name' } }
        : undefined,
    )
    await peer.workspace.command('/parrot', '', '#general')
    const trigger_id = String((await app.next(isCommand)).payload.trigger_id)
    await peer.web.views.open({ trigger_id, view: modal as never })
    await expect(peer.web.views.open({ trigger_id, view: modal as never })).rejects.toThrow(
      'exchanged_trigger_id',
    )
    const [view] = peer.workspace.views()
    if (!view) throw new Error('no view')
    expect(await peer.workspace.submit(view)).toEqual({
      errors: { who: 'Please complete this required field.' },
    })
    const values = { who: { name: { type: 'plain_text_input', value: 'Robin' } } }
    expect(await peer.workspace.submit(view, values)).toEqual({ errors: { who: 'Nobody of that name' } })
    const { payload } = await app.next((envelope) => envelope.payload.type === 'view_submission')
    expect(payload.view).toMatchObject({ callback_id: 'ask', state: { values } })
    app.answerAll()
    expect(await peer.workspace.submit(view, values)).toEqual({ errors: {} })
    expect(peer.workspace.views()).toEqual([])
  })

  it('stack modals: what lies below a closed one shows again', async () => {
    app.answerAll()
    for (let modals = 0; modals < 2; modals += 1) {
      await peer.workspace.command('/parrot', '', '#general')
      const trigger_id = String(app.envelopes.filter(isCommand).at(-1)?.payload.trigger_id)
      await peer.web.views.open({ trigger_id, view: modal as never })
    }
    const [below, top] = peer.workspace.views()
    expect(top).toMatchObject({ previous_view_id: below?.id, root_view_id: below?.id })
    peer.workspace.closeView(top!)
    expect(peer.workspace.views()).toEqual([below])
  })

  it('refuse a trigger after three seconds', async () => {
    let now = Date.parse('2026-11-23T09:00:00Z')
    const other = await openPeer({ clock: { now: () => now }, timing: { triggerMillis: 3_000 } })
    const connection = await other.connect()
    connection.answerAll()
    await other.workspace.command('/parrot', '', '#general')
    const trigger_id = String((await connection.next(isCommand)).payload.trigger_id)
    now += 3_001
    await expect(other.web.views.open({ trigger_id, view: modal as never })).rejects.toThrow(
      'expired_trigger_id',
    )
    await other.close()
  })

  it('keep what was put in when the app updates the modal', async () => {
    app.answerAll()
    await peer.workspace.command('/parrot', '', '#general')
    const trigger_id = String((await app.next(isCommand)).payload.trigger_id)
    const { view } = await peer.web.views.open({ trigger_id, view: modal as never })
    const values = { who: { name: { type: 'plain_text_input', value: 'Robin' } } }
    app.answerAll((envelope) =>
      envelope.payload.type === 'view_submission'
        ? { response_action: 'errors', errors: { who: 'No' } }
        : undefined,
    )
    await peer.workspace.submit(peer.workspace.views()[0]!, values)
    await peer.web.views.update({ view_id: String(view?.id), view: modal as never })
    expect(peer.workspace.views()[0]?.state.values).toEqual(values)
  })
})

const modal = {
  type: 'modal',
  callback_id: 'ask',
  title: { type: 'plain_text', text: 'Whom?' },
  submit: { type: 'plain_text', text: 'Ask' },
  blocks: [
    {
      type: 'input',
      block_id: 'who',
      label: { type: 'plain_text', text: 'Name' },
      element: { type: 'plain_text_input', action_id: 'name' },
    },
  ],
}

async function respond(url: unknown, body: unknown): Promise<Response> {
  return fetch(String(url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
