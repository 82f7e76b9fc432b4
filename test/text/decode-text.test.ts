import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/text/decode-text.ts'
import { runs } from '../helpers/runs.ts'

/** Node only decodes these encodings, so each character is looked for among what a byte or two mean. */
function encode(text: string, encoding: string): Buffer {
  const known = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, known)
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = known.get(character)
      if (bytes === undefined) throw new Error(`${character} is not in ${encoding}`)
      return bytes
    }),
  )
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  const pairs = bytes.slice(0x81).flatMap((first) => bytes.slice(0x40).map((second) => [first, second]))
  const all = [...bytes.map((byte) => [byte]), ...pairs].map(
    (written) => [decoder.decode(Uint8Array.from(written)), written] as const,
  )
  // The first of several ways to write a character.
  return new Map(all.filter(([text]) => text !== '\ufffd' && [...text].length === 1).toReversed())
}

const texts = {
  japanese:
    '# 嵐の中の帆\n\nSpeaker: Ada Example\n\n船の帆は風に合わせて張り、波が高いときはゆっくり進みます。',
  simplified:
    '# 暴风雨中的帆\n\nSpeaker: Ada Example\n\n我们说的是风大的时候怎么用帆，以及为什么要慢慢地走。',
  traditional:
    '# 暴風雨中的帆\n\nSpeaker: Ada Example\n\n我們說的是風大的時候怎麼用帆，以及為什麼要慢慢地走。',
  korean:
    '# 폭풍 속의 돛\n\nSpeaker: Ada Example\n\n바람이 세면 돛을 줄이고 천천히 가는 것이 좋다는 이야기를 한다.',
  russian:
    '# Паруса в шторм\n\nSpeaker: Ada Example\n\nО том, как ставить паруса, если ветер силён, и зачем идти медленно.',
  ukrainian:
    '# Вітрила в шторм\n\nSpeaker: Ada Example\n\nПро те, як ставити вітрила, коли вітер сильний, і чому треба йти поволі.',
}

test.each([
  ['Shift_JIS', texts.japanese],
  ['EUC-JP', texts.japanese],
  ['GB18030', texts.simplified],
  ['Big5', texts.traditional],
  ['EUC-KR', texts.korean],
  ['Windows-1251', texts.russian],
  ['Windows-1251', texts.ukrainian],
  ['KOI8-R', texts.russian],
])('%s is known by its characters', (encoding, text) => {
  expect(decodeText(encode(text, encoding))).toEqual({ text, encoding })
  expect(decodeText(encode(`${text}\n`.repeat(10_000), encoding))?.encoding).toBe(encoding)
})

describe('what a file says itself', () => {
  const word = 'zażółć'
  test.each([
    ['<!doctype html>\n<meta charset="iso-8859-2">\n<h1>zażółć</h1>', 'ISO-8859-2'],
    [
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250">zażółć',
      'WINDOWS-1250',
    ],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><p>zażółć</p>', 'ISO-8859-2'],
    ['# -*- coding: iso-8859-2 -*-\nzażółć', 'ISO-8859-2'],
    ['#!/bin/sh\n# vim -*- mode: org; coding: windows-1250 -*-\nzażółć', 'WINDOWS-1250'],
  ])('%s', (text, encoding) => {
    expect(text).toContain(word)
    expect(decodeText(encode(text, encoding))).toEqual({ text, encoding })
  })

  test.each([
    ['a page that is shown in a text', 'Café: `<meta charset="iso-8859-2">`'],
    ['an encoding that there is not', '<meta charset="oars">Café'],
    ['an encoding that it is not in', '<meta charset="shift_jis">Café !'],
    ['Latin-1', '<meta charset="latin1">Café'],
    ['UTF-8', '<meta charset="utf-8">Café'],
  ])('is not believed of %s', (_, text) => {
    expect(decodeText(Buffer.from(text, 'latin1'))).toEqual({ text, encoding: 'Windows-1252' })
  })
})

// Of twelve languages, with the words in which accents come close to each other or stand alone.
const western =
  `perché è più città à é una dove così però né sì ça été où À l'École âgé naïf œuvre «élève» ação ações não é à avó coração
  señor ¿Á dónde? ¡Ésa! mañana über Äpfel Öl Übung größer ÄÖÜ Straße façade för på är åå ÅÄÖ är ö æ ø å blåbærsyltetøj þú það
  þýðir á í ó æði ýmsir één geïnd coöperatie yön pääöljy äiti Öö ça-là però És això l·l “naïve” ‘été’ … – — • § 5 £ 20 € 3° ½ © ®`
    .split(/\s+/)
    .concat(
      'Grüppchen für hören führte Stück Größe Gefäß süß'.split(' '),
      'we tie the knots of a rope again'.split(' '),
    )

/** Of Windows, which has signs where Latin-1 has none. */
const encodeWestern = (text: string) => encode(text, 'windows-1252')

test('Western texts are read as ever, whatever their words', () => {
  const text = fc
    .array(fc.constantFrom(...western), { minLength: 1, maxLength: 60 })
    .chain((words) => fc.constantFrom(' ', '\n', '- ').map((between) => words.join(between)))
  const known = new Map<string, Buffer>(western.map((word) => [word, encodeWestern(word)]))
  const bytesOf = (words: string) =>
    Buffer.concat(words.split(/(\s|- )/).map((word) => known.get(word) ?? Buffer.from(word, 'latin1')))
  fc.assert(
    fc.property(text, (words) => {
      const bytes = bytesOf(words)
      const found = decodeText(bytes)
      // By accident a few words may be UTF-8.
      if (found?.encoding === undefined || found.encoding === 'damaged UTF-8') return
      expect(found).toEqual({ text: words, encoding: 'Windows-1252' })
    }),
    { numRuns: runs(3000) },
  )
})

test('UTF-8 is UTF-8 in all languages, and damaged UTF-8 is no other encoding', () => {
  const text = fc.array(fc.constantFrom(...Object.values(texts), ...western), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(text, fc.nat(), (parts, place) => {
      const whole = parts.join(' ')
      const bytes = Buffer.from(whole)
      expect(decodeText(bytes)).toEqual({ text: whole })
      const at = bytes.findIndex((byte, index) => index >= place % bytes.length && byte >= 0xc0)
      if (at < 0) return
      const damaged = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
      expect(decodeText(damaged)?.encoding).toMatch(/^(?:damaged UTF-8|Windows-1252)$/)
    }),
    { numRuns: runs(500) },
  )
})

test('a few characters say too little, and are read as ever', () => {
  expect(decodeText(encode('帆と波', 'shift_jis'))?.encoding).toMatch(/damaged UTF-8|Windows-1252/)
})

test('Greek, which no candidate is for, is no Cyrillic', () => {
  const text = 'Τα πανιά στην καταιγίδα: πότε τα μαζεύουμε και γιατί πηγαίνουμε αργά όταν φυσάει δυνατά.'
  expect(decodeText(encode(text, 'windows-1253'))?.encoding).toBe('Windows-1252')
})
