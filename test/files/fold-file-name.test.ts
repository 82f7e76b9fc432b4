import { expect, test } from 'vitest'
import { foldFileName } from '../../src/files/fold-file-name.ts'

test.each([
  ['Kivy', 'kivy'],
  ['café', 'cafe\u0301'],
  ['ΣΑΣ', 'σας'],
  ['σασ', 'σας'],
  ['Straße', 'STRASSE'],
])('%s and %s are one file on some file system', (one, other) => {
  expect(foldFileName(one)).toBe(foldFileName(other))
})

test.each([
  ['kivy', 'kivi'],
  ['café', 'cafe'],
  ['a b', 'a-b'],
])('%s and %s are two everywhere', (one, other) => {
  expect(foldFileName(one)).not.toBe(foldFileName(other))
})
