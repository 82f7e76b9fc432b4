import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPeer, type Peer, refused } from '../peer.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 23, 8)
let peer: Peer
let time: number
beforeEach(async () => {
  time = start
  peer = await openPeer({ clock: { now: () => time } })
})
afterEach(() => peer.close())

const talks = () => peer.workspace.channel('#talks').id
const inMinutes = (minutes: number) => (time + minutes * minute) / 1000
const schedule = (minutes: number, text = 'later') =>
  peer.web.chat.scheduleMessage({ channel: talks(), post_at: inMinutes(minutes), text })
const texts = () => peer.workspace.messages('#talks').map(({ text }) => text)
const skip = (minutes: number) => peer.workspace.clock.skipTo(peer.workspace.clock.now() + minutes * minute)

describe('a scheduled message', () => {
  it('appears at its time and not before', async () => {
    const { scheduled_message_id } = await schedule(60)
    expect(scheduled_message_id).toMatch(/^Q/)
    await skip(59)
    expect(texts()).toEqual([])
    await skip(1)
    expect(texts()).toEqual(['later'])
    expect(peer.workspace.messages('#talks')[0]?.ts).toBe(`${start / 1000 + 3600}.000000`)
  })

  it('is listed until then, by channel and time, page by page', async () => {
    for (const minutes of [30, 10, 20]) await schedule(minutes, `in ${minutes}`)
    await peer.web.chat.scheduleMessage({
      channel: peer.workspace.you.id,
      post_at: inMinutes(15),
      text: 'dm',
    })
    const list = async (more: object) =>
      (await peer.web.chat.scheduledMessages.list(more)).scheduled_messages?.map(({ text }) => text)
    expect(await list({ channel: talks() })).toEqual(['in 10', 'in 20', 'in 30'])
    const range = { oldest: String(inMinutes(15)), latest: String(inMinutes(20)) }
    expect(await list(range)).toEqual(['dm', 'in 20'])
    const first = await peer.web.chat.scheduledMessages.list({ limit: 3 })
    expect(await list({ limit: 3, cursor: first.response_metadata?.next_cursor })).toEqual(['in 30'])
    await skip(12)
    expect(await list({ channel: talks() })).toEqual(['in 20', 'in 30'])
  })

  it.each([
    ['in the past', -1, 'time_in_past'],
    ['more than 120 days ahead', 120 * 24 * 60 + 1, 'time_too_far'],
  ])('is refused %s', async (_, minutes, error) => {
    expect(await refused(schedule(minutes))).toMatchObject({ error })
  })

  it('is refused where thirty others appear in the channel within five minutes', async () => {
    for (let i = 0; i < 30; i++) await schedule(10)
    expect(await refused(schedule(12))).toMatchObject({ error: 'restricted_too_many' })
    await schedule(15)
  })

  it('is refused where the app may not post, and with blocks that are none', async () => {
    const post_at = inMinutes(10)
    const random = peer.workspace.channel('#random').id
    expect(
      await refused(peer.web.chat.scheduleMessage({ channel: random, post_at, text: 'x' })),
    ).toMatchObject({ error: 'not_in_channel' })
    const blocks = [{ type: 'marquee' }] as never
    expect(
      await refused(peer.web.chat.scheduleMessage({ channel: talks(), post_at, text: 'x', blocks })),
    ).toMatchObject({ error: 'invalid_blocks' })
  })

  it('can be deleted; later than five minutes before its time that is only said, later than one refused', async () => {
    const ids: string[] = []
    for (const minutes of [6, 4, 0.9])
      ids.push(String((await schedule(minutes, `in ${minutes}`)).scheduled_message_id))
    const remove = (id: string) =>
      peer.web.chat.deleteScheduledMessage({ channel: talks(), scheduled_message_id: id })
    await remove(ids[0]!)
    await remove(ids[1]!)
    expect(await refused(remove(ids[2]!))).toMatchObject({ error: 'invalid_scheduled_message_id' })
    expect(await refused(remove(ids[0]!))).toMatchObject({ error: 'invalid_scheduled_message_id' })
    expect(peer.workspace.scheduled()).toHaveLength(1)
    await skip(10)
    expect(texts()).toEqual(['in 0.9', 'in 4'])
  })
})

describe('the clock', () => {
  it('lets what is due on the way happen in its order, and those who listen act in between', async () => {
    const heard: number[] = []
    peer.workspace.clock.onTime(async () => {
      const minutes = (peer.workspace.clock.now() - start) / minute
      heard.push(minutes)
      if (minutes === 10) await schedule(25, 'on the way')
    })
    await schedule(15)
    await skip(30)
    expect(heard).toEqual([0, 10, 15, 25, 30])
    expect(texts()).toEqual(['later', 'on the way'])
  })
})

describe('faults', () => {
  const call = () => fetch(`${peer.workspace.apiUrl}api.test`, { method: 'POST' })

  it('break off before or after the call took effect', async () => {
    peer.workspace.fail('api.test', { connection: 'reset', accepted: false }, { status: 503, accepted: true })
    await expect(call()).rejects.toThrow('fetch failed')
    expect(peer.workspace.calls('api.test')).toHaveLength(0)
    expect((await call()).status).toBe(503)
    expect(peer.workspace.calls('api.test')).toHaveLength(1)
  })

  it('can be silence', async () => {
    peer.workspace.fail('api.test', { connection: 'hang', accepted: true })
    const patience = new AbortController()
    const { signal } = patience
    const silence = fetch(`${peer.workspace.apiUrl}api.test`, { method: 'POST', signal })
    // The fault is for one call: one that came later is answered, and the first is not.
    await peer.workspace.until(() => peer.workspace.calls('api.test').length === 1, 'the call')
    expect((await call()).status).toBe(200)
    patience.abort()
    await expect(silence).rejects.toThrow('aborted')
  })
})

it('a workspace that is paced asks those to wait who call too often', async () => {
  const paced = await openPeer({ clock: { now: () => time }, paced: true })
  const { web, workspace } = paced
  const post = (channel: string) =>
    web.chat.postMessage({ channel: workspace.channel(channel).id, text: 'x' })
  await post('#talks')
  await post('#general')
  const rejecting = fetch(`${workspace.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.botToken}` },
    body: JSON.stringify({ channel: workspace.channel('#talks').id, text: 'x' }),
  })
  const { status, headers } = await rejecting
  expect([status, headers.get('retry-after')]).toEqual([429, '1'])
  time += 1000
  await post('#talks')
  expect(workspace.messages('#talks')).toHaveLength(2)
  await paced.close()
})
