import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClauses, signOfClauses } from '../../../src/search/query/clauses.ts'
import { runs } from '../../helpers/runs.ts'

test('a text without a sign of clauses has plain words alone, so that it need not be read for them', () => {
  const pieces = [
    'NO',
    'T',
    'NOT',
    'tag',
    ' ',
    '(',
    ')',
    ',',
    '.',
    "'",
    '’',
    '[',
    '{',
    '*',
    ':',
    '：',
    '-',
    '–',
    '"',
    '”',
  ]
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces)).map((some) => some.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      if (signOfClauses.test(text)) return
      for (const { name, isExcluded, values } of readClauses(text)) {
        expect({ name, isExcluded, forms: values.map(({ form }) => form) }).toEqual({
          isExcluded: false,
          forms: ['bare'],
        })
      }
    }),
    { numRuns: runs(2000) },
  )
})
