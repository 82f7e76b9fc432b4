import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asSmallTalk } from '../../src/answers/small-talk.ts'

const judged = readFileSync(new URL('../search/questions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[1] ?? [])))

test.each([
  'and his slides?',
  'her slides please',
  'what else did he talk about',
  'what did she say?',
  'where does he work',
  'slides of that talk',
  'who gave this talk?',
  'is there a video of the talk?',
  'who is the speaker?',
  'and their code?',
])('%j goes on from what was said before', (text) => {
  expect(asSmallTalk(text)).toBe('continuing')
})

test.each([
  'his slides on celery',
  'the talk on knots',
  'slides of the Flask talk',
  'what did they say about gevent?',
  'who talked about HIS systems',
  'talks about IT',
  'what did Ada say?',
  'which talk has slides?',
  'all talks',
  'her',
])('%j asks the notes', (text) => {
  expect(asSmallTalk(text)).toBeUndefined()
})

test.each([
  'this is shit',
  'wtf!',
  'you are such an idiot',
  'it doesn’t work',
  'That makes no sense.',
  'fuck off bot',
])('%j complains', (text) => {
  expect(asSmallTalk(text)).toBe('complaint')
})

test.each([
  'garbage collection',
  'a stupid question about GIL',
  'broken links',
  'why does this not work in asyncio',
])('%j has words of a complaint, and is a question', (text) => {
  expect(asSmallTalk(text)).toBeUndefined()
})

test.each([
  'is this private?',
  'who can see this',
  'Do you store what I ask?',
  'hi, what do you store?',
  'delete my data please',
])('%j asks who sees and keeps what is asked', (text) => {
  expect(asSmallTalk(text)).toBe('privacy')
})

test.each([
  'is this private API stable?',
  'how do I store my data in redis',
  'who can see private keys',
  'private methods',
])('%j asks what the notes say of it', (text) => {
  expect(asSmallTalk(text)).toBeUndefined()
})

test.each(['halp', 'HLEP!', 'helpp'])('%j is help, misspelt', (text) => {
  expect(asSmallTalk(text)).toBe('help')
})

test('of the judged questions, none is taken for going on from another, or for a complaint', () => {
  const kinds = judged.map((question) => asSmallTalk(question))
  expect(kinds.length).toBeGreaterThan(300)
  expect(kinds.filter((kind) => kind === 'continuing' || kind === 'complaint')).toEqual([])
})
