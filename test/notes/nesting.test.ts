import { expect, test } from 'vitest'
import { parseTalk } from '../../src/notes/parse-talk.ts'

const place = { id: 'pond/deep', file: 'deep.md', event: { id: 'pond', name: 'Pond' } }

test.each(['>', '> ', '* ', '1. '])('refuses 20,000 of "%s" in a line at once, and says where', (marker) => {
  const text = `---\ntitle: Deep\n---\nSummary.\n\n${marker.repeat(20_000)}deep\n`
  const { talk, problems } = parseTalk(text, place)
  expect(talk).toBeUndefined()
  expect(problems).toMatchObject([{ severity: 'error', line: 6 }])
})
