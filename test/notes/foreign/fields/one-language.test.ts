import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOneLanguage } from '../../../../src/notes/foreign/fields/one-language.ts'
import { runs } from '../../../helpers/runs.ts'

const texts = { de: 'Gezeiten', en: 'Tides', fr: 'Marées' }
type Code = keyof typeof texts

/** Every way to say a title in some languages. */
const forms: Readonly<Record<string, (codes: readonly Code[]) => Readonly<Record<string, unknown>>>> = {
  'behind the key': (codes) => Object.fromEntries(codes.map((code) => [`title_${code}`, texts[code]])),
  'behind the key, written together': (codes) =>
    Object.fromEntries(codes.map((code) => [`title${code[0]?.toUpperCase()}${code[1]}`, texts[code]])),
  'a text a language': (codes) => ({ title: Object.fromEntries(codes.map((code) => [code, texts[code]])) }),
}

test.each(Object.keys(forms))(
  'of a title in several languages, %s, English or else the first counts',
  (form) => {
    const codes = fc.shuffledSubarray(Object.keys(texts) as Code[], { minLength: 2 })
    fc.assert(
      fc.property(codes, (some) => {
        const said = { ...forms[form]?.(some), room: 'Quay' }
        const chosen = some.includes('en') ? 'en' : some[0]
        expect(inOneLanguage(said)).toMatchObject({ title: chosen && texts[chosen], room: 'Quay' })
      }),
      { numRuns: runs(20) },
    )
  },
)

test.each([
  { title: 'Tides', title_de: 'Gezeiten' },
  { title_id: 'a1b2', name: 'Tides' },
  { de: { talks: [{ title: 'Gezeiten' }] }, fr: { talks: [{ title: 'Marées' }] } },
  { title: 'Tides', versions: [{ lang: 'de', title: 'Gezeiten', date: '2019-01-01' }] },
  { da: { title: 'Knots' }, el: { title: 'Sails' }, fr: { title: 'Tides' } },
  { title: 'Tides', abstract: { en: ['They turn.', 'Twice a day.'] } },
  { title: 'Tides', abstract: {} },
  { title: 'Tides', description: { short: 'They turn.' } },
  { title: 'Tides', it: 'department', no: 12 },
])('%j stays as it is', (said) => {
  expect(inOneLanguage(said)).toEqual(said)
})
