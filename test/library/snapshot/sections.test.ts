import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packSections, readSections, type Sections } from '../../../src/library/snapshot/sections.ts'
import { whyUnusable } from '../../../src/library/snapshot/why-unusable.ts'

const key = new Uint8Array(32).fill(7)
const sample = {
  count: 3,
  words: ['bees', 'größe', '日本'],
  none: [],
  starts: Uint32Array.of(0, 4_294_967_295),
  weights: Float32Array.of(1.5),
  text: Uint8Array.of(1, 2, 3),
}

test('what is packed is read again, whatever it is', () => {
  const section = fc.oneof(
    fc.nat(),
    fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('\n', ' '))),
    fc.uint8Array(),
    fc.uint32Array(),
    fc.float32Array(),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), section), (sections) => {
      const buffer = packSections(sections as Sections, key)
      expect(whyUnusable(buffer, key)).toBeUndefined()
      expect(readSections(buffer)).toEqual({ ...sections })
    }),
  )
})

test('arrays are views of the buffer itself', () => {
  const buffer = packSections(sample, key)
  expect((readSections(buffer).starts as Uint32Array).buffer).toBe(buffer)
})

test('one that is cut short anywhere is known for it', () => {
  const whole = packSections(sample, key)
  for (let length = 0; length < whole.byteLength; length++)
    expect(whyUnusable(whole.slice(0, length), key), `${length} bytes`).toMatch(/cut short|no index/)
})

test('one with any byte changed is not used', () => {
  const whole = packSections(sample, key)
  for (let at = 0; at < whole.byteLength; at++) {
    const copy = whole.slice(0)
    new Uint8Array(copy)[at]! ^= 0x40
    expect(whyUnusable(copy, key), `byte ${at}`).toBeDefined()
  }
})

test('says what is wrong with one of another version, another machine, or another program', () => {
  const whole = packSections(sample, key)
  expect(whyUnusable(whole, new Uint8Array(32))).toBe('is of another version of Hallway')
  const swapped = whole.slice(0)
  new Uint8Array(swapped, 8, 4).reverse()
  expect(whyUnusable(swapped, key)).toBe('is of a machine with another byte order')
  const other = new SharedArrayBuffer(100)
  expect(whyUnusable(other, key)).toBe('is no index of Hallway')
  const damaged = whole.slice(0)
  new Uint8Array(damaged)[whole.byteLength - 1]! ^= 1
  expect(whyUnusable(damaged, key)).toBe('is damaged')
})
