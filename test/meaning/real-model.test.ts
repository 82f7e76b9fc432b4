import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installModel } from '../../src/meaning/encode/install-model.ts'
import { defaultRuntimeFolder } from '../../src/meaning/encode/runtime.ts'
import { type RunningEncoder, startEncoder } from '../../src/meaning/encode/start-encoder.ts'
import { bringModel } from '../../src/meaning/model/bring-model.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const folder = process.env.TEST_MODEL ?? ''
const whyNot = !existsSync(join(defaultRuntimeFolder, 'node_modules/onnxruntime-node'))
  ? 'what runs models is not installed in meaning/'
  : existsSync(folder)
    ? undefined
    : 'TEST_MODEL names no folder with a model'

if (whyNot) test.skip(`a real model: ${whyNot}`, () => {})

describe.skipIf(whyNot)('a real model', () => {
  let encoder: RunningEncoder
  beforeAll(async () => {
    const dataFolder = temporaryFolder()
    const brought = await bringModel(folder, { dataFolder, name: process.env.TEST_MODEL_NAME })
    if ('problem' in brought) throw new Error(brought.problem)
    encoder = await startEncoder(await installModel(dataFolder, brought.description))
  })
  afterAll(() => encoder?.stop())

  const cosine = async (one: string, other: string) => {
    const [a, b] = await encoder.encode([one, other])
    return a!.reduce((sum, number, at) => sum + number * b![at]!, 0)
  }

  test('gives vectors of length 1, the same for the same text, whatever is encoded with it', async () => {
    const text = 'Where can I read about testing?'
    const [alone] = await encoder.encode([text])
    const [, together] = await encoder.encode(['Tea.', text, `${'Kettles and lids. '.repeat(200)}`])
    expect(Math.hypot(...alone!)).toBeCloseTo(1, 4)
    expect(together).toEqual(alone)
  })

  test.each([
    ['a cat sat on the mat', 'the kitten was sitting on a rug', 'how is a database indexed?'],
    ['why is the page slow?', 'reducing loading times', 'who won the football match?'],
    ['turn a script into a program of one file', 'a runtime in a single file', 'a cake with apples'],
  ])('puts “%s” nearer to what means the same', async (text, same, other) => {
    expect(await cosine(text, same)).toBeGreaterThan((await cosine(text, other)) + 0.1)
  })

  test('reads any text', async () => {
    const odd = ['', ' ', '庭園', '🫖', '\u0000', 'a'.repeat(100_000), '[CLS] [MASK] <s>']
    for (const vector of await encoder.encode(odd)) expect(vector.every(Number.isFinite)).toBe(true)
  })
})
