import { expect, test } from 'vitest'
import { buildAnswerMessage, shownInSlack } from '../../../src/slack/blocks/answer-blocks.ts'
import { harbour, riggedCorpus } from '../../corpora/harbour.ts'
import { lanternCorpus } from '../../corpora/lantern.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'
import { buttonsOf, readable } from '../readable.ts'

const answers = answersOf(riggedCorpus)
const ask = async (question: string, options = {}, over = answers) =>
  buildAnswerMessage(await over.answerQuestion(question, { ...shownInSlack, ...options }), {
    shareable: true,
  })

test('speakers are buttons that list their talks, with how many these are', async () => {
  const { text, blocks } = await ask('list speakers')
  expect(readable(blocks)).toBe(
    [
      '**The notes name 2 speakers.**',
      '(Bo Quay (5)) (Ada Pier)',
      'In brackets: the number of talks.',
      '(Share in channel)',
    ].join('\n'),
  )
  expect(text).toBe('The notes name 2 speakers. · Bo Quay · Ada Pier')
  expect(buttonsOf(blocks)[0]).toMatchObject({
    actionId: 'ask_0',
    value: 'v1 0 list talks speaker:"Bo Quay"',
  })
})

test('talks are a line each, with their notes a click away', async () => {
  expect(readable((await ask('list talks by Bo Quay')).blocks)).toMatch(
    /^\*\*The notes have 5 talks by Bo Quay\.\*\*\nKites for programmers\nBo Quay · HarbourConf 2019 \(Full notes\)\n/,
  )
})

test('a number of all is a sentence, with questions that lead on', async () => {
  expect(readable((await ask('how many talks are there?')).blocks)).toBe(
    [
      '**The notes have 7 talks.**',
      '(Which talks are there?) (Which tags are there?) (Which speakers are there?)',
      '(Share in channel)',
    ].join('\n'),
  )
})

test('of more than fit it says which are shown, and the next are a click away', async () => {
  const talks = Array.from({ length: 12 }, (_, number) =>
    makeTalk(`talk ${number}`, { event: harbour, tags: [`tag ${10 + number}`] }),
  )
  const corpus = makeCorpus(...talks)
  const many = answersOf(corpus)
  const { blocks } = await ask('list tags', {}, many)
  expect(readable(blocks)).toContain('\n1 to 10 of 12.\n(More results) (Share in channel)')
  expect(buttonsOf(blocks).find(({ actionId }) => actionId === 'more_results')?.value).toBe(
    `v1 10@${corpus.version} list tags`,
  )
  const last = await ask('list tags', { list: { limit: 10, offset: 10 } }, many)
  expect(readable(last.blocks)).toContain('(tag 20) (tag 21)\n11 to 12 of 12.\n(Share in channel)')
})

test('a programme has its days above the talks, unless the sentence says the day', async () => {
  const lantern = answersOf(lanternCorpus)
  const now = { at: Date.parse('2026-11-28T12:05:00Z'), zone: 'Europe/Helsinki' }
  const days = readable((await ask('programme of River Days', { now }, lantern)).blocks)
  expect(days).toMatch(
    /^\*\*3 talks at River Days from 8 to 9 December 2026\. .*\*\*\n\*\*Tuesday 8 December 2026\*\*\nStreams and dams\n09:00–09:50, Delta Room · /,
  )
  expect(days.match(/December 2026\*\*\n/g)).toHaveLength(2)
  const day = readable((await ask('first talk tomorrow', { now }, lantern)).blocks)
  expect(day).toMatch(
    /^\*\*The first talk on Sunday 29 November 2026 begins at 09:30\.\*\*\nProfiling in production\n09:30–10:10, Room 2 · /,
  )
})

test('links are a line each, named for what they lead to and for their talk, and only those that Slack opens', async () => {
  const video = { title: 'Video <!channel>', url: 'https://example.org/v?a=1&b=2', kind: 'video' } as const
  const odd = { title: 'Slides', url: `https://example.org/${'x'.repeat(4_000)}`, kind: 'slides' } as const
  const corpus = makeCorpus(makeTalk('knots', { title: 'Knots', event: harbour, links: [video, odd] }))
  const { text, blocks } = await ask('links of knots', {}, answersOf(corpus))
  expect(readable(blocks)).toContain('2 links of 1 talk that mentions knots')
  expect(JSON.stringify(blocks)).toContain('"url":"https://example.org/v?a=1&b=2"')
  expect(JSON.stringify(blocks)).not.toContain('xxxx')
  expect(text).toContain('2 links')
})
