import { expect, it } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import {
  eventQuestions,
  speakerQuestions,
  tagQuestions,
} from '../../bench/search/subjects/named-questions.ts'
import { gardenTalks } from '../corpora/garden.ts'

it.each([
  ['who gave it', speakerQuestions],
  ['a tag', tagQuestions],
  ['its event', eventQuestions],
] as const)('asks for a talk by a topic of its title and %s, and knows which talks are right', (_, make) => {
  const questions = make(gardenTalks, 50, createRandom(3))
  expect(questions).toHaveLength(50)
  for (const { text, answers } of questions) {
    expect(text).toMatch(/\p{L} \p{L}/u)
    expect(answers.size).toBeGreaterThan(0)
  }
  expect(make(gardenTalks, 50, createRandom(3))).toEqual(questions)
})

it('asks for no talk that has no speaker', () => {
  const talks = gardenTalks.map((talk) => ({ ...talk, speakers: [] }))
  expect(speakerQuestions(talks, 5, createRandom(3))).toEqual([])
})
