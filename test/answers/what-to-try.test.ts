import { expect, test } from 'vitest'
import { gardenTalks } from '../corpora/garden.ts'
import { answersOver } from '../helpers/answers-of.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'

const garden = answersOver(...gardenTalks)
const whatToTryAfter = async (question: string, answers = garden) => {
  const { kind, suggestions } = await answers.answerQuestion(question)
  expect(kind, question).not.toBe('found')
  return suggestions
}

test.each([
  ['does kubernetes have irrigation charts for helm?', 'Any talks on irrigation?'],
  ['can terraform recycle a kubernetes cluster?', 'Any talks on recycling?'],
  [
    'terraform and Natural Language Processing on azure kubernetes',
    'Any talks on Natural Language Processing?',
  ],
])('%s leads to the topic in it that the notes have, as it is written', async (question, way) => {
  expect(await whatToTryAfter(question)).toContain(way)
})

test('what only resembles a topic leads to it', async () => {
  expect(await whatToTryAfter('kubernetes rainwatering')).toContain('Any talks on rainwater?')
})

test('what leads to the talk that is shown already is offered if there is nothing else', async () => {
  expect(await whatToTryAfter('terraform and pollination on azure kubernetes')).toEqual([
    'Any talks on pollination?',
  ])
})

test('a small word of another language is no topic to offer', async () => {
  const notes = answersOver(
    makeTalk('des', { title: 'Histoire des sacs' }),
    makeTalk('sacs', { title: 'Les sacs' }),
    ...gardenTalks,
  )
  expect((await whatToTryAfter('größe des kubernetes', notes)).join()).not.toContain('des')
})

test('every question that is suggested from what was asked is answered', async () => {
  const questions = [
    'does kubernetes have irrigation charts for helm?',
    'bees on azure with terraform and jenkins',
    'rainwatering in the jenkins cloud',
    'what did Sato say about helm charts and compost heaps in azure?',
  ]
  for (const question of questions)
    for (const way of (await whatToTryAfter(question)).filter((one) => one.startsWith('Any talks')))
      expect((await garden.answerQuestion(way)).kind, `${question}: ${way}`).toBe('found')
})

test('if nothing of the question is known, one line says what the notes are about, and examples follow', async () => {
  const [about, ...examples] = await whatToTryAfter('quarterly revenue forecast')
  expect(about).toBe('The notes are about bees, cold climate, compost and 8 other topics.')
  expect(examples).toEqual(garden.exampleQuestions.slice(0, 2))
})

test('one topic more is counted as one', async () => {
  const tags = ['bees', 'compost', 'hives', 'irrigation']
  const four = answersOver(makeTalk('four', { title: 'Four', tags, summary: passage('Of four topics.') }))
  const [about] = await whatToTryAfter('quarterly revenue forecast', four)
  expect(about).toMatch(/ and 1 other topic\.$/)
})

test('notes without tags say how many talks they are of, and offer words of titles', async () => {
  const untagged = answersOver(
    makeTalk('kettles', {
      title: 'Kettles and pots',
      summary: passage('A kettle whistles when water boils.'),
    }),
  )
  expect(await whatToTryAfter('quarterly revenue', untagged)).toEqual([
    'The notes are of 1 talk of Odd.',
    ...untagged.exampleQuestions.slice(0, 2),
  ])
  expect(await whatToTryAfter('kettles in the azure cloud with terraform', untagged)).toEqual([
    'Any talks on kettles?',
  ])
})

test('without notes, it says that there are none', async () => {
  expect(await whatToTryAfter('kettles', answersOver())).toEqual(['There are no notes yet.'])
})
