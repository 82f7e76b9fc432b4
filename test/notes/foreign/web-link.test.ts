import { expect, test } from 'vitest'
import { webLink } from '../../../src/notes/foreign/web-link.ts'

test('what a source took out of a sentence is linked without the punctuation', () => {
  expect(webLink('http://kivy.org).')).toEqual({
    title: 'Page on kivy.org',
    url: 'http://kivy.org',
    kind: 'site',
  })
})
