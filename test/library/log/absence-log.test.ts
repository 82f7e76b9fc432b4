import { expect, test } from 'vitest'
import { createAbsenceLog } from '../../../src/library/log/absence-log.ts'
import type { Presence } from '../../../src/notes/folders/list-notes.ts'

const hour = 60 * 60 * 1000

function looks(...seen: readonly (readonly [at: number, presence: Presence])[]): readonly string[] {
  const lines: string[] = []
  const note = (line: string) => lines.push(line)
  const hear = createAbsenceLog('corpus', { info: note, warn: note })
  for (const [now, presence] of seen) hear({ presence, version: 'abc', now })
  return lines
}

test('as long as the notes are not there, it is said every hour what is served, and then that they are back', () => {
  expect(looks([0, 'gone'], [5, 'gone'], [hour, 'gone'], [hour + 5, 'gone'], [2 * hour, 'gone'])).toEqual([
    'corpus still does not exist. Answers still come from version abc of the notes.',
    'corpus still does not exist. Answers still come from version abc of the notes.',
  ])
  expect(looks([0, 'gone'], [hour - 1, 'empty'], [hour, 'empty'], [2 * hour, 'empty'])).toEqual([
    'corpus still holds no notes. Answers still come from version abc of the notes.',
  ])
  expect(looks([0, 'there'], [1, 'unreadable'], [2, 'there'], [3, 'there'])).toEqual([
    'There are notes in corpus again.',
  ])
})
