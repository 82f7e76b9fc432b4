import { expect, test } from 'vitest'
import { languageTag } from '../../../../src/notes/foreign/words/language-tag.ts'

test.each([
  ['eng', 'en'],
  ['German', 'de'],
  ['Deutsch', 'de'],
  ['español', 'es'],
  ['Inglés', 'en'],
  ['anglais', 'en'],
  ['日本語', 'ja'],
  ['pt_BR', 'pt-BR'],
  ['Deutsch / German', 'de'],
  ['German (Deutsch)', 'de'],
  ['English (EN)', 'en'],
])('%s is the language %s, in whatever language it is named', (name, tag) => {
  expect(languageTag(name)).toBe(tag)
})

test.each([
  'Python',
  'Kotlin',
  'Beginner',
  'all of them',
  'English / German',
  'English (any accent)',
  '/',
  '',
])('“%s” is none', (name) => {
  expect(languageTag(name)).toBeUndefined()
})
