import { type Answers, createAnswers } from '../../../src/answers/answers.ts'
import { quotationLength } from '../../../src/cli/format/format-talk.ts'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import type { RankingParameters } from '../../../src/search/rank/parameters.ts'
import { notesFolder } from '../../notes-folder.ts'
import { createRandom } from '../../random.ts'
import { questionsOnTalks } from '../abstaining.ts'
import { indexCollection } from '../indexed-collection.ts'
import { createIndexer } from '../indexer.ts'
import type { Grouped } from '../statistics/grouped.ts'
import type { Collection } from './collections.ts'
import { type QuestionFile, readQuestionFiles } from './judged-notes.ts'
import { eventQuestions, speakerQuestions, tagQuestions } from './named-questions.ts'

/** How Hallway is asked. */
interface Way {
  readonly parameters: RankingParameters
  /** Whether unknown words stand for the nearest known ones. */
  readonly spelling: boolean
}

/** One figure, by question, from 0 to 1: the more, the better. */
export interface Figure {
  readonly name: string
  readonly values: Grouped
}

/** What Hallway can be measured on, again and again: the same figures each time. */
export type Subject = (way: Way) => Promise<Figure[]>

/** Rankings of judged collections. */
export function rankingSubject(collections: readonly Collection[]): Subject {
  const indexed = collections.map(indexCollection)
  return async ({ parameters, spelling }) => {
    const measured = []
    for (const collection of indexed) measured.push(await collection.measure(parameters, { spelling }))
    return [
      { name: 'MRR@10', values: measured.map((questions) => questions.map(({ mrr10 }) => mrr10)) },
      { name: 'nDCG@10', values: measured.map((questions) => questions.map(({ ndcg10 }) => ndcg10)) },
    ]
  }
}

/**
 * Titles that should be found, and questions that no talk answers.
 * @param sciences collections whose questions are of other sciences
 */
export function talksSubject(corpus: Corpus, sciences: readonly Collection[]): Subject {
  const answersFor = createAsker(corpus)
  const questions = questionsOnTalks(corpus.talks, sciences)
  const [titles = [], , typos = []] = questions.map(([, asked]) => asked)
  const withoutAnswer = questions.flatMap(([, asked]) => asked).filter(({ title }) => title === undefined)
  return async (way) => {
    const ask = answersFor(way)
    const [first, firstOfTypos, foundOfTypos, abstained]: number[][] = [[], [], [], []]
    for (const { text, title } of titles) {
      first!.push(Number((await ask(text)).results[0]?.talk.title === title))
    }
    for (const { text, title } of typos) {
      const { kind, results } = await ask(text)
      firstOfTypos!.push(Number(results[0]?.talk.title === title))
      foundOfTypos!.push(Number(kind === 'found'))
    }
    for (const { text } of withoutAnswer) abstained!.push(Number((await ask(text)).kind !== 'found'))
    return [
      { name: 'titles: first', values: [first!] },
      { name: 'titles with a typo: first', values: [firstOfTypos!] },
      { name: 'titles with a typo: found', values: [foundOfTypos!] },
      { name: 'other subjects: not found', values: [abstained!] },
    ]
  }
}

/**
 * Talks that are asked for by who gave them, or where, and a word or two of their title.
 * @param of what the figures are named by
 */
export function namesSubject(corpus: Corpus, of: string): Subject {
  const answersFor = createAsker(corpus)
  const random = createRandom(11)
  const kinds = [
    { name: 'speaker and topic', questions: speakerQuestions(corpus.talks, questionsMade, random) },
    { name: 'tag and topic', questions: tagQuestions(corpus.talks, questionsMade, random) },
    // Of one event, a question says nothing by naming it.
    ...(corpus.events.length > 1
      ? [{ name: 'topic at an event', questions: eventQuestions(corpus.talks, questionsMade, random) }]
      : []),
  ]
  return async (way) => {
    const ask = answersFor(way)
    const figures: Figure[] = []
    for (const { name, questions } of kinds) {
      const first: number[] = []
      for (const { text, answers } of questions)
        first.push(Number(answers.has((await ask(text)).results[0]?.talk.id ?? '')))
      figures.push({ name: `${of}: ${name}`, values: [first] })
    }
    return figures
  }
}

/** How many questions of each kind are made. */
const questionsMade = 300

/**
 * Judged questions on the notes of HALLWAY_CORPUS or `corpus`, a subject a file.
 * @param paths files, or folders of them
 */
export async function openNotesSubjects(paths: readonly string[]): Promise<Subject[]> {
  const files = readQuestionFiles(paths)
  if (files.length === 0) return []
  const folder = notesFolder()
  const corpus = await readCorpus(folder)
  if (corpus.talks.length === 0) throw new Error(`There are no notes in ${folder}: set HALLWAY_CORPUS.`)
  return [namesSubject(corpus, 'notes'), ...files.map((file) => notesSubject(corpus, file))]
}

/** A file of judged questions on notes. */
export function notesSubject(corpus: Corpus, { name, questions }: QuestionFile): Subject {
  const answersFor = createAsker(corpus)
  return async (way) => {
    const ask = answersFor(way)
    const first: number[] = []
    const found: number[] = []
    const quoted: number[] = []
    const abstained: number[] = []
    for (const { question, expected, key: pattern } of questions) {
      const { kind, results } = await ask(question)
      if (expected.length === 0) {
        abstained.push(Number(kind !== 'found'))
        continue
      }
      const [result] = results
      const id = result?.talk.id ?? ''
      first.push(Number(expected.some((wanted) => id === wanted || id.endsWith(`/${wanted}`))))
      found.push(Number(kind === 'found'))
      if (pattern) quoted.push(Number(pattern.test(result?.quote(quotationLength).text ?? '')))
    }
    return [
      { name: `${name}: first`, values: [first] },
      { name: `${name}: found`, values: [found] },
      { name: `${name}: quoted`, values: [quoted] },
      { name: `${name}: not found`, values: [abstained] },
    ].filter(({ values }) => values[0]!.length > 0)
  }
}

/** Asks a corpus as Slack does, however long it takes; indexed once for all ways that leave the index alone. */
function createAsker(
  corpus: Corpus,
): (way: Way) => (question: string) => ReturnType<Answers['answerQuestion']> {
  const indexFor = createIndexer(corpus.talks)
  return ({ parameters, spelling }) => {
    const engine = createLunrEngine({ ...corpus, search: indexFor(parameters) }, { parameters })
    const answers = createAnswers(corpus, engine, { examples: [], parameters })
    return (question) => answers.answerQuestion(question, { spelling, timeLimit: Infinity })
  }
}
