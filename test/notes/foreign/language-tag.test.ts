import { expect, test } from 'vitest'
import { languageTag } from '../../../src/notes/foreign/language-tag.ts'

test.each([
  ['eng', 'en'],
  ['pt_BR', 'pt-BR'],
  ['German', 'de'],
  ['Deutsch', 'de'],
  ['français', 'fr'],
  ['日本語', 'ja'],
  ['Beginner', undefined],
  ['', undefined],
])('%j is the language %j', (written, tag) => {
  expect(languageTag(written)).toBe(tag)
})
