import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellsOut } from '../../../src/notes/foreign/spells-out.ts'
import { runs } from '../../helpers/runs.ts'

test.each([
  ['Oars and Docks Conference', 'oad'],
  ['Harbour Oars and Docks', 'hod'],
  ['2012 Harbour Mountain Oars', 'harbourmtnoars'],
])('%s is what %s is short for', (name, code) => {
  expect(spellsOut(name, code)).toBe(true)
})

test.each([
  ['Kettle Days', 'oad'],
  ['Oars and Docks', 'od'],
  ['Tides', 'tides'],
  ['Oars on Docks', 'oars'],
  ['Oars', 'oad'],
  ['Conference notes', 'cn'],
])('%s is not what %s is short for', (name, code) => {
  expect(spellsOut(name, code)).toBe(false)
})

test('a name is what the beginnings of its words are short for, together', () => {
  const word = fc.constantFrom('Harbour', 'Mountain', 'Rope', 'Kettle', 'Steam', 'Users')
  const words = fc.array(fc.tuple(word, fc.integer({ min: 2, max: 4 })), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(words, (parts) => {
      const name = parts.map(([whole]) => whole).join(' ')
      const code = parts.map(([whole, length]) => whole.slice(0, length)).join('')
      expect(spellsOut(name, code.toLowerCase())).toBe(true)
      expect(spellsOut(name, `${code}zz`)).toBe(false)
    }),
    { numRuns: runs(100) },
  )
})
