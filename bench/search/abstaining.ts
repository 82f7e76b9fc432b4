import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answers } from '../../src/answers/answers.ts'
import { openLibrary } from '../../src/library/library.ts'
import { pick, type Random } from '../random.ts'
import { importCorpus } from '../start-up.ts'
import type { Collection } from './collections.ts'
import { misspell, phrase } from './perturb.ts'
import { unanswerable } from './unanswerable.ts'

/** How questions of one kind were answered. */
export interface Outcomes {
  readonly questions: string
  readonly count: number
  /** Whether the notes hold an answer: a talk that should come first. */
  readonly hasAnswer: boolean
  /** How many of them, by the kind of answer. */
  readonly kinds: Readonly<Record<'found' | 'unsure' | 'none', number>>
  /** How many had the right talk first. */
  readonly first: number
}

interface Question {
  readonly text: string
  /** The title of the talk that answers it. */
  readonly title?: string
}

/** How many questions of each kind are made from talks. */
const questionsMade = 300

/**
 * What Hallway says to questions that have an answer and to ones that have none, through the whole of it: the talks are
 * imported as people import them.
 * @param lines of pyvideo-talks.jsonl
 * @param otherFields collections whose questions are of other sciences
 */
export async function measureAbstaining(
  lines: readonly string[],
  otherFields: readonly Collection[],
  random: Random,
): Promise<Outcomes[]> {
  const place = await mkdtemp(join(tmpdir(), 'hallway-bench-'))
  const file = join(place, 'talks.jsonl')
  await writeFile(file, lines.join('\n'))
  const folder = await importCorpus(file)
  try {
    const log = { info: () => {}, warn: () => {} }
    const library = await openLibrary({ folder, dataFolder: place, log })
    const answers = library.current()
    const outcomes: Outcomes[] = []
    for (const [questions, asked] of Object.entries(questionsFor(answers, otherFields, random)))
      outcomes.push(await ask(questions, asked, answers))
    await library.close()
    return outcomes
  } finally {
    await rm(place, { recursive: true })
    await rm(folder, { recursive: true })
  }
}

function questionsFor(answers: Answers, otherFields: readonly Collection[], random: Random) {
  const { talks } = answers.corpus
  const some = Array.from({ length: questionsMade }, () => pick(talks, random))
  const made = (textOf: (title: string) => string): Question[] =>
    some.map(({ title }) => ({ text: textOf(title), title }))
  const questions: Record<string, Question[]> = {
    'a title': made((title) => title),
    'a title in a question': made((title) => phrase(title, random)),
    'a title with a typo': made((title) => misspell(title, random)),
    'office and everyday life': unanswerable.map((text) => ({ text })),
  }
  for (const { name, queries } of otherFields)
    questions[`other sciences (${name})`] = queries.map(({ text }) => ({ text }))
  return questions
}

async function ask(questions: string, asked: readonly Question[], answers: Answers): Promise<Outcomes> {
  const kinds = { found: 0, unsure: 0, none: 0 }
  let first = 0
  for (const { text, title } of asked) {
    const { kind, results } = await answers.answerQuestion(text)
    kinds[kind]++
    if (title !== undefined && results[0]?.talk.title === title) first++
  }
  return { questions, count: asked.length, hasAnswer: asked[0]?.title !== undefined, kinds, first }
}
