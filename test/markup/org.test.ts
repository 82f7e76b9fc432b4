import { expect, test } from 'vitest'
import { markdownOfOrg, orgTags } from '../../src/markup/org.ts'

test.each([
  ['set ~CONN_MAX_AGE=0~ first', 'set `CONN_MAX_AGE=0` first'],
  ['in =~/.emacs= and ~a~, =b=', 'in `~/.emacs` and `a`, `b`'],
  ['from ~/a to ~/b', 'from ~/a to ~/b'],
  ['x = 1 and y=2, a == b', 'x = 1 and y=2, a == b'],
  ['about ~5 of ~10 people', 'about ~5 of ~10 people'],
])('%s is code where Org says so', (line, markdown) => {
  expect(markdownOfOrg([line])).toEqual([markdown])
})

test('tags of headlines are no part of their titles', () => {
  const lines = ['* Tides  :Moon:größe:', 'They turn :twice:', '** Knots :noexport:@home:', '* Ratio 3:2']
  expect(markdownOfOrg(lines)).toEqual(['# Tides', 'They turn :twice:', '## Knots', '# Ratio 3:2'])
  expect([...orgTags(lines)]).toEqual([[1, ['moon', 'größe']]])
})

test.each([
  ['<2024-06-09 Sun>', '2024-06-09'],
  ['<2024-06-09 So. 10:30-11:15 +1y>', '2024-06-09 10:30-11:15'],
  ['<2024-06-09 Sun>--<2024-06-10 Mon>', '2024-06-09--2024-06-10'],
  ['written on [2024-06-09 Sun 10:32]', 'written on 2024-06-09 (10:32)'],
  ['- Slides :: [[https://tides.example][PDF]]', '- Slides: [PDF](https://tides.example)'],
  ['- see std::vector', '- see std::vector'],
])('%s is what people write so', (line, markdown) => {
  expect(markdownOfOrg([line])).toEqual([markdown])
})
