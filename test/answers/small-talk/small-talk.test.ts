import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asSmallTalk } from '../../../src/answers/small-talk/small-talk.ts'
import { thingsOfReferred } from '../../../src/answers/small-talk/small-talk-lists.ts'

const judged = readFileSync(new URL('../../search/questions.tsv', import.meta.url), 'utf8')
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
  'summary of their talk',
  'what else did they talk about?',
  'do they have slides?',
  'does the speaker have a website',
  'is he on Twitter?',
  'what did the speaker talk about',
  'links of this session please',
  'who else talked about it?',
  'what did they say about that?',
  'any other talks about this?',
  'show the full notes',
  'open the full notes please',
  'can I see the whole talk?',
  'only 2024',
  'nur die von 2023',
  'and what went wrong?',
])('%j goes on from what was said before', (text) => {
  expect(asSmallTalk(text)).toBe('continuing')
})

test.each([
  '2',
  '2.',
  '#3',
  'show 2',
  'Show 10!',
  'number 2 please',
  'show me number 3',
  'the second one',
  'ok, the first one please',
  'second one',
  '2nd one',
  'show the third',
  'more on 2',
  'tell me more about the last one',
  'what about the second one?',
  'zeig mir das zweite',
])('%j picks from a list that nobody knows any more', (text) => {
  expect(asSmallTalk(text)).toBe('picking')
})

test.each([
  '2026',
  '42',
  '3.12',
  'python 3',
  'show 2 talks',
  'the first talk',
  'show the last talk',
  'second',
  'two',
  'day 2',
  'number 10 Downing Street',
  'number theory',
  'what about Python 2?',
  'more on the second law',
  'room 2',
  '“2”',
])('%j picks from no list', (text) => {
  expect(asSmallTalk(text)).not.toBe('picking')
})

test.each([
  'his slides on celery',
  'full notes of the Flask talk',
  'show me all notes',
  'the talk on knots',
  'slides of the Flask talk',
  'what did they say about gevent?',
  'who talked about HIS systems',
  'talks about IT',
  'is it about Python?',
  'who else talked about it and Flask?',
  'what did Ada say?',
  'which talk has slides?',
  'all talks',
  'her',
  'what did the speaker say about Twitter?',
  'how is the session used?',
  'how does the session code work?',
  'does the session use email',
  'what are links and how do I use them?',
  'show me the video of the keynote',
  'which talk has the speaker notes',
  '"the session"',
  '“his slides”',
  'has:video the session',
  'has:video his talk',
  'his slides -video',
  'his slide*',
])('%j asks the notes', (text) => {
  expect(asSmallTalk(text)).toBeUndefined()
})

test.each(thingsOfReferred)(
  '%s: a question about it names a topic, one for somebody’s names none',
  (thing) => {
    for (const question of [
      `what did the speaker say about ${thing}?`,
      `what did she say about the ${thing}`,
      `show me the talk on ${thing}`,
      `that talk about ${thing}`,
      `who gave the presentation on some ${thing}`,
      `does the speaker use ${thing}`,
      `do they use ${thing}?`,
      `how does the talk ${thing} work`,
      `"his ${thing}"`,
      `year:2012 his ${thing}`,
      ...(thing.endsWith('s') ? [`what are ${thing} and how do I use them?`] : []),
    ])
      expect(asSmallTalk(question), question).toBeUndefined()
    for (const question of [`and his ${thing}?`, `their ${thing}`, `${thing} of that talk`])
      expect(asSmallTalk(question), question).toBe('continuing')
  },
)

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
  'only 2024 releases',
  'what went wrong with the deploy?',
])('%j asks what the notes say of it', (text) => {
  expect(asSmallTalk(text)).toBeUndefined()
})

test.each(['halp', 'HLEP!', 'helpp'])('%j is help, misspelt', (text) => {
  expect(asSmallTalk(text)).toBe('help')
})

test('of the judged questions, none is taken for going on from another, or for a complaint', () => {
  const kinds = judged.map((question) => asSmallTalk(question))
  expect(kinds.length).toBeGreaterThan(300)
  expect(kinds.filter((kind) => kind === 'continuing' || kind === 'picking' || kind === 'complaint')).toEqual(
    [],
  )
})

test.each(['danke dir!', 'vielen Dank euch'])('%j is thanks', (text) => {
  expect(asSmallTalk(text)).toBe('thanks')
})
