import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { harmlessOutput } from '../../src/cli/harmless-output.ts'
import { harmlessJson } from '../../src/text/fold.ts'

function written(text: string, isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY })
  harmlessOutput(stream).write(text)
  return String(stream.read())
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

test.each([
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u009b2J',
  'a\rb',
  '\u202eabc',
  '\u2066abc',
  'a\u0000b',
  '\u007f',
])('what a terminal would obey is not written: %j', (text) => {
  for (const isTTY of [true, false]) expect(written(text, isTTY)).not.toMatch(obeyed)
})

test('bold and progress reach a terminal, and nothing else but text reaches a file', () => {
  const text = '\r\u001b[K\u001b[1mTea\u001b[22m\tים 日本 👩‍👩‍👧‍👦\n'
  expect(written(text, true)).toBe(text)
  expect(written(text, false)).not.toMatch(obeyed)
  expect(written('one\r\ntwo\n', false)).toBe('one\ntwo\n')
})

test('JSON says the same, with nothing to obey in it', () => {
  const value = { title: '\u001b[31m \u009b \u202e tea' }
  expect(harmlessJson(value)).not.toMatch(obeyed)
  expect(JSON.parse(harmlessJson(value))).toEqual(value)
})
