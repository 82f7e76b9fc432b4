import { SocketModeClient } from '@slack/socket-mode'
import { afterEach, describe, expect, it } from 'vitest'
import { isEvent, openPeer, type Peer, quick } from '../peer.ts'

let peer: Peer
afterEach(() => peer.close())

describe('Socket Mode', () => {
  it('greets a connection and tells how many there are', async () => {
    peer = await openPeer()
    await peer.connect()
    const second = await peer.connect()
    expect(second.hello).toMatchObject({
      type: 'hello',
      num_connections: 2,
      connection_info: { app_id: expect.any(String) },
    })
    expect(peer.workspace.connections()).toBe(2)
  })

  it("takes Slack's own client", async () => {
    peer = await openPeer()
    const client = new SocketModeClient({
      appToken: peer.workspace.appToken,
      clientOptions: { slackApiUrl: peer.workspace.apiUrl },
    })
    const said = new Promise<string>((resolve) => {
      client.on('message', async ({ ack, event }) => {
        await ack()
        resolve(event.text)
      })
    })
    await client.start()
    await peer.workspace.say('dm', 'good morning')
    expect(await said).toBe('good morning')
    await peer.workspace.until(() => peer.workspace.socket.pending() === 0, 'the acknowledgement')
    await client.disconnect()
  })

  it('gives each envelope to one connection', async () => {
    peer = await openPeer()
    const connections = [await peer.connect(), await peer.connect()]
    for (const connection of connections) connection.answerAll()
    for (let count = 0; count < 6; count += 1) await peer.workspace.say('dm', `message ${count}`)
    await peer.workspace.until(() => peer.workspace.socket.pending() === 0, 'all acknowledgements')
    expect(connections.map((connection) => connection.envelopes.length)).toEqual([3, 3])
  })

  it('delivers an event again when it is not acknowledged in time, and gives up after three times', async () => {
    peer = await openPeer({ timing: quick })
    const connection = await peer.connect()
    await peer.workspace.say('dm', 'are you there?')
    await connection.next((envelope) => envelope.retry_attempt === 3)
    const [first, ...again] = connection.envelopes
    expect(first).toMatchObject({ retry_attempt: 0, retry_reason: '' })
    expect(again.map((envelope) => [envelope.retry_attempt, envelope.retry_reason])).toEqual([
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ])
    expect(new Set(connection.envelopes.map((envelope) => envelope.payload.event_id)).size).toBe(1)
    await expect.poll(() => peer.workspace.socket.pending()).toBe(0)
  })

  it('delivers what a lost connection did not acknowledge to the next one', async () => {
    peer = await openPeer()
    const first = await peer.connect()
    await peer.workspace.say('dm', 'hello')
    const lost = await first.next(isEvent('message'))
    peer.workspace.socket.drop()
    const second = await peer.connect()
    const again = await second.next(isEvent('message'))
    expect(again).toMatchObject({
      envelope_id: lost.envelope_id,
      retry_attempt: 1,
      retry_reason: 'connection_failed',
    })
  })

  it('keeps events for an app that is not connected yet', async () => {
    peer = await openPeer()
    await peer.workspace.say('dm', 'early')
    const connection = await peer.connect()
    expect((await connection.next(isEvent('message'))).retry_attempt).toBe(0)
  })

  it('asks connections to be made anew', async () => {
    peer = await openPeer()
    const connection = await peer.connect()
    peer.workspace.socket.refresh('refresh_requested')
    await expect
      .poll(() => connection.others)
      .toEqual([expect.objectContaining({ type: 'disconnect', reason: 'refresh_requested' })])
  })

  it('lets an address in once only', async () => {
    peer = await openPeer()
    const opened = await fetch(`${peer.workspace.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${peer.workspace.appToken}` },
    })
    const { url } = (await opened.json()) as { url: string }
    const { connectTo } = await import('../peer.ts')
    const connection = await connectTo(url)
    await expect(connectTo(url)).rejects.toThrow('403')
    connection.close()
  })
})
