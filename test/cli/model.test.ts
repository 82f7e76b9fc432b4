import { expect, test } from 'vitest'
import { model } from '../../src/cli/model.ts'
import { teaCorpus } from '../corpora/tea.ts'
import { collecting } from '../helpers/collecting.ts'
import { freePort } from '../helpers/free-port.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { tinyModelFiles, tinyRuntime } from '../meaning/tiny-model.ts'

const runtimeFolder = tinyRuntime()

async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  dataFolder = temporaryFolder(),
) {
  const [stdout, stderr] = [collecting(), collecting()]
  const code = await model({
    argv,
    env,
    dataFolder,
    corpusFolder: writeFolder(teaCorpus),
    runtimeFolder,
    stdout: stdout.stream,
    stderr: stderr.stream,
  })
  return { code, out: stdout.text(), err: stderr.text() }
}

const withTiny = (changes: Readonly<Record<string, string>> = {}) => {
  const files = Object.entries({ ...tinyModelFiles(), ...changes })
  return writeFolder(Object.fromEntries(files.map(([name, text]) => [`models/tiny/${name}`, text])))
}

test.each<[string, Readonly<Record<string, string>>, () => string, RegExp]>([
  ['none is installed', {}, temporaryFolder, /^off, since no model is installed\.$/],
  ['it is switched off', { HALLWAY_MEANING: 'off' }, temporaryFolder, /^off, by HALLWAY_MEANING\.$/],
  [
    'another is asked for',
    { HALLWAY_MEANING: 'huge' },
    temporaryFolder,
    /^off: HALLWAY_MEANING names the model “huge”, which is not installed: .+ are, and “off” .+\.$/,
  ],
  [
    'its description is half a file',
    {},
    () => withTiny({ 'model.json': '{ "name": "tiny"' }),
    /^off: .+model\.json is no description of a model \(it is half a file, or no JSON\): bring it anew by .+\.$/,
  ],
  [
    'its model is half a file',
    {},
    () => withTiny({ 'model.onnx': '{' }),
    /^off: .+model\.onnx is damaged or half a file: bring it anew by `npx hallway model get tiny --from <folder>`\.$/,
  ],
  ['all is well', {}, withTiny, /^on, with tiny\.$/],
])('says in one line how it is if %s', async (_, env, dataFolder, told) => {
  const { code, out } = await run([], env, dataFolder())
  expect(code).toBe(0)
  expect(out.split('\n')[0]!.replace('Search by meaning is ', '')).toMatch(told)
})

test('tells which models there are, those that were brought too', async () => {
  const { out } = await run([], {}, withTiny())
  expect(out).toMatch(/^ {2}minilm +not installed +.+MB, Apache-2\.0$/m)
  expect(out).toMatch(/^ {2}tiny +installed +brought$/m)
})

test('without a network, says in one line which file was wanted and what else to do', async () => {
  const mirror = `http://127.0.0.1:${await freePort()}`
  const { code, err } = await run(['get'], { HALLWAY_MODEL_MIRROR: mirror })
  expect(code).toBe(1)
  expect(err.trimEnd()).toMatch(
    /^hallway model: http:\S+\/onnx\/model_quantized\.onnx cannot be reached \(ECONNREFUSED\): try again .+ HALLWAY_MODEL_MIRROR .+--from <folder>`\.$/,
  )
})

test.each([
  [['get', '--from', '/nowhere'], /^hallway model: \/nowhere is no folder that can be read\.\n$/],
  [['get', 'huge'], /“huge” is not known: it is minilm or bge-small, or comes with --from/],
  [['fetch'], /say “get”, not “fetch”/],
])('says what is wrong with “%j”', async (argv, told) => {
  const { code, err } = await run(argv)
  expect(code).toBeGreaterThan(0)
  expect(err).toMatch(told)
})
