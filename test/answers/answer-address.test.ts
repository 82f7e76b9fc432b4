import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf } from '../helpers/answers-of.ts'
import { makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

const video = 'https://www.youtube.com/watch?v=AbCdEf12345'
const corpus = makeCorpus(
  makeTalk('knots', { title: 'Knots', links: [{ title: 'Video', url: video, kind: 'video' }] }),
  makeTalk('sails', {
    title: 'Sails',
    links: [{ title: 'Site', url: 'http://sails.example/', kind: 'site' }],
    followUps: [{ text: 'See the loft', url: 'https://loft.example/a?b=1' }],
  }),
  makeTalk('ropes', { title: 'Ropes', summary: passage('Ropes are at http://ropes.example/hemp today.') }),
)
const answers = answersOf(corpus)

async function ask(question: string) {
  const { kind, explanation, results } = await answers.answerQuestion(question)
  return { kind, said: explanation, titles: results.map(({ talk }) => talk.title) }
}

test.each([
  [video, ['Knots']],
  ['https://youtu.be/AbCdEf12345', ['Knots']],
  ['saw this http://m.youtube.com/watch?v=AbCdEf12345&t=10, which talk is it?', ['Knots']],
  ['https://www.sails.example', ['Sails']],
  ['which talk is https://loft.example/a?b=1?', ['Sails']],
])('“%s” is of %j', async (question, titles) => {
  expect(await ask(question)).toEqual({ kind: 'listing', said: `“${titles[0]}” links to this.`, titles })
})

test('an address that no talk has is said to be none', async () => {
  const { kind, said } = await ask('https://nowhere.example/x')
  expect([kind, said]).toEqual([
    'listing',
    'No talk of the notes links to this. What a page says is not looked up.',
  ])
})

test('what a talk says of an address, and what is asked beside one, is searched for', async () => {
  expect((await ask('http://ropes.example/hemp')).titles).toEqual(['Ropes'])
  expect((await ask('what does https://sails.example/ say about knots')).kind).not.toBe('listing')
})

test('any address of any talk finds it, whatever stands around', async () => {
  const around = fc.constantFrom('', 'look: ', 'which talk is ', 'hey, ')
  const address = fc.constantFrom(
    ...corpus.talks.flatMap((talk) =>
      [...talk.links, ...talk.followUps].map(({ url }) => [talk.title, url!] as const),
    ),
  )
  await fc.assert(
    fc.asyncProperty(around, address, async (before, [title, url]) => {
      expect((await ask(`${before}${url}`)).titles).toEqual([title])
    }),
    { numRuns: runs(20) },
  )
})
