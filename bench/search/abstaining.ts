import type { Answers } from '../../src/answers/answers.ts'
import type { AskOptions } from '../../src/answers/asking.ts'
import { openLibrary } from '../../src/library/library.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { createRandom, pick } from '../random.ts'
import type { Collection } from './subjects/collections.ts'
import { importTalks } from './subjects/imported-talks.ts'
import { misspell, phrase } from './subjects/perturb.ts'
import { unanswerable } from './subjects/unanswerable.ts'

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

export interface TalkQuestion {
  readonly text: string
  /** The title of the talk that answers it. */
  readonly title?: string
}

/** How many questions of each kind are made from talks. */
const questionsMade = 300

/**
 * What Hallway says to questions that have an answer and to ones that have none, one kind after the other, through the
 * whole of it: the talks are imported and opened as people do.
 * @param lines of pyvideo-talks.jsonl
 * @param otherFields collections whose questions are of other sciences
 */
export async function* measureAbstaining(
  lines: readonly string[],
  otherFields: readonly Collection[],
): AsyncGenerator<Outcomes> {
  await using imported = await importTalks(lines)
  const log = { info: () => {}, warn: () => {} }
  const library = await openLibrary({ ...imported, log })
  try {
    const answers = library.current()
    const questions = questionsOnTalks(answers.corpus.talks, otherFields)
    for (const [kind, asked] of questions) yield await askOnTalks(kind, asked, answers)
  } finally {
    await library.close()
  }
}

/** The same questions for the same talks, by kind. */
export function questionsOnTalks(
  talks: readonly Talk[],
  otherFields: readonly Collection[],
): [kind: string, questions: readonly TalkQuestion[]][] {
  const random = createRandom(7)
  const some = Array.from({ length: questionsMade }, () => pick(talks, random))
  const made = (textOf: (title: string) => string): TalkQuestion[] =>
    some.map(({ title }) => ({ text: textOf(title), title }))
  return [
    ['a title', made((title) => title)],
    ['a title in a question', made((title) => phrase(title, random))],
    ['a title with a typo', made((title) => misspell(title, random))],
    ['office and everyday life', unanswerable.map((text) => ({ text }))],
    ...otherFields.map(({ name, queries }): [string, TalkQuestion[]] => [
      `other sciences (${name})`,
      queries.map(({ text }) => ({ text })),
    ]),
  ]
}

export async function askOnTalks(
  questions: string,
  asked: readonly TalkQuestion[],
  answers: Answers,
  options: AskOptions = {},
): Promise<Outcomes> {
  const kinds = { found: 0, unsure: 0, none: 0, listing: 0 }
  let first = 0
  for (const { text, title } of asked) {
    const { kind, results } = await answers.answerQuestion(text, options)
    kinds[kind]++
    if (title !== undefined && results[0]?.talk.title === title) first++
  }
  return { questions, count: asked.length, hasAnswer: asked[0]?.title !== undefined, kinds, first }
}
