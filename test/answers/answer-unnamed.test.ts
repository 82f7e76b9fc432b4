import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftUnnamed } from '../../src/answers/answer-unnamed.ts'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

test.each([
  ['does it run on Windows?', 'it'],
  ['and is it any good for Django', 'it'],
  ['ok, which database does it use', 'it'],
  ['How fast is it with Celery?', 'it'],
  ['does that also work with Django?', 'that'],
  ['can this run on App Engine', 'this'],
])('“%s” does not say what “%s” is', (question, word) => {
  expect(leftUnnamed(question)).toBe(word)
})

test.each([
  'is it hard to install OpenStack?',
  'is it true that PyCon is over',
  'does it matter which queue I take?',
  'how long does it take with juju',
  'is it better with Flask or with Django',
  'is it ok using threads?',
  'does that library write XML?',
  'is this talk on Flask?',
  'does that use of locks pay?',
  'I have juju. Does it scale?',
  'what is juju and does it scale?',
  'what did they say about it?',
  'who made it?',
])('“%s” names what it asks of, or asks of no thing', (question) => {
  expect(leftUnnamed(question)).toBeUndefined()
})

const garden = makeCorpus(...gardenTalks)
const answers = createAnswers(garden, createLunrEngine(garden), { examples: [] })
const tags = [...new Set(gardenTalks.flatMap((talk) => talk.tags))]

test('whatever is named beside, it is no sure answer, and says why', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...tags), async (tag) => {
      const { kind, explanation } = await answers.answerQuestion(`does it work with ${tag}?`)
      expect([tag, kind]).not.toEqual([tag, 'found'])
      if (kind === 'unsure') expect(explanation).toContain('does not say what “it” is')
    }),
    { numRuns: runs(30) },
  )
})

test('a title that asks so is a talk', async () => {
  const titled = makeCorpus(makeTalk('scale', { title: 'Does it scale with sails?' }), ...gardenTalks)
  const { kind, results } = await createAnswers(titled, createLunrEngine(titled)).answerQuestion(
    'does it scale with sails',
  )
  expect([kind, results[0]?.talk.title]).toEqual(['found', 'Does it scale with sails?'])
})
