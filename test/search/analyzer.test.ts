import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze, splitWords } from '../../src/search/analyzer.ts'
import { fold } from '../../src/search/fold.ts'

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
  ['C++ and C#, not c', ['c++', 'and', 'c#', 'not', 'c']],
  ['.NET', ['.net']],
  ['the -O flag', ['the', '-o', 'flag']],
  ['@NorthIsUp #juju', ['northisup', 'juju']],
  ["O'Reilly's don't", ['oreilly', 'dont']],
  ['e.g. the U.S.', ['eg', 'the', 'us']],
  ['https://www.kivy.org/#gallery', ['kivy.org', 'gallery']],
  ['version 2.7.', ['version', '2.7']],
  ['django-ztask', ['django', 'ztask']],
  ['end...Start', ['end', 'start']],
  ['___ -- 🎉', []],
])('splits %s into words', (text, words) => {
  expect(splitWords(text).map((word) => word.text)).toEqual(words)
})

test.each([
  ['os.path.join', ['os', 'path', 'join']],
  ['using_bind', ['using', 'bind']],
  ['__get__', ['get']],
  ['2.7', []],
  ['python', []],
])('%s has the parts %j', (text, parts) => {
  expect(splitWords(text)[0]?.parts).toEqual(parts)
})

test('segments text that has no spaces', () => {
  expect(splitWords('日本の庭園は静かです').map((word) => word.text)).toContain('庭園')
})

test('drops stop words and stems the rest', () => {
  expect(analyze('The tests are running').map((token) => token.term)).toEqual(['test', 'run'])
})

test('every word stands in the text where it says, in order, and folds to what it says', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0
      for (const { start, end, text: word } of splitWords(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        const original = fold(text.slice(start, end))
        expect([original, original.replace(/['’]/g, ''), original.replaceAll('.', '')]).toContain(word)
        last = end
      }
    }),
  )
})

test('offsets stay right after characters that grow or shrink when folded', () => {
  const text = 'ﬃ İ ß 𝒜 Zürich'
  const zurich = splitWords(text).at(-1)
  expect(text.slice(zurich?.start, zurich?.end)).toBe('Zürich')
})
