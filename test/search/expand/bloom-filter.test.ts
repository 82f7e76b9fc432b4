import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBloomFilter } from '../../../src/search/expand/bloom-filter.ts'

test('a Bloom filter has what stands in each text from a place on', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 })), (texts) => {
      const { mayHave } = createBloomFilter(texts, 1)
      for (const text of texts) expect(mayHave(text.slice(1))).toBe(true)
    }),
  )
})

test('a Bloom filter has hardly any other text', () => {
  const { mayHave } = createBloomFilter(Array.from({ length: 1000 }, (_, number) => `queue${number}`))
  const others = Array.from({ length: 1000 }, (_, number) => `lock${number}`)
  expect(others.filter((text) => mayHave(text)).length).toBeLessThan(40)
})
