import { expect, test } from 'vitest'
import { parseJson } from '../../src/text/parse-json.ts'

test('reads JSON, also behind a byte order mark', () => {
  expect(parseJson('\ufeff{"title": "Lids"}')).toEqual({ title: 'Lids' })
  expect(parseJson('null')).toBeNull()
})

test('gives undefined for anything else', () => {
  for (const text of ['', '{', 'undefined', "{'title': 1}"]) expect(parseJson(text)).toBeUndefined()
})

test.each([
  ['{\n"title" "Lids"\n}', 2],
  ['{\n"title": "Lids",\n', 3],
  ['', 1],
])('tells the line on which %j is wrong', (text, line) => {
  expect(parseJson(text, (at) => at)).toBe(line)
})

test('tells no line if it does not know, rather than another', () => {
  expect(parseJson('{\n"title": lids\n}', (line) => [line])).toEqual([undefined])
})
