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
