import { expect, test } from 'vitest'
import { runQuestions } from '../../bench/chaos/run-questions.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

test('of two replicas behind one address, killed and stopped at any moment, each question has one answer or one reason', async () => {
  const { asked, silent, twice } = await runQuestions({
    dataFolder: temporaryFolder(),
    corpusFolder: 'corpus',
    questions: 30,
    seed: 7,
  })
  expect(asked).toBe(30)
  expect(silent).toEqual([])
  expect(twice).toEqual([])
}, 300_000)
