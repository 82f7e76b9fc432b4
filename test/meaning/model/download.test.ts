import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { download } from '../../../src/meaning/model/download.ts'
import { fetchModel } from '../../../src/meaning/model/fetch-model.ts'
import { knownModels } from '../../../src/meaning/model/known-models.ts'
import { freePort } from '../../helpers/free-port.ts'
import { openTestServer } from '../../helpers/open-test-server.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { sha256 } from '../tiny-model.ts'

const content = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251))

/** A server on this machine; gives its address. */
const serve = async (listener: RequestListener) => `${await openTestServer(listener)}model.onnx`

/** As most servers do: the rest if a range is asked for. */
const whole: RequestListener = ({ headers: { range } }, response) => {
  const [, from] = /^bytes=(\d+)-$/.exec(range ?? '') ?? []
  if (from === undefined) response.writeHead(200).end(content)
  else response.writeHead(206).end(content.subarray(Number(from)))
}

function get(
  address: string,
  path = join(temporaryFolder(), 'model.onnx'),
  expected: Uint8Array = content,
  onBegun = () => {},
) {
  const progress: number[] = []
  const onProgress = (bytes: number) => {
    progress.push(bytes)
    onBegun()
  }
  const request = { address, path, bytes: expected.length, sha256: sha256(expected) }
  return { path, progress, done: download({ ...request, onProgress }) }
}

test('fetches a file, and tells how far it is', async () => {
  const { path, progress, done } = get(await serve(whole))
  await done
  expect(readFileSync(path).equals(content)).toBe(true)
  expect(progress.at(-1)).toBe(content.length)
})

test('goes on from where it was interrupted', async () => {
  const hasBegun = Promise.withResolvers<void>()
  const asked: (string | undefined)[] = []
  const address = await serve((request, response) => {
    asked.push(request.headers.range)
    if (asked.length > 1) return whole(request, response)
    response.writeHead(200, { 'content-length': content.length })
    response.write(content.subarray(0, 70_000))
    hasBegun.promise.then(() => response.destroy())
  })
  const first = get(address, undefined, content, hasBegun.resolve)
  await expect(first.done).rejects.toThrow(
    /^The download was interrupted after 0\.1 MB of 0\.2 MB \(.+\)\. The same command goes on/,
  )
  const partial = readFileSync(`${first.path}.partial`).length
  expect([partial > 0, existsSync(first.path)]).toEqual([true, false])
  const second = get(address, first.path)
  await second.done
  expect(asked).toEqual([undefined, `bytes=${partial}-`])
  expect(second.progress[0]).toBeGreaterThan(partial)
  expect(readFileSync(first.path).equals(content)).toBe(true)
})

test('begins again if the server knows no ranges', async () => {
  const path = join(temporaryFolder(), 'model.onnx')
  writeFileSync(`${path}.partial`, content.subarray(0, 1000))
  await get(await serve((_, response) => void response.writeHead(200).end(content)), path).done
  expect(readFileSync(path).equals(content)).toBe(true)
})

test('fetches nothing again that is whole already', async () => {
  const path = join(temporaryFolder(), 'model.onnx')
  writeFileSync(`${path}.partial`, content)
  await get(await serve((_, response) => void response.writeHead(500).end()), path).done
  expect(readFileSync(path).equals(content)).toBe(true)
})

test.each<[string, Uint8Array, RegExp]>([
  [
    'is another file',
    Buffer.from(content).fill(7, 0, 9),
    /is not the file that is expected \(SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}\): nothing of it was kept\.$/,
  ],
  ['is longer', Buffer.concat([content, content]), /longer than the file that is expected/],
  ['is shorter', content.subarray(1), /^The download ended after 0\.2 MB of 0\.2 MB\. The same command/],
])('says so if what comes %s', async (_, sent, told) => {
  const { path, done } = get(await serve((_, response) => void response.writeHead(200).end(sent)))
  await expect(done).rejects.toThrow(told)
  expect(existsSync(path)).toBe(false)
})

test.each([404, 403, 503])('says what to do if the server answers with %s', async (status) => {
  const { done } = get(await serve((_, response) => void response.writeHead(status).end()))
  await expect(done).rejects.toThrow(
    new RegExp(
      `answered with ${status}\\. Set HALLWAY_MODEL_MIRROR to an address that has the file, or bring it`,
    ),
  )
})

test('says what to do if there is no network', async () => {
  const host = `127.0.0.1:${await freePort()}`
  await expect(get(`http://${host}/model.onnx`).done).rejects.toThrow(
    `http://${host}/model.onnx cannot be reached (ECONNREFUSED): try again with a network, set HALLWAY_MODEL_MIRROR to an address that has the files, or bring them with \`--from <folder>\`.`,
  )
})

test.each(['nonsense', 'ftp://models.test/'])('says so if the mirror is “%s”', async (mirror) => {
  const [model] = knownModels
  const fetched = fetchModel(model!, { dataFolder: temporaryFolder(), mirror, onProgress: () => {} })
  await expect(fetched).rejects.toThrow(
    `HALLWAY_MODEL_MIRROR is “${mirror}”: give an address that begins with https:// or http://.`,
  )
})
