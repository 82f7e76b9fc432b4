import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldName } from '../../src/text/fold.ts'

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

test.each([
  ['#Web-Framework', 'web framework'],
  ['@ada_l', 'ada l'],
  ['C++, C# & Zürich', 'c++ c# zurich'],
  ["What's new: part #2?", 'what s new part 2'],
  ['हिन्दी', 'हिन्दी'],
  ['???', '???'],
  ['🎉', '🎉'],
  [' ', ''],
])('folds the name %j to %j', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

test('folding a name twice is folding it once', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name))
    }),
  )
})
