import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, createDotProducts } from '../../../src/meaning/vectors/dot-products.ts'

const numbers = (length: number) => fc.int8Array({ minLength: length, maxLength: length, min: -127 })

test('the products are those of plain arithmetic, for any numbers and any count of vectors', () => {
  const vectors = fc
    .constantFrom(16, 32, 48, 384)
    .chain((dimensions) => fc.tuple(numbers(dimensions), fc.array(numbers(dimensions), { maxLength: 5 })))
  const memory = allocate(10_000)
  const multiply = createDotProducts(memory)
  fc.assert(
    fc.property(vectors, ([query, others]) => {
      const [dimensions, count] = [query.length, others.length]
      const products = dimensions * (count + 1)
      new Int8Array(memory.buffer, 0, dimensions).set(query)
      others.forEach((vector, place) => {
        new Int8Array(memory.buffer, dimensions * (place + 1), dimensions).set(vector)
      })
      multiply({ query: 0, vectors: dimensions, products, count, dimensions })
      const expected = others.map((vector) =>
        vector.reduce((sum, number, at) => sum + number * query[at]!, 0),
      )
      expect([...new Int32Array(memory.buffer, products, count)]).toEqual(expected)
    }),
  )
})

test('the largest numbers do not overflow', () => {
  const memory = allocate(4_096)
  new Int8Array(memory.buffer, 0, 1024).fill(-127)
  createDotProducts(memory)({ query: 0, vectors: 512, products: 1024, count: 1, dimensions: 512 })
  expect(new Int32Array(memory.buffer, 1024, 1)[0]).toBe(512 * 127 * 127)
})
