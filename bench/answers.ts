import { writeFile } from 'node:fs/promises'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { printAnswers } from './answers/print-answers.ts'
import { readCommandLine } from './command-line.ts'

readCommandLine({ name: 'answers', does: 'Writes docs/answers.md: answers as people see them.' })
await writeFile(
  new URL('../docs/answers.md', import.meta.url),
  await printAnswers(await readCorpus('corpus')),
)
