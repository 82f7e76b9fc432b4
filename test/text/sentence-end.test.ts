import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainSigns, sentenceEnd } from '../../src/text/sentences.ts'

function byPattern(text: string): readonly number[] {
  const ends = Array.from(text.matchAll(sentenceEnd), ({ index, 0: sign }) => index + sign.length)
  return text === '' || ends.at(-1) === text.length ? ends : [...ends, text.length]
}

function bySegmenter(text: string, language: string): readonly number[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)
}

const characters = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code))
const plain = characters.filter((character) => plainSigns.test(character))
const language = fc.constantFrom('en', 'de', 'fr', 'es', 'it', 'pt-BR', 'pl', 'tr', 'ja', 'zh', 'xx')

test('plain signs are about three hundred', () => {
  expect(plain.length).toBeGreaterThan(200)
})

test('in texts of plain signs, sentences end where Unicode says', () => {
  const sign = fc.oneof(
    fc.constantFrom(...'.!?,;: \n\r\t"\'()-–—…«»“”‘’\u00a0'),
    fc.constantFrom('a', 'B', 'é', 'Ö', '1', 'x. ', '. Y', '.) ', '?" ', 'z.B'),
    fc.constantFrom(...plain),
  )
  const text = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(text, language, (text, language) => {
      expect(byPattern(text)).toEqual(bySegmenter(text, language))
    }),
    { numRuns: 5000 },
  )
})

test.each([
  'Why? Because… it works!',
  'In 2.7 and the U.S. (so far). “Yes.” he said',
  'one\r\ntwo. three. Four?!  Five',
])('“%s” is divided as Unicode says', (text) => {
  expect(byPattern(text)).toEqual(bySegmenter(text, 'en'))
})
