import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printAnswers } from '../../bench/answers/print-answers.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'

test('docs/answers.md holds what Hallway says now; `npm run answers` writes it anew', async () => {
  const written = readFileSync(new URL('../../docs/answers.md', import.meta.url), 'utf8')
  expect(written).toBe(await printAnswers(await readCorpus('corpus')))
})
