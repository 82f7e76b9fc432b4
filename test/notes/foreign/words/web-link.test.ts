import { expect, test } from 'vitest'
import { webLink } from '../../../../src/notes/foreign/words/web-link.ts'

test('what a source took out of a sentence is linked without the punctuation', () => {
  expect(webLink('http://kivy.org).')).toEqual({
    title: 'Page on kivy.org',
    url: 'http://kivy.org',
    kind: 'site',
  })
})

test('an address without its scheme is one, if it has a host and a path', () => {
  const urlOf = (text: string) => webLink(text)?.url
  expect(urlOf('boat.example/knots')).toBe('https://boat.example/knots')
  expect(urlOf('//cdn.boat.example/knots.pdf')).toBe('https://cdn.boat.example/knots.pdf')
  expect(urlOf('www.boat.example')).toBe('https://www.boat.example')
  expect(urlOf('Node.js/Deno')).toBeUndefined()
  expect(urlOf('slides/knots.pdf')).toBeUndefined()
  expect(urlOf('knots.pdf')).toBeUndefined()
})
