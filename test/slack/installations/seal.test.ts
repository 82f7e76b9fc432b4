import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeal, sealKeyLength } from '../../../src/slack/installations/seal.ts'

const [key, older, other] = [
  randomBytes(sealKeyLength),
  randomBytes(sealKeyLength),
  randomBytes(sealKeyLength),
]
const seal = createSeal([key])

test('any secret comes back for its owner, and cannot be read in what is kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, owner) => {
      const sealed = seal.seal(secret, owner)
      expect(seal.open(sealed, owner)).toBe(secret)
      if (secret.length > 3) expect(sealed).not.toContain(secret)
    }),
  )
})

test('the same secret is sealed differently each time', () => {
  expect(seal.seal('xoxb-1', 'T1')).not.toBe(seal.seal('xoxb-1', 'T1'))
})

test('what was sealed for one workspace is not opened for another', () => {
  expect(seal.open(seal.seal('xoxb-1', 'T1'), 'T2')).toBeUndefined()
})

test('a change of any letter is noticed', () => {
  const sealed = seal.seal('xoxb-1', 'T1')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
    // The last letter has bits that stand for nothing.
    if (at < sealed.length - 1) expect(seal.open(changed, 'T1')).toBeUndefined()
  }
  expect(seal.open('', 'T1')).toBeUndefined()
  expect(seal.open(sealed.slice(0, 40), 'T1')).toBeUndefined()
})

test('a key that comes first seals from then on, and those behind it still open', () => {
  const before = createSeal([older]).seal('xoxb-1', 'T1')
  const both = createSeal([key, older])
  expect(both.open(before, 'T1')).toBe('xoxb-1')
  expect(both.isCurrent(before)).toBe(false)
  const after = both.seal('xoxb-1', 'T1')
  expect(both.isCurrent(after)).toBe(true)
  expect(createSeal([key]).open(after, 'T1')).toBe('xoxb-1')
  expect(createSeal([other]).open(after, 'T1')).toBeUndefined()
})
