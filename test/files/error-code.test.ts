import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCode } from '../../src/files/error-code.ts'

test('an error of the system has its code', () => {
  let caught: unknown
  try {
    statSync('/no/such/file')
  } catch (error) {
    caught = error
  }
  expect(errorCode(caught)).toBe('ENOENT')
})

test.each([
  ['an error of our own', new Error('ENOENT')],
  ['a number for a code', Object.assign(new Error('odd'), { code: 5 })],
  ['what is no error', { code: 'ENOENT' }],
  ['nothing', undefined],
])('%s has none', (_, error) => {
  expect(errorCode(error)).toBeUndefined()
})
