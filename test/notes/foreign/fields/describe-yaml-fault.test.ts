import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { describeYamlFault } from '../../../../src/notes/foreign/fields/describe-yaml-fault.ts'

test.each([
  ['title: "Knots', 'a closing " is missing'],
  ["title: 'Knots", "a closing ' is missing"],
  ['title: Knots: a talk', 'a value has a colon in it'],
  ['tags: - ropes', 'a list begins on the line of its key'],
  ['tags: [ropes, tides', 'a ] is missing, or is not indented'],
  ['place: {hall: 1', 'a } is missing, or is not indented'],
  ['title: @ada', 'a value begins with @'],
  ['title: `Knots`', 'a value begins with `'],
  ['title: Knots\n---\ntitle: Tides', 'a line --- divides it into several documents'],
  ['title: Knots\nby Ada', 'a line has no colon'],
  ['tags:\n  - ropes\n - tides', 'lines that belong together begin at different columns'],
  ['\ttitle: Knots', 'tabs are not allowed as indentation'],
])('what the parser says of %j is said in plain words', (text, words) => {
  const [fault] = parseDocument(text, { prettyErrors: false }).errors
  expect(describeYamlFault(fault!.message)).toBe(words)
})

test('what it has no other words for stands as it is, without the place, which is told beside it', () => {
  expect(describeYamlFault('Unexpected thing at line 3, column 4:\n\nfoo\n^')).toBe('unexpected thing')
})
