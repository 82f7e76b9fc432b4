import { expect, test } from 'vitest'
import { formatProblem } from '../../src/notes/format-problem.ts'

const problem = { severity: 'error', file: 'corpus/a/b.md', message: 'no tea', advice: 'make some' } as const

test('a problem is one line, with as much of its place as is known', () => {
  expect(formatProblem({ ...problem, line: 3, column: 8 })).toBe(
    'corpus/a/b.md:3:8 error: no tea (make some)',
  )
  expect(formatProblem({ ...problem, line: 3 })).toBe('corpus/a/b.md:3 error: no tea (make some)')
  expect(formatProblem({ ...problem, severity: 'warning' })).toBe('corpus/a/b.md warning: no tea (make some)')
})

test('line breaks, terminal escapes and changes of direction are shown, not obeyed', () => {
  expect(formatProblem({ ...problem, file: 'a\n\u001b[31m\u202Eb.md' })).toBe(
    'a\\u{a}\\u{1b}[31m\\u{202e}b.md error: no tea (make some)',
  )
})
