import { expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

const read = (text: string) => {
  const [talk] = readForeignNote(text, { stem: 'tides', dialect: 'markdown' }).talks
  return { tags: talk?.tags, said: talk?.blocks.map(({ text }) => text) }
}

test.each([
  ['above what is said', '#sea #moon\n\nThey turn.\n', ['sea', 'moon'], ['They turn.']],
  ['below a title', '# Tides\n\n#sea\n\nThey turn.\n', ['sea'], ['They turn.']],
  ['at the end', 'They turn.\n\n#sea #deep/water\n', ['sea', 'deep/water'], ['They turn.']],
  // What says more than tags stays as it is.
  ['within a sentence', 'They turn at #sea twice.\n', ['sea'], ['They turn at #sea twice.']],
  ['in code', '```\n#include\n```\n\nThey turn.\n', [], ['#include', 'They turn.']],
  ['and nothing else', '#sea #moon\n', ['sea', 'moon'], ['#sea #moon']],
])('a line of tags %s is the tags of the talk, and nothing that is quoted', (_, text, tags, said) => {
  expect(read(text)).toEqual({ tags, said })
})
