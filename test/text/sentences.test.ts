import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/text/sentences.ts'

const split = (text: string, language = 'en') =>
  sentencesOf(text, language).map(([start, end]) => text.slice(start, end))

test.each([
  ['en', 'Use a queue, e.g. Celery, i.e. RabbitMQ. Then retry.', 2],
  ['en', 'Flask vs. Django. Both work.', 2],
  ['en', 'Dr. Who met Mr. Bean and Prof. Moriarty. They talked.', 2],
  ['en', 'It was No. 5 of approx. 20. No. It was not.', 3],
  ['en', 'Boats, ropes, etc. and so on. Boats, ropes, etc. Then it ends.', 3],
  ['en', 'By J. R. Smith of the U.S. Navy. It sank.', 2],
  ['en', 'Why? because it works! and it does.', 1],
  ['en', 'See fig. 3 and p. 12. It is there.', 2],
  ['en', 'Python 3.5 is out. Get it at python.org. Now.', 3],
  ['de', 'Man nimmt z.B. Celery oder z. B. Redis. Das geht am 3. Oktober. Ende.', 3],
  ['de', 'Das sind bzw. Boote, vgl. Abb. 2 und die Taue. Ende.', 2],
  ['es', 'Usa una cola, p.ej. Celery. La Sra. García y el Dr. Ruiz lo saben.', 2],
  ['fr', 'Prenez une file, p.ex. Celery. Mme Curie le sait.', 2],
  ['ja', '庭園は美しい。お茶も美味しい。', 2],
])('(%s) “%s” has %i sentences', (language, text, count) => {
  expect(split(text, language)).toHaveLength(count)
})

test('a line break ends a sentence, whatever follows', () => {
  expect(split('queue.ack(key)\nqueue.close()')).toEqual(['queue.ack(key)', 'queue.close()'])
})

test('the sentences of any text have all its words, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'de', 'ja', 'xx'), (text, language) => {
      const compact = (any: string) => any.replace(/\s/gu, '')
      expect(compact(split(text, language).join(''))).toBe(compact(text))
      let last = 0
      for (const [start, end] of sentencesOf(text, language)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
  )
})
