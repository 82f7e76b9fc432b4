import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

const titlesOf = (
  text: string,
  options: { readonly hasSiblings?: boolean; readonly split?: 'none' | number } = {},
) =>
  readForeignNote(text, { stem: 'the file', dialect: 'markdown', ...options }).talks.map(({ title }) => title)

describe('a file is one talk', () => {
  test.each([
    ['with one top heading', '# Tides\n\nThey turn.\n\n## Moons\n\nx\n\n## Harbours\n\nx\n'],
    [
      'with a speaker below its top heading',
      '# Tides\n## Ada Lovelace - Engine Works\n\n- They turn.\n\n## Moons\n\nx\n',
    ],
    [
      'whose front matter names the speaker',
      '---\ntitle: Tides\nspeaker: Ada Lovelace\n---\n# Moons\n\nx\n\n# Harbours\n\nx\n',
    ],
  ])('%s', (_, text) => {
    expect(titlesOf(text)).toEqual(['Tides'])
  })

  test('among others, if nothing says that its headings are talks', () => {
    expect(titlesOf('## Moons\n\nx\n\n## Harbours\n\nx\n', { hasSiblings: true })).toEqual(['The file'])
  })

  test('if somebody says so', () => {
    expect(
      titlesOf('# OarConf 2019\n\n## Tides by Ada Lovelace\n\nx\n\n## Moons by Ada Lovelace\n\nx\n', {
        split: 'none',
      }),
    ).toEqual(['OarConf 2019'])
  })
})

describe('a file is several talks', () => {
  test.each([
    [
      'whose headings have speakers',
      '# Notes of mine\n\n## Tides - Ada Lovelace\n\nx\n\n## Moons - Charles Babbage\n\nx\n',
    ],
    ['whose headings are days', '# Monday\n\n## Tides\n\nx\n\n# Tuesday\n\n## Moons\n\nx\n'],
    ['below the name of an event', '# OarConf\n\n## Tides\n\nx\n\n## Moons\n\nx\n'],
  ])('%s', (_, text) => {
    expect(titlesOf(text, { hasSiblings: true })).toEqual(['Tides', 'Moons'])
  })

  test('at the level that somebody says', () => {
    expect(titlesOf('# A\n\n## Tides\n\nx\n\n## Moons\n\nx\n', { split: 2 })).toEqual(['Tides', 'Moons'])
  })
})

test.each([
  ['a draft', '---\ntitle: Tides\ndraft: true\n---\nx\n', 'is a draft'],
  ['a template', '# {{title}}\n\nx\n', 'is a template'],
])('%s gives no talk, and says why', (_, text, reason) => {
  expect(readForeignNote(text, { stem: 'x' })).toMatchObject({ talks: [], skipped: reason })
})

test('no text makes it throw', () => {
  const piece = fc.constantFrom('---\n', '+++\n', 'title: ', 'speaker: [', 'a: b\n', '# ', '## ', '- ', '> ', '[[', ']]', '{{< ', ' >}}', '**', '@a', 'Ada Lovelace', 'by ', ' - ', '\n', '\n\n', '2024-06-09', '```\n', '%%', '| a |\n', '\u0000', '\ud800') // biome-ignore format: a list
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isLong) => {
      readForeignNote(pieces.join(''), { stem: 'x', isLong })
    }),
    { numRuns: 500 },
  )
})
