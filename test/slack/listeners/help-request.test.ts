import { expect, test } from 'vitest'
import { isHelpRequest } from '../../../src/slack/listeners/help-request.ts'

test.each(['', '  ', 'help', 'Help!', 'HI', 'hello there :)', 'hey,', '?'])('%j asks for help', (text) => {
  expect(isHelpRequest(text)).toBe(true)
})

test.each([
  'help with packaging',
  'hi-dpi screens',
  'hello world in kivy',
  '???!',
  'any talks on help systems?',
])('%j is a question', (text) => {
  expect(isHelpRequest(text)).toBe(false)
})
