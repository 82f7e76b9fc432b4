import type { Answers } from '../../../src/answers/answers.ts'
import { percentiles } from '../../percentiles.ts'
import { questionsAboutNotes } from '../../questions.ts'
import { askOnTalks, questionsOnTalks } from '../abstaining.ts'
import { percent, shortNumber } from '../format.ts'
import { printParagraphs, printTable } from '../print.ts'
import type { Collection } from '../subjects/collections.ts'
import type { BenchModel, EncodedTalks } from './bench-model.ts'
import { nameOf, type Opened, type Way } from './ways.ts'

/** What a number of talks costs with a model, or without. */
export interface Cost {
  readonly talks: number
  readonly way: string
  readonly cells: readonly string[]
}

export async function printTalks(opened: readonly Opened[], sciences: readonly Collection[]): Promise<void> {
  const { talks } = opened[0]!.answers.corpus
  printParagraphs(
    `### Answering and abstaining, ${talks.length.toLocaleString('en')} talks`,
    'Titles: in percent, right talk first / found. Others, which no talk answers: found / unsure / none.',
  )
  const table = printTable(['questions', 'number', ...opened.map(({ way }) => nameOf(way))])
  for (const [kind, asked] of questionsOnTalks(talks, sciences)) {
    const cells: string[] = []
    for (const { answers } of opened) {
      const { hasAnswer, kinds, first } = await askOnTalks(kind, asked, answers, { timeLimit: Infinity })
      const share = (count: number) => percent(count / asked.length)
      const { found, unsure, none } = kinds
      cells.push((hasAnswer ? [first, found] : [found, unsure, none]).map(share).join(' / '))
    }
    table.row(kind, String(asked.length), ...cells)
  }
  table.end()
}

const rounds = 3

export async function costOf(
  talks: number,
  way: Way,
  answers: Answers,
  encoded: EncodedTalks | undefined,
): Promise<Cost> {
  const questions = questionsAboutNotes(answers.corpus, 200)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) {
      const started = performance.now()
      await answers.answerQuestion(question)
      if (round > 0) times.push(performance.now() - started)
    }
  }
  const { p50, p99 } = percentiles(times)
  return {
    talks,
    way: nameOf(way),
    cells: [
      `${shortNumber(p50)} / ${shortNumber(p99)}`,
      encoded ? encoded.passages.toLocaleString('en') : '–',
      encoded ? shortNumber(await scanMs(way!, encoded)) : '–',
      encoded ? `${shortNumber(encoded.size / 1e6)} MB` : '–',
      encoded && encoded.encoded > 0
        ? `${shortNumber(encoded.ms / 1000)} s for ${encoded.encoded.toLocaleString('en')}`
        : '–',
    ],
  }
}

/** How long the comparison with all passages takes, in milliseconds. */
async function scanMs({ questions }: BenchModel, { find }: EncodedTalks): Promise<number> {
  const [vector] = (await questions.encodeAll(['how are passages compared?']))!
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now()
    find.toQuestion(vector!)
    return performance.now() - started
  })
  return percentiles(times).p50
}

export function printCosts(costs: readonly Cost[]): void {
  printParagraphs('### What meaning costs')
  const table = printTable([
    'talks',
    'searched by',
    'ms an answer, p50 / p99',
    'passages',
    'ms to compare all',
    'on disk',
    'encoded just now',
  ])
  for (const { talks, way, cells } of costs) table.row(talks.toLocaleString('en'), way, ...cells)
  table.end()
}
