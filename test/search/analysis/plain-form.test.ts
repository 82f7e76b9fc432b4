import { expect, test } from 'vitest'
import { plainForm } from '../../../src/search/analysis/plain-form.ts'
import { relationOf, stem } from '../../../src/search/analysis/stem.ts'

const pairs =
  `colour color, behaviours behaviors, analyse analyze, optimised optimized, serialisation serialization, centre center,
  travelling traveling, labelled labeled, licence license, defence defense, catalogue catalog, judgement judgment, grey gray,
  artefacts artifacts, programme program, leukaemia leukemia, children child, indices index, matrices matrix, analyses analyzes,
  women woman, quizzes quiz, criteria criterion`
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string])

test.each(pairs)('%s and %s are one word, in two forms', (one, other) => {
  expect(plainForm(one)).toBe(other)
  expect(stem(one)).toBe(stem(other))
  expect([relationOf(one, other), relationOf(other, one)]).toEqual(['inflection', 'inflection'])
})

test.each(
  'hours four promise enterprise noise filling installed expertise leaves bases python celery kubernetes class'.split(
    ' ',
  ),
)('%s is plain already', (word) => expect(plainForm(word)).toBe(word))
