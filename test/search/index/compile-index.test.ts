import { readFile } from 'node:fs/promises'
import lunr from 'lunr'
import { expect, test } from 'vitest'
import { parseJudgedQuestions } from '../../../src/cli/eval/judged-questions.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { analyze } from '../../../src/search/analysis/analyzer.ts'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { createIndexReader, textRunsOf } from '../../../src/search/index/index-reader.ts'
import { textsOf } from '../../../src/search/index/talk-texts.ts'
import { createRanker, type TermWeights } from '../../../src/search/rank/bm25.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { gardenTalks } from '../../corpora/garden.ts'

const inAllForms = (terms: readonly number[]): TermWeights =>
  new Map(terms.map((term) => [term, { words: new Map(), byForms: 1 }]))

test("scores are lunr's own, but for the norm that lunr divides a query by", async () => {
  const { talks } = await readCorpus('corpus')
  const index = compileIndex(talks, defaultParameters.index)
  const reader = createIndexReader(index)
  const ranker = createRanker(index)
  const termsOf = (text: string) => analyze(text).map(({ term }) => term)
  const reference = lunr(function () {
    this.tokenizer = ((terms: readonly string[]) =>
      terms.map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer
    this.pipeline.reset()
    this.field('all')
    this.field('title', { boost: 0.5 })
    talks.forEach((talk, id) => {
      this.add({ id, all: textsOf(talk).flatMap(({ text }) => termsOf(text)), title: termsOf(talk.title) })
    })
  })
  const { questions } = parseJudgedQuestions(await readFile('test/search/questions.tsv', 'utf8'))
  expect(questions.length).toBeGreaterThan(300)
  let compared = 0
  for (const { question } of questions) {
    const terms = [...new Set(termsOf(question))].filter((term) => reader.termNumber(term) !== undefined)
    if (terms.length === 0) continue
    const expected = reference.query((query) => {
      for (const term of terms) query.term(term, { usePipeline: false })
    })
    const weights = inAllForms(terms.map((term) => reader.termNumber(term)!))
    const ranked = ranker.rank(weights, talks.length)
    const norm = Math.sqrt(terms.length)
    expect(ranked, question).toHaveLength(expected.length)
    const scores = new Map(ranked.map(({ document, score }) => [String(document), score]))
    for (const { ref, score } of expected) expect(scores.get(ref), question).toBeCloseTo(score * norm, 4)
    compared++
  }
  expect(compared).toBeGreaterThan(300)
})

test("a document's runs are its talk's texts", () => {
  const index = compileIndex(gardenTalks, defaultParameters.index)
  gardenTalks.forEach((talk, document) => {
    const runs = textRunsOf(index, document).map(({ field, words }) => ({
      field,
      terms: Array.from(words, (word) => index.terms[index.wordTerms[word]!]),
    }))
    const texts = textsOf(talk).map(({ field, text }) => ({
      field,
      terms: analyze(text).map(({ term }) => term),
    }))
    expect(runs).toEqual(texts)
  })
})

test('ranks equal scores by number and keeps only as many as asked for', () => {
  const talks = Array.from({ length: 9 }, () => gardenTalks[2]!)
  const index = compileIndex(talks, defaultParameters.index)
  const ranked = createRanker(index).rank(inAllForms([createIndexReader(index).termNumber('bee')!]), 4)
  expect(ranked.map(({ document }) => document)).toEqual([0, 1, 2, 3])
})
