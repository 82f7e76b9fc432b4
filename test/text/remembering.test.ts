import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextMemory, remembering, rememberingOf } from '../../src/text/remembering.ts'
import { runs } from '../helpers/runs.ts'

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

test('what is made of an object is made once, and again only after very many others', () => {
  let made = 0
  const numberOf = rememberingOf((_: object) => ++made)
  const first = {}
  expect([numberOf(first), numberOf({}), numberOf(first)]).toEqual([1, 2, 1])
  for (let other = 0; other < 10_000; other++) numberOf({})
  expect(numberOf(first)).toBe(made)
  expect(made).toBeGreaterThan(10_002)
})

function madeFor(texts: readonly string[], max: number): readonly string[] {
  const made: string[] = []
  const remember = remembering((text) => {
    made.push(text)
    return text
  }, max)
  for (const text of texts) remember(text)
  return made
}

test('it never remembers more than it may', () => {
  expect(madeFor(['a', 'b', 'a', 'c', 'd', 'e', 'a'], 2)).toEqual(['a', 'b', 'c', 'd', 'e', 'a'])
})

test('what is asked for again and again stays, whatever else comes once', () => {
  const others = Array.from({ length: 100 }, (_, number) => `once${number}`)
  const made = madeFor(
    others.flatMap((other) => ['again', other]),
    3,
  )
  expect(made).toEqual(['again', ...others])
})

test('what was used last is kept, and all that is kept stays within the limit', () => {
  const [maxSize, highest] = [40, 5]
  const use = fc.record({
    text: fc.integer({ min: 0, max: 60 }).map(String),
    size: fc.integer({ min: 1, max: highest }),
  })
  fc.assert(
    fc.property(fc.array(use, { maxLength: 200 }), (uses) => {
      const memory = createTextMemory<{ size: number }>(maxSize, ({ size }) => size)
      const sizes = new Map<string, number>()
      for (const { text, size } of uses) {
        if (memory.get(text)) continue
        memory.set(text, { size })
        sizes.set(text, size)
      }
      const last = [...new Map(uses.map(({ text }) => [text, true])).keys()]
      const kept = last.filter((text) => memory.get(text))
      expect(memory.get(uses.at(-1)?.text ?? '')).toEqual(uses.length === 0 ? undefined : expect.anything())
      expect(kept.reduce((sum, text) => sum + sizes.get(text)!, 0)).toBeLessThanOrEqual(maxSize + 2 * highest)
    }),
    { numRuns: runs(200) },
  )
})

test('a text that is set again takes no more room', () => {
  const memory = createTextMemory<number>(4)
  memory.set('a', 1)
  for (let time = 0; time < 6; time++) memory.set('b', time)
  expect([memory.get('a'), memory.get('b')]).toEqual([1, 5])
})
