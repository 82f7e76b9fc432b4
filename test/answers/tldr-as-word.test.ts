import { expect, test } from 'vitest'
import { tldrAsWord } from '../../src/answers/tldr-as-word.ts'

test.each([
  ['tl;dr of the testing talk', 'tldr  of the testing talk'],
  ['the testing talk, TL; DR please', 'the testing talk, tldr   please'],
  ['tl/dr gevent', 'tldr  gevent'],
])('%j has one word for it, and everything else in its place', (typed, read) => {
  expect(tldrAsWord(typed)).toBe(read)
  expect(read).toHaveLength(typed.length)
})

test.each(['html;drawing', 'tldr of gevent', '"tl;dr" in titles', 'what did Dr. Bo say'])(
  '%j stays',
  (typed) => {
    expect(tldrAsWord(typed)).toBe(typed)
  },
)
