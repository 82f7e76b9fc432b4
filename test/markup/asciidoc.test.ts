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
