import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutSummary } from '../../../src/import/compose/cut-summary.ts'

describe('cutSummary', () => {
  test('keeps whole sentences', () => {
    const text = `${'One sentence that says something. '.repeat(30)}`.trim()
    const cut = cutSummary(text)
    expect(cut.length).toBeLessThanOrEqual(600)
    expect(cut).toMatch(/something\.$/)
  })

  test('cuts between words where no sentence fits', () => {
    const cut = cutSummary('word '.repeat(300).trim())
    expect(cut.length).toBeLessThanOrEqual(600)
    expect(cut).toMatch(/ word…$/)
  })

  test('stays within the limit and leaves no code span open', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
        const cut = cutSummary(text)
        expect(cut.length).toBeLessThanOrEqual(600)
      }),
    )
  })
})
