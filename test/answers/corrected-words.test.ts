import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withClock } from '../../src/answers/answers.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { answersOf } from '../helpers/answers-of.ts'
import { makeCorpus } from '../helpers/make-talk.ts'

const corpus = makeCorpus(...gardenTalks)
const answers = withClock(answersOf(corpus), () => ({
  at: Date.parse('2026-11-29T10:00:00Z'),
  zone: 'Europe/Berlin',
}))

const words = [
  ...new Set(
    gardenTalks.flatMap(({ title }) => title.split(/[^\p{L}]+/u)).filter(({ length }) => length >= 6),
  ),
]
const misspelt = fc
  .tuple(fc.constantFrom(...words), fc.nat())
  .map(([word, place]) => {
    const at = 1 + (place % (word.length - 2))
    return { word, typed: word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2) }
  })
  .filter(({ word, typed }) => word !== typed)
const askingForMore = fc.constantFrom(
  (name: string) => `what is the price of ${name}?`,
  (name: string) => `How many users does ${name} have in Germany?`,
  (name: string) => `when is the ${name} talk?`,
  (name: string) => `where is the talk on ${name}?`,
  (name: string) => `does ${name} run on zeppelins?`,
  (name: string) => `how many talks mention ${name}?`,
)

test('a word that was put right is not named as it was typed, but if it is said how it was read', async () => {
  await fc.assert(
    fc.asyncProperty(misspelt, askingForMore, async ({ typed, word }, asking) => {
      const answer = await answers.answerQuestion(asking(typed))
      const isCorrected = answer.kind !== 'listing' && answer.kind !== 'none' && answer.didYouMean?.isAnswered
      if (isCorrected) expect(answer.explanation).not.toContain(typed)
      // What the closest talk does not have either, nobody need have meant.
      const quoted = [...answer.explanation.matchAll(/(?:mention|about) “([^”]+)”/g)].map(([, name]) => name!)
      const isSaid = (name: string) =>
        [typed, word].some((one) => asking(one).toLowerCase().includes(name.toLowerCase()))
      expect(quoted.filter((name) => !isSaid(name))).toEqual([])
      if (answer.kind !== 'listing') return
      const rest = answer.explanation.replace(`“${typed}” is read as`, '')
      expect(rest.includes(typed) && answer.total > 0).toBe(false)
    }),
  )
})

test('what no talk mentions is offered as some spell it', async () => {
  const [word] = words as [string]
  const typed = word.slice(0, 2) + word[3] + word[2] + word.slice(4)
  const answer = await answers.answerQuestion(`how many talks mention ${typed}?`)
  expect(answer).toMatchObject({
    kind: 'listing',
    total: 0,
    suggestions: expect.arrayContaining([`how many talks mention ${word}?`]),
  })
})

test('what is far from what was typed, and not in the closest talk either, is asked and not said', async () => {
  const answer = await answers.answerQuestion('how do wild honey bees pollinate a greanhouze?')
  expect(answer).toMatchObject({
    kind: 'unsure',
    didYouMean: { question: 'how do wild honey bees pollinate a greenhouse?', isAnswered: false },
    explanation: expect.stringContaining('“greanhouze”'),
    suggestions: expect.arrayContaining(['how do wild honey bees pollinate a greenhouse?']),
  })
})
