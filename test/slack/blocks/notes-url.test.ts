import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNotesUrl } from '../../../src/slack/blocks/notes-url.ts'

const notesUrl = createNotesUrl('https://git.example.com/notes/{path}?plain=1#L{line}', 'our/corpus')

test.each([
  ['our/corpus/pycon-2013/kivy.md', 'pycon-2013/kivy.md'],
  ['our/corpus/2013/pycon/a talk.md', '2013/pycon/a%20talk.md'],
  ['our/corpus/tea.md', 'tea.md'],
  ['our/corpus/x/$&{line}.md', 'x/%24%26%7Bline%7D.md'],
])('a line of %s is found by its path within the folder', (file, path) => {
  expect(notesUrl(file, 7)).toBe(`https://git.example.com/notes/${path}?plain=1#L7`)
})

test('whatever a file is called, the address is one that a link can hold, or there is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const url = notesUrl(`our/corpus/x/${name}`, 1)
      if (url === undefined) return
      expect(url.length).toBeLessThanOrEqual(1_000)
      expect(url).not.toMatch(/[\s<>|]/)
      expect(URL.canParse(url)).toBe(true)
    }),
  )
})
