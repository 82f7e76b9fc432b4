import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test.each([
  ['Zürich', 'zurich'],
  ['STRASSE Straße', 'strasse strasse'],
  ['ﬁle', 'file'],
  ['Ｆｌａｓｋ', 'flask'],
  ['İstanbul', 'istanbul'],
  ['Łódź', 'lodz'],
  ['が', 'が'],
  ['Ħal Ŧ', 'hal t'],
  ['שָׁלוֹם', 'שלום'],
  ['בְּרֵאשִׁ֖ית', 'בראשית'],
  ['مُحَمَّد', 'محمد'],
  ['شـبـكة', 'شبكة'],
  ['أحمد إلى آخر', 'احمد الى اخر'],
  ['برنامه‌نویسی یک', 'برنامه‌نويسي يك'],
])('folds %s to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
