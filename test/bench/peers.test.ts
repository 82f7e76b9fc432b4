import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allPeers } from '../../bench/search/peers/all-peers.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const documents = [
  {
    id: 'green',
    title: 'Green tea',
    text: 'The leaves are steamed soon after picking, which keeps them green.',
  },
  { id: 'black', title: 'Black tea', text: 'The leaves are rolled and oxidized until they turn dark.' },
  { id: 'coffee', title: 'Coffee', text: 'Beans of a red fruit are roasted and ground.' },
  {
    id: 'cocoa',
    title: '',
    text: 'Beans are fermented, dried, roasted and pressed.',
    speakers: ['Daniel Peter'],
    tags: ['chocolate'],
  },
]

describe.each(Object.keys(allPeers))('the peer %s', (key) => {
  const folder = temporaryFolder()

  it('finds documents by title and by text, inflected, and any one word of several', async () => {
    const index = await (await allPeers[key]!()).build(documents)
    expect((await index.search('coffee', 10))[0]).toBe('coffee')
    expect((await index.search('oxidizing tea', 10))[0]).toBe('black')
    expect([...(await index.search('roasted beans', 10))].sort()).toEqual(['cocoa', 'coffee'])
    expect(await index.search('roasted beans', 1)).toHaveLength(1)
  })

  it('finds documents by their speakers and tags', async () => {
    const index = await (await allPeers[key]!()).build(documents)
    expect((await index.search('Daniel Peter', 10))[0]).toBe('cocoa')
    expect((await index.search('chocolate', 10))[0]).toBe('cocoa')
  })

  it('answers alike once saved and loaded', async () => {
    const peer = await allPeers[key]!()
    const built = await peer.build(documents)
    const file = join(folder, 'index')
    await built.save?.(file)
    const loaded = await peer.load(file, documents)
    for (const query of ['green tea', 'roasted', 'steamed leaves of coffee']) {
      expect(await loaded.search(query, 10)).toEqual(await built.search(query, 10))
    }
  })
})
