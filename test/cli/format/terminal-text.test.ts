import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointAt } from '../../../src/cli/format/point-at.ts'
import { columnsOf, withBold, wrapped } from '../../../src/cli/format/terminal-text.ts'

test.each([
  ['abc', 3],
  ['Zürich', 6],
  ['Zu\u0308rich', 6],
  ['庭園', 4],
  ['ｱｲｳ', 3],
  ['한국', 4],
  ['👩‍💻 ok', 5],
  ['❤️', 2],
  ['a\u200bb', 2],
])('a terminal gives “%s” %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns)
})

const notice = (question: string, place: string) => {
  const start = question.trim().indexOf(place)
  return { kind: 'bad-value', start, end: start + place.length, message: 'Here.' } as const
}

test.each([
  ['what about speaker:cramr', '  what about speaker:cramr\n                     ^^^^^ Here.'],
  ['  庭園 speaker:cramr', '  庭園 speaker:cramr\n               ^^^^^ Here.'],
  ['👩‍💻 tag:庭園', '  👩‍💻 tag:庭園\n         ^^^^ Here.'],
])('the caret stands under the place in “%s”', (question, shown) => {
  const place = question.includes('cramr') ? 'cramr' : '庭園'
  expect(pointAt(question, notice(question, place), 96)).toBe(shown)
})

test('a question longer than the line is cut around the place', () => {
  const question = `${'before '.repeat(30)}speaker:cramr ${'after '.repeat(30)}`
  const [line = '', carets = ''] = pointAt(question, notice(question, 'cramr'), 60).split('\n')
  expect(line).toMatch(/^ {2}….*speaker:cramr after.*…$/)
  expect(line.length).toBeLessThanOrEqual(64)
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('cramr')
  const atEnd = `${'before '.repeat(30)}speaker:cramr`
  expect(pointAt(atEnd, notice(atEnd, 'cramr'), 60)).toMatch(/^ {2}….*speaker:cramr\n.*\^{5} Here\.$/)
})

test('whatever is wrapped, every word is there, and no line is longer than it must be', () => {
  const words = fc.array(fc.constantFrom('queue', '庭園', 'a', '', '\n', 'é', 'x'.repeat(30)), {
    maxLength: 80,
  })
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(' ')
      const lines = wrapped(text, 20).map(([start, end]) => text.slice(start, end))
      expect(lines.join(' ').split(/\s+/)).toEqual(text.split(/\s+/))
      for (const line of lines) expect(columnsOf(line) <= 20 || !line.trim().includes(' ')).toBe(true)
    }),
  )
})

test('bold goes on over the end of a line', () => {
  const text = 'the queue came'
  expect(wrapped(text, 9).map((line) => withBold(text, line, [[4, 14]]))).toEqual([
    'the \u001b[1mqueue\u001b[22m',
    '\u001b[1mcame\u001b[22m',
  ])
})
