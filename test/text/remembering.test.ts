import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembering } from '../../src/text/remembering.ts'

test('what comes again is not made again', () => {
  let made = 0
  const length = remembering((text) => {
    made++
    return text.length
  })
  expect([length('bee'), length(''), length('bee'), length('')]).toEqual([3, 0, 3, 0])
  expect(made).toBe(2)
})

test('it says what is made, however little it remembers', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'constructor', '__proto__'), { maxLength: 30 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 5 }), (texts, max) => {
      const shout = (text: string) => `${text}!`
      expect(texts.map(remembering(shout, max))).toEqual(texts.map(shout))
    }),
  )
})

test('it never remembers more than it may', () => {
  const made: string[] = []
  const remember = remembering((text) => {
    made.push(text)
    return text
  }, 2)
  for (const text of ['a', 'b', 'a', 'c', 'c', 'a']) remember(text)
  expect(made).toEqual(['a', 'b', 'c', 'a'])
})
