import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import { chat, growDocuments, misspell, phrase } from '../../bench/search/subjects/perturb.ts'

describe('misspell', () => {
  it('changes one word of four letters or more, and not its first letter', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, fc.nat(), (words, seed) => {
        const misspelt = misspell(words.join(' '), createRandom(seed)).split(' ')
        const changed = words.flatMap((word, index) => (word === misspelt[index] ? [] : [index]))
        expect(misspelt).toHaveLength(words.length)
        expect(changed).toHaveLength(words.some((word) => word.length >= 4) ? 1 : 0)
        for (const index of changed) {
          expect(words[index]!.length).toBeGreaterThanOrEqual(4)
          expect(misspelt[index]![0]).toBe(words[index]![0])
          expect(Math.abs(misspelt[index]!.length - words[index]!.length)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe.each([
  { name: 'phrase', wrap: phrase },
  { name: 'chat', wrap: chat },
])('$name', ({ wrap }) => {
  it('keeps the topic as it is but for its closing punctuation', () => {
    expect(wrap('cost of $& in Perl?', createRandom(1))).toContain('cost of $& in Perl')
    expect(wrap('garbage collection.', createRandom(1))).not.toContain('collection.')
  })
})

describe('growDocuments', () => {
  const real = [
    { id: 'tea', title: 'Green tea', text: 'Leaves are steamed. Water is cooler.' },
    { id: 'coffee', title: 'Dark roast', text: 'Beans are roasted. Water is hotter.' },
  ]

  it('keeps the real ones, gives every new one its own id, and makes the same of the same seed', () => {
    const grown = growDocuments(real, 50, createRandom(3))
    expect(grown.slice(0, 2)).toEqual(real)
    expect(new Set(grown.map(({ id }) => id)).size).toBe(50)
    expect(growDocuments(real, 50, createRandom(3))).toEqual(grown)
  })

  it('takes only some where fewer are wanted than there are', () => {
    expect(growDocuments(real, 1, createRandom(3))).toEqual(real.slice(0, 1))
  })
})
