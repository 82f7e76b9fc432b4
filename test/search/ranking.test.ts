import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { type JudgedOutcome, judge, measure } from '../../src/cli/eval/judge.ts'
import { parseJudgedQuestions } from '../../src/cli/eval/judged-questions.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { answersOf } from '../helpers/answers-of.ts'

let outcomes: JudgedOutcome[]

beforeAll(async () => {
  const { questions, problems } = parseJudgedQuestions(await readFile('test/search/questions.tsv', 'utf8'))
  expect(problems).toEqual([])
  const corpus = await readCorpus('corpus')
  outcomes = await judge(questions, answersOf(corpus))
})

const ofStyle = (style: string) => measure(outcomes.filter(({ judged }) => judged.style === style))

test('the right talk comes first in at least 97 % of the questions, and is offered as an answer in 95 %', () => {
  const { answerable, first, found } = measure(outcomes)
  expect(answerable).toBeGreaterThan(200)
  expect(first).toBeGreaterThanOrEqual(0.97)
  expect(found).toBeGreaterThanOrEqual(0.95)
})

test('the right talk comes first in at least 90 % of the questions with typos', () => {
  expect(ofStyle('typo').first).toBeGreaterThanOrEqual(0.9)
})

test('at least 90 % of the questions that the notes do not answer get no confident answer', () => {
  expect(ofStyle('none').unanswerable).toBeGreaterThan(90)
  expect(ofStyle('none').abstained).toBeGreaterThanOrEqual(0.9)
})

test.each(['keyword', 'question', 'speaker', 'links', 'loose', 'conversational'])(
  'the right talk comes first in at least 95 %% of the questions of style %s',
  (style) => {
    expect(ofStyle(style).first).toBeGreaterThanOrEqual(0.95)
  },
)
