/** Writes docs/answers.md. */
import { writeFile } from 'node:fs/promises'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { printAnswers } from './answers/print-answers.ts'

await writeFile(
  new URL('../docs/answers.md', import.meta.url),
  await printAnswers(await readCorpus('corpus')),
)
