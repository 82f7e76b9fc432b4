import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBytes } from '../../../src/import/read/input.ts'
import { readSource } from '../../../src/import/read-source.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const list = { _type: 'playlist', title: 'OarConf 2024', entries: [{ id: 'abc', title: 'Whirlpools' }] }

test.each(['', 'WEBVTT\n\n00:00', '1\n00:00:00,000 --> \n', '\0'])(
  'captions that are damaged, %j, are named, and the talk is read without them',
  async (captions) => {
    const folder = writeFolder({ 'list.info.json': JSON.stringify(list), 'Whirlpools.abc.vtt': captions })
    const path = join(folder, 'list.info.json')
    const found: unknown[] = []
    for await (const one of readSource({ path, file: 'list.info.json', bytes: () => readBytes(path) }))
      found.push(one)
    expect(found).toEqual([
      { bad: { where: 'list.info.json, video 1', reason: 'Whirlpools.abc.vtt holds no captions' } },
      expect.objectContaining({ talk: expect.objectContaining({ title: 'Whirlpools' }) }),
    ])
  },
)
