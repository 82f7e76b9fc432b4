import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { answersOf } from '../helpers/answers-of.ts'

test.each(['performance of django', 'how to make python faster', 'python web framework'])(
  'every page of "%s" counts the same talks, and no talk comes twice',
  async (question) => {
    const corpus = await readCorpus('corpus')
    const answers = answersOf(corpus)
    const first = await answers.answerQuestion(question)
    if (first.kind === 'none') throw new Error('expected results')
    const seen: string[] = []
    for (let offset = 0; offset < first.total; offset += 3) {
      const page = await answers.answerQuestion(question, { offset })
      expect(page).toMatchObject({ total: first.total, offset })
      seen.push(...page.results.map(({ talk }) => talk.id))
    }
    expect(new Set(seen).size).toBe(first.total)
  },
)
