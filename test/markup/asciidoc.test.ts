import { expect, test } from 'vitest'
import { markdownOfAsciidoc } from '../../src/markup/asciidoc.ts'

test('a table is its rows, with the words of each cell, and every line stays where it is', () => {
  const lines = [
    '[cols="1,1"]',
    '|===',
    '|Cloth |Weight',
    '',
    '|*Ripstop* |40 g',
    '2+^|Silk',
    'goes on',
    '|===',
    'Tides | moons',
  ]
  expect(markdownOfAsciidoc(lines)).toEqual([
    '',
    '',
    '- Cloth | Weight',
    '',
    '- **Ripstop** | 40 g',
    '- Silk',
    'goes on',
    '',
    'Tides | moons',
  ])
})

test('figures and words of cells stay, and a cell without words is no row', () => {
  const rows = ['|North| 4| 12', '|South| 2023| 2024', '|Keel 2+|long', '|Kind |a|b', 'a|', 'a|Oars']
  expect(markdownOfAsciidoc(['|===', ...rows, '|==='])).toEqual([
    '',
    '- North | 4 | 12',
    '- South | 2023 | 2024',
    '- Keel | long',
    '- Kind | a | b',
    '',
    '- Oars',
    '',
  ])
})
