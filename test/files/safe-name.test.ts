import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldFileName } from '../../src/files/fold-file-name.ts'
import { freeName, maxNameBytes, safeName } from '../../src/files/safe-name.ts'
import { runs } from '../helpers/runs.ts'

describe('safeName', () => {
  test.each([
    ['Zürich: C++ & Ødegård!', 'zurich-c-odegard'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\windows', 'windows'],
    ['日本語で学ぶ', '日本語で学ぶ'],
    ['Введение в Python', 'введение-в-python'],
    ['파이썬', '파이썬'],
    ['ÅNGSTRÖM', 'angstrom'],
    ["What's new?", 'whats-new'],
    ['con', 'con-talk'],
    ['COM1', 'com1-talk'],
    ['COM¹', 'com1-talk'],
    ['README', 'readme-talk'],
    ['.hidden_', 'hidden'],
    ['a. . .', 'a'],
    ['???', 'talk'],
    ['', 'talk'],
    ['ﬁne ½', 'fine-1-2'],
  ])('%j becomes %j', (title, name) => {
    expect(safeName(title)).toBe(name)
  })

  test('cuts long names at a word, within the limit', () => {
    const name = safeName('a very long title '.repeat(20))
    expect(name.length).toBeLessThanOrEqual(maxNameBytes)
    expect(name).toMatch(/-(a|very|long|title)$/)
  })

  test('is safe on every file system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = safeName(title)
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u)
        expect(name).not.toMatch(/-$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|readme)$/i)
        expect(name.normalize('NFC')).toBe(name)
        expect(name.isWellFormed()).toBe(true)
        expect(Buffer.byteLength(`${name}.md`)).toBeLessThanOrEqual(100)
        expect(safeName(name)).toBe(name)
      }),
      { numRuns: runs(2000) },
    )
  })
})

describe('freeName', () => {
  test('numbers names that are one file on some file system', () => {
    const taken = new Set(['kivy', 'σας'].map(foldFileName))
    const free = (name: string) => freeName(name, (other) => taken.has(foldFileName(other)))
    expect(free('kivy')).toBe('kivy-2')
    expect(free('ΣΑΣ')).toBe('ΣΑΣ-2')
    expect(free('other')).toBe('other')
  })

  test('stays within the limit', () => {
    const name = safeName('x'.repeat(200))
    const numbered = freeName(name, (other) => other === name)
    expect(numbered).toMatch(/x-2$/)
    expect(Buffer.byteLength(numbered)).toBeLessThanOrEqual(maxNameBytes)
  })

  test('asks about twice for each of thousands of one name', () => {
    const taken = new Set<string>()
    const numbers = new Map<string, number>()
    let asked = 0
    const isTaken = (name: string) => {
      asked++
      return taken.has(foldFileName(name))
    }
    for (let n = 0; n < 5000; n++) taken.add(foldFileName(freeName('lightning-talks', isTaken, numbers)))
    expect(taken.size).toBe(5000)
    expect(taken).toContain('lightning-talks-5000')
    expect(asked).toBeLessThan(10_001)
  })
})
